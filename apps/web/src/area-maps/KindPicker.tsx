import type { FeatureKind } from '@kvarter/geo';
import { KindSymbol } from '../map/KindSymbol';
import { useFeatureText } from './featureText';
import { families, kindsOf } from './filters';
import styles from './KindPicker.module.css';
import { useMapTexts } from './useMapTexts';

/** The first step of a new mark: what is it? */
export function KindPicker({ onPick }: { onPick: (kind: FeatureKind) => void }) {
  const texts = useMapTexts();
  const { one } = useFeatureText();
  return (
    <div className={styles.picker}>
      <h2>{texts.draw.pickKind}</h2>
      <p>{texts.draw.pickKindHelp}</p>
      {families.map((family) => (
        <section key={family} aria-label={texts.filters.families[family]}>
          <h3>{texts.filters.families[family]}</h3>
          <ul>
            {kindsOf(family).map((kind) => (
              <li key={kind}>
                <button type="button" className={styles.kind} onClick={() => onPick(kind)}>
                  <KindSymbol kind={kind} large />
                  {one(kind)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
