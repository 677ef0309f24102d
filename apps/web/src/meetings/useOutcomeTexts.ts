import { useTexts } from '../platform/i18n/texts';
import { da } from './outcomes.da';
import { en } from './outcomes.en';

export const useOutcomeTexts = () => useTexts({ da, en });
