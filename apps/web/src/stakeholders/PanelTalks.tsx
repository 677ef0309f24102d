import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { Button } from '../ui/Button';
import type { Stakeholder } from './stakeholder.types';
import styles from './StakeholderPanel.module.css';
import { useStakeholderTexts } from './useStakeholderTexts';

const TalkDialog = lazy(() => import('./TalkDialog'));

/** When somebody last talked with them, about what, and what comes next. */
export function PanelTalks({ stakeholder }: { stakeholder: Stakeholder }) {
  const texts = useStakeholderTexts();
  const format = useFormats();
  const { may } = useTenant();
  const [adding, setAdding] = useState(false);
  return (
    <section className={styles.part} aria-label={texts.talks}>
      <div className={styles.head}>
        <h3>{texts.talks}</h3>
        {may('stakeholder.edit') && (
          <Button size="small" variant="quiet" icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>
            {texts.logTalk}
          </Button>
        )}
      </div>
      {stakeholder.talks.length === 0 && <p className={styles.quiet}>{texts.noTalks}</p>}
      <ul className={styles.lines}>
        {stakeholder.talks.map(({ id, on, way, by, summary, nextStep, nextStepOn }) => (
          <li key={id} className={styles.entry}>
            <span className={styles.when}>{[format.date(on), texts.ways[way], by && texts.talkBy(by.name)].filter(Boolean).join(' · ')}</span>
            <span className={styles.text}>{summary}</span>
            {nextStep && <span className={styles.next}>{nextStepOn ? texts.nextBy(nextStep, format.date(nextStepOn)) : texts.next(nextStep)}</span>}
          </li>
        ))}
      </ul>
      <Suspense>{adding && <TalkDialog stakeholder={stakeholder} onClose={() => setAdding(false)} />}</Suspense>
    </section>
  );
}
