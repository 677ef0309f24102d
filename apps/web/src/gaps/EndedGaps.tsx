import { useFormats } from '../platform/i18n/format';
import { Fold } from '../ui/Fold';
import type { Gap } from './gap.types';
import styles from './GapList.module.css';
import { useGapTexts } from './useGapTexts';

/** What was found out, and what was closed and why; folded away. */
export function EndedGaps({ gaps }: { gaps: readonly Gap[] }) {
  const { ended: texts, closings } = useGapTexts();
  const format = useFormats();
  return (
    <Fold label={texts.title(gaps.length)}>
      <ul className={styles.list}>
        {gaps.map((gap) => {
          const [who, when] = [gap.endedBy?.name ?? texts.somebody, format.relative(gap.endedAt ?? gap.createdAt)];
          return (
            <li key={gap.id}>
              <div className={styles.words}>
                <h3>{gap.question}</h3>
                <p className={styles.facts}>{gap.state === 'ANSWERED' ? texts.answered(who, when) : texts.closed(who, when)}</p>
                {gap.closedAs && <p className={styles.facts}>{closings[gap.closedAs]}</p>}
                <p className={styles.answer}>{gap.answer ?? gap.reason}</p>
                {gap.ledToFeatureIds.length > 0 && <p className={styles.facts}>{texts.ledTo(gap.ledToFeatureIds.length)}</p>}
                {gap.ledToStakeholderId && <p className={styles.facts}>{texts.ledToStakeholder}</p>}
              </div>
            </li>
          );
        })}
      </ul>
    </Fold>
  );
}
