import { detailKeys, type FeatureState, fieldOf } from '@kvarter/geo';
import styles from './FeatureFacts.module.css';
import { useMapTexts } from './useMapTexts';

/** A mark for those who may only read it. */
export function FeatureFacts({ state }: { state: FeatureState }) {
  const { feature: texts } = useMapTexts();
  const { note, details } = state;
  return (
    <div className={styles.facts}>
      {note && <p className={styles.note}>{note}</p>}
      <dl>
        {detailKeys
          .filter((key) => key !== 'consent' && details[key] !== undefined)
          .map((key) => (
            <div key={key}>
              <dt>{texts[key]}</dt>
              <dd>{key === 'times' ? details.times?.map((time) => texts.time[time]).join(', ') : String(fieldOf(state, `details.${key}`))}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
