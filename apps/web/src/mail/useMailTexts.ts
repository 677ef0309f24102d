import { useTexts } from '../platform/i18n/texts';
import { da } from './mail.da';
import { en } from './mail.en';

export const useMailTexts = () => useTexts({ da, en });
