import { useTexts } from '../platform/i18n/texts';
import { da } from './areaMaps.da';
import { en } from './areaMaps.en';

export const useMapTexts = () => useTexts({ da, en });
