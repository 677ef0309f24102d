import { useFormats } from '../platform/i18n/format';
import { useAreaTexts } from './useAreaTexts';

const squareKilometre = 1_000_000;
const hectare = 10_000;

/** Square metres as hectares, from ten square kilometres as those. */
export function useSizeText(): (squareMetres: number) => string {
  const { size: texts } = useAreaTexts();
  const format = useFormats();
  return (squareMetres) =>
    squareMetres >= 10 * squareKilometre
      ? texts.squareKilometres(format.number(squareMetres / squareKilometre))
      : texts.hectares(format.number(squareMetres / hectare));
}
