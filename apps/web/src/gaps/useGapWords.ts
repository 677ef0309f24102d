import type { FeatureKind } from '@kvarter/geo';
import { useSizeText } from '../areas/useSizeText';
import { useFeatureText } from '../area-maps/featureText';
import type { FoundGap } from './gap.types';
import { useGapTexts } from './useGapTexts';

export interface GapWords {
  title: string;
  why: string;
  /** What to ask, to begin with. */
  question: string;
}

/** What the map shows, in words. */
export function useGapWords(reachMetres: number): (gap: FoundGap) => GapWords {
  const { found, ask } = useGapTexts();
  const { one, many } = useFeatureText();
  const size = useSizeText();
  return ({ kind, featureKind, count, others, squareMetres }) => {
    switch (kind) {
      case 'THIN_KIND': {
        const of = featureKind as FeatureKind;
        const name = (count === 1 ? one(of) : many(of)).toLowerCase();
        return {
          title: count === 0 ? found.noneOfKind(name) : found.fewOfKind(count, name),
          why: found.ofKind(others ?? 0),
          question: ask.THIN_KIND(many(of).toLowerCase()),
        };
      }
      case 'CLUMP':
        return { title: found.clump(count), why: found.ofClump, question: ask.CLUMP };
      case 'UNMET_CHALLENGES':
        return { title: found.unmet(count), why: found.ofUnmet(reachMetres), question: ask.UNMET_CHALLENGES };
      default:
        return { title: found.blank(size(squareMetres ?? 0)), why: found.ofBlank(reachMetres), question: ask.BLANK_PART };
    }
  };
}
