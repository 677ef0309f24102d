import { useTexts } from '../platform/i18n/texts';
import { da } from './meetings.da';
import { en } from './meetings.en';

export const useMeetingTexts = () => useTexts({ da, en });
