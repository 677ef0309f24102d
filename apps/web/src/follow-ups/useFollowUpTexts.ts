import { useTexts } from '../platform/i18n/texts';
import { da } from './followUps.da';
import { en } from './followUps.en';

export const useFollowUpTexts = () => useTexts({ da, en });
