import { useTexts } from '../platform/i18n/texts';
import { da } from './meetingPages.da';
import { en } from './meetingPages.en';

export const useMeetingPageTexts = () => useTexts({ da, en });
