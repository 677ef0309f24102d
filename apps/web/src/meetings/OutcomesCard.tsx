import type { MapLook } from '../area-maps/mapLook';
import { useLocale } from '../platform/i18n/locale';
import { useTenant } from '../platform/tenant';
import { Card } from '../ui/Card';
import { Fold } from '../ui/Fold';
import { NewOutcome } from './NewOutcome';
import { OutcomeLine } from './OutcomeLine';
import styles from './Outcomes.module.css';
import { outcomesByQuestion, type QuestionWithOutcomes } from './outcomesByQuestion';
import type { MeetingFull } from './useMeetingPage';
import { useMeetingPageTexts } from './useMeetingPageTexts';
import { useOutcomeTexts } from './useOutcomeTexts';

interface OutcomesCardProps {
  meeting: MeetingFull;
  /** The live map, where it is beside. */
  map?: MapLook | null;
}

/** What people say that is worth keeping: while the meeting is open, under the question that is asked now; after, under each. */
export function OutcomesCard({ meeting, map = null }: OutcomesCardProps) {
  const texts = useOutcomeTexts();
  const { locale } = useLocale();
  const { may } = useTenant();
  const open = meeting.state === 'OPEN';
  const groups = outcomesByQuestion(meeting, locale);
  const isNow = ({ phase, question }: QuestionWithOutcomes) => open && phase === meeting.phase && (phase === null || question === meeting.question);
  const now = groups.find(isNow);
  const others = groups.filter((group) => !isNow(group));
  const lines = (group: QuestionWithOutcomes, label: string) => (
    <ul aria-label={label}>
      {group.outcomes.map((outcome) => (
        <OutcomeLine key={outcome.id} outcome={outcome} meeting={meeting} map={map} />
      ))}
    </ul>
  );

  return (
    <Card title={texts.title}>
      {open && may('meeting.note') && (
        <div className={styles.box}>
          <NewOutcome meeting={meeting} />
        </div>
      )}
      {open && !now && <p className={styles.muted}>{texts.none}</p>}
      {now && lines(now, texts.here)}
      {others.length > 0 &&
        (open ? (
          <Fold label={texts.elsewhere(others.reduce((sum, { outcomes }) => sum + outcomes.length, 0))}>
            <Groups groups={others} lines={lines} />
          </Fold>
        ) : (
          <Groups groups={others} lines={lines} />
        ))}
    </Card>
  );
}

interface GroupsProps {
  groups: readonly QuestionWithOutcomes[];
  lines: (group: QuestionWithOutcomes, label: string) => React.ReactNode;
}

function Groups({ groups, lines }: GroupsProps) {
  const { live } = useMeetingPageTexts();
  const texts = useOutcomeTexts();
  return (
    <div className={styles.groups}>
      {groups.map((group) => {
        const name = group.phase ? live.phases[group.phase] : texts.before;
        return (
          <section key={`${group.phase}.${group.question}`}>
            <h3 className={styles.asked}>
              <span className={styles.phase}>{name}</span>
              {group.asked}
            </h3>
            {lines(group, group.asked ?? name)}
          </section>
        );
      })}
    </div>
  );
}
