import { useTexts } from '../platform/i18n/texts';
import { da } from './gaps.da';
import { en } from './gaps.en';

export const useGapTexts = () => useTexts({ da, en });
