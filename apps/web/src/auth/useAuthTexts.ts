import { useTexts } from '../platform/i18n/texts';
import { da } from './auth.da';
import { en } from './auth.en';

export const useAuthTexts = () => useTexts({ da, en });
