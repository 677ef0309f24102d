import { useTexts } from '../platform/i18n/texts';
import { da } from './desk.da';
import { en } from './desk.en';

export const useDeskTexts = () => useTexts({ da, en });
