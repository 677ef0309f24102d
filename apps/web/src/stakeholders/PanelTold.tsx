import { MessageSquareReply, Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import type { Meetings, Stakeholder } from './stakeholder.types';
import styles from './StakeholderPanel.module.css';
import { today } from './today';
import { useStakeholderTexts } from './useStakeholderTexts';

const ToldDialog = lazy(() => import('./ToldDialog'));
const FeedbackDialog = lazy(() => import('./FeedbackDialog'));

/** What they told, and whether they have heard what came of it. */
export function PanelTold({ stakeholder, meetings }: { stakeholder: Stakeholder; meetings: Meetings }) {
  const texts = useStakeholderTexts();
  const format = useFormats();
  const { may } = useTenant();
  const [adding, setAdding] = useState(false);
  const [answering, setAnswering] = useState<string | null>(null);
  const mayEdit = may('stakeholder.edit');
  const answered = stakeholder.perspectives.find(({ id }) => id === answering);
  return (
    <section className={styles.part} aria-label={texts.told}>
      <div className={styles.head}>
        <h3>{texts.told}</h3>
        {mayEdit && (
          <Button size="small" variant="quiet" icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>
            {texts.addTold}
          </Button>
        )}
      </div>
      {stakeholder.perspectives.length === 0 && <p className={styles.quiet}>{texts.noTold}</p>}
      <ul className={styles.lines}>
        {stakeholder.perspectives.map(({ id, meetingId, saidOn, capacity, said, feedbackDueOn, feedbackOn, feedback }) => (
          <li key={id} className={styles.entry}>
            <span className={styles.when}>
              {[capacity, meetings.find((meeting) => meeting.id === meetingId)?.title, format.date(saidOn)].filter(Boolean).join(' · ')}
            </span>
            <span className={styles.text}>{said}</span>
            {feedbackOn ? (
              <span className={styles.next}>{texts.answered(format.date(feedbackOn), feedback ?? '')}</span>
            ) : (
              <Badge tone={feedbackDueOn < today() ? 'brick' : 'amber'}>
                {feedbackDueOn < today() ? texts.owedLate(format.date(feedbackDueOn)) : texts.owedBy(format.date(feedbackDueOn))}
              </Badge>
            )}
            {!feedbackOn && mayEdit && (
              <Button size="small" icon={<MessageSquareReply aria-hidden />} onPress={() => setAnswering(id)}>
                {texts.give}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Suspense>
        {adding && <ToldDialog stakeholder={stakeholder} meetings={meetings} onClose={() => setAdding(false)} />}
        {answered && <FeedbackDialog perspectiveId={answered.id} said={answered.said} onClose={() => setAnswering(null)} />}
      </Suspense>
    </section>
  );
}
