import { useTexts } from '../platform/i18n/texts';
import { da } from './rules.da';
import { en } from './rules.en';

export const useRulesTexts = () => useTexts({ da, en });
