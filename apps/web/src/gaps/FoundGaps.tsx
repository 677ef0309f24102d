import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import type { FoundGap } from './gap.types';
import { GapNumber } from './GapNumber';
import styles from './GapList.module.css';
import { useGapTexts } from './useGapTexts';
import type { GapWords } from './useGapWords';

interface FoundGapsProps {
  gaps: readonly FoundGap[];
  resources: number;
  reachMetres: number;
  wordsOf: (gap: FoundGap) => GapWords;
  numberOf: (gap: FoundGap) => number | undefined;
  onLook: (gap: FoundGap) => void;
  /** Left out for who only reads. */
  onTakeUp?: (gap: FoundGap) => void;
}

/** What the map shows that nobody has taken up, in words. */
export function FoundGaps({ gaps, resources, reachMetres, wordsOf, numberOf, onLook, onTakeUp }: FoundGapsProps) {
  const { found: texts } = useGapTexts();
  return (
    <Card title={texts.title}>
      <p className={styles.teach}>{gaps.length === 0 ? texts.none : resources === 0 ? texts.noResources : texts.teach(reachMetres)}</p>
      {gaps.length > 0 && (
        <ul aria-label={texts.list} className={styles.list}>
          {gaps.map((gap) => {
            const { title, why } = wordsOf(gap);
            return (
              <li key={gap.key}>
                <GapNumber number={numberOf(gap)} />
                <div className={styles.words}>
                  <h3>{title}</h3>
                  <p className={styles.why}>{why}</p>
                  <div className={styles.actions}>
                    {onTakeUp && (
                      <Button size="small" aria-label={texts.takeUpOf(title)} onPress={() => onTakeUp(gap)}>
                        {texts.takeUp}
                      </Button>
                    )}
                    {gap.place && (
                      <Button size="small" variant="quiet" aria-label={texts.lookAt(title)} onPress={() => onLook(gap)}>
                        {texts.look}
                      </Button>
                    )}
                  </div>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
