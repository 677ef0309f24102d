import { useTexts } from '../platform/i18n/texts';
import { da } from './stakeholders.da';
import { en } from './stakeholders.en';

export const useStakeholderTexts = () => useTexts({ da, en });
