import { useTexts } from '../platform/i18n/texts';
import { da as preparationDa } from './preparation.da';
import { en as preparationEn } from './preparation.en';
import { da as rankingDa } from './ranking.da';
import { en as rankingEn } from './ranking.en';
import { da } from './rounds.da';
import { en } from './rounds.en';

export const useRoundTexts = () => useTexts({ da, en });
export const usePreparationTexts = () => useTexts({ da: preparationDa, en: preparationEn });
export const useRankingTexts = () => useTexts({ da: rankingDa, en: rankingEn });
