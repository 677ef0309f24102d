import { useTexts } from '../platform/i18n/texts';
import { da } from './inbox.da';
import { en } from './inbox.en';

export const useInboxTexts = () => useTexts({ da, en });
