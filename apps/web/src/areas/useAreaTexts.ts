import { useTexts } from '../platform/i18n/texts';
import { da } from './areas.da';
import { en } from './areas.en';

export const useAreaTexts = () => useTexts({ da, en });
