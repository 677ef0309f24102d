import styles from './GapNumber.module.css';
import { useGapTexts } from './useGapTexts';

/** The number a gap has on the map; a dash where it has no place. */
export function GapNumber({ number }: { number: number | undefined }) {
  const { map: texts } = useGapTexts();
  if (number === undefined) return <span aria-hidden className={styles.none} />;
  return (
    <span className={styles.number}>
      <span aria-hidden>{number}</span>
      <span className="visually-hidden">{texts.number(number)}</span>
    </span>
  );
}
