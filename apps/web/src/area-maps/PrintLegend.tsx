import { KindSymbol } from '../map/KindSymbol';
import { useFormats } from '../platform/i18n/format';
import { useFeatureText } from './featureText';
import { families, kindsOf } from './filters';
import styles from './PrintLegend.module.css';
import type { SharedFeature } from './sync/areaMap.types';
import { useMapTexts } from './useMapTexts';

/** On paper only: what the symbols mean, and every mark by name under its kind. */
export function PrintLegend({ areaName, features }: { areaName: string; features: readonly SharedFeature[] }) {
  const texts = useMapTexts();
  const { many } = useFeatureText();
  const format = useFormats();
  const kinds = families.flatMap(kindsOf).filter((kind) => features.some(({ state }) => state.kind === kind));
  return (
    <div className={styles.print}>
      <p>
        {areaName} · {texts.print.printed(format.dateTime(new Date()))}
      </p>
      <div className={styles.kinds}>
        {kinds.map((kind) => (
          <div key={kind} className={styles.kind}>
            <p className={styles.name}>
              <KindSymbol kind={kind} /> {many(kind)}
            </p>
            <ul>
              {features
                .filter(({ state }) => state.kind === kind)
                .map(({ id, state }) => (
                  <li key={id}>{state.name}</li>
                ))}
            </ul>
          </div>
        ))}
      </div>
    </div>
  );
}
