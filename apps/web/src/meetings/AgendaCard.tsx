import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useMutation } from 'urql';
import { AgreeOnAgendaItemDocument, FinishAgendaItemDocument, LeadMeetingDocument } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { TextField } from '../ui/TextField';
import styles from './AgendaCard.module.css';
import { AgendaDialog } from './AgendaDialog';
import { AgreedUpon } from './AgreedUpon';
import { MakeAgreement } from './MakeAgreement';
import { useElapsed } from './useElapsed';
import type { MeetingFull } from './useMeetingPage';
import { useMeetingPageTexts } from './useMeetingPageTexts';

type Item = MeetingFull['agenda'][number];

/** What the meeting talks about; while it is open, one item at a time with its clock. */
export function AgendaCard({ meeting }: { meeting: MeetingFull }) {
  const { agenda: texts } = useMeetingPageTexts();
  const { may } = useTenant();
  const [editing, setEditing] = useState(false);
  const mayEdit = may('meeting.host') && (meeting.state === 'PLANNED' || meeting.state === 'OPEN');
  const planned = meeting.agenda.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  const over = planned - meeting.durationMinutes;
  return (
    <Card
      title={texts.title}
      action={
        mayEdit && (
          <Button icon={<Pencil aria-hidden />} onPress={() => setEditing(true)}>
            {meeting.agenda.length > 0 ? texts.edit : texts.add}
          </Button>
        )
      }
    >
      {meeting.agenda.length === 0 ? (
        <p className={styles.muted}>{mayEdit ? texts.empty : texts.emptyReader}</p>
      ) : (
        <ol className={styles.items}>
          {meeting.agenda.map((item, index) => (
            <Line key={item.id} number={index + 1} item={item} meeting={meeting} />
          ))}
        </ol>
      )}
      {planned > 0 && meeting.state === 'PLANNED' && (
        <p className={over > 0 ? styles.over : styles.muted}>{over > 0 ? texts.over(over) : texts.total(planned, meeting.durationMinutes)}</p>
      )}
      {editing && <AgendaDialog meeting={meeting} onClose={() => setEditing(false)} />}
    </Card>
  );
}

function Line({ number, item, meeting }: { number: number; item: Item; meeting: MeetingFull }) {
  const { agenda: texts, minutes } = useMeetingPageTexts();
  const { may } = useTenant();
  const [, lead] = useAction(LeadMeetingDocument);
  const [finishing, finish] = useAction(FinishAgendaItemDocument);
  const open = meeting.state === 'OPEN';
  const now = open && meeting.itemId === item.id;
  const [, agree] = useMutation(AgreeOnAgendaItemDocument);
  // The team while the meeting is open; after it, whoever hosts.
  const mayAgree = may('agreement.make') && (open || (meeting.state === 'CLOSED' && may('meeting.host')));
  const say = (done: boolean) => void finish({ meetingId: meeting.id, itemId: item.id, done, outcome: item.outcome });
  const begin = () => void lead({ meetingId: meeting.id, phase: meeting.phase ?? 'WELCOME', question: meeting.question, itemId: item.id });

  return (
    <li className={styles.item} data-now={now || undefined} data-done={item.done || undefined}>
      <span className={styles.number} aria-hidden>
        {number}
      </span>
      <div className={styles.words}>
        <p className={styles.title}>{item.title}</p>
        <p className={styles.facts}>{[item.minutes !== null && minutes(item.minutes), item.responsible?.name].filter(Boolean).join(' · ')}</p>
        <div className={styles.badges}>
          {item.carried && <Badge>{texts.carried}</Badge>}
          {item.done && <Badge tone="moss">{texts.done}</Badge>}
          {now && <Clock since={meeting.itemSince} of={item.minutes} />}
        </div>
        {item.outcome && !now && <p className={styles.outcome}>{item.outcome}</p>}
        {item.agreement && <AgreedUpon agreement={item.agreement} said={item.outcome ?? ''} />}
        {now && may('meeting.note') && <Outcome key={item.outcome} meetingId={meeting.id} item={item} />}
        {item.outcome && !item.agreement && mayAgree && (
          <div className={styles.agree}>
            <MakeAgreement
              meeting={meeting}
              from={{ id: item.id, words: item.outcome, personId: item.responsible?.personId }}
              agree={(input) => agree({ meetingId: meeting.id, itemId: item.id, input })}
            />
          </div>
        )}
      </div>
      {open && may('meeting.note') && (
        <div className={styles.actions}>
          {!item.done && !now && may('meeting.host') && (
            <Button size="small" aria-label={texts.startOf(item.title)} onPress={begin}>
              {texts.start}
            </Button>
          )}
          <Button
            size="small"
            variant={now ? 'primary' : 'secondary'}
            isPending={finishing}
            aria-label={item.done ? texts.reopenOf(item.title) : texts.finishOf(item.title)}
            onPress={() => say(!item.done)}
          >
            {item.done ? texts.reopen : texts.finish}
          </Button>
        </div>
      )}
    </li>
  );
}

function Clock({ since, of }: { since: string | null; of: number | null }) {
  const { agenda: texts } = useMeetingPageTexts();
  const spent = useElapsed(since) ?? 0;
  if (of === null) return <Badge tone="fjord">{texts.spentOnly(spent)}</Badge>;
  return spent > of ? <Badge tone="amber">{texts.overTime(spent - of)}</Badge> : <Badge tone="fjord">{texts.spent(spent, of)}</Badge>;
}

function Outcome({ meetingId, item }: { meetingId: string; item: Item }) {
  const { agenda: texts } = useMeetingPageTexts();
  const [outcome, setOutcome] = useState(item.outcome ?? '');
  const [saving, save] = useAction(FinishAgendaItemDocument);

  async function keep() {
    if (await save({ meetingId, itemId: item.id, done: item.done, outcome })) notify({ text: texts.outcomeSaved, tone: 'moss' });
  }

  return (
    <div className={styles.outcomeField}>
      <TextField label={texts.outcomeLabel} aria-label={texts.outcome(item.title)} value={outcome} onChange={setOutcome} maxLength={1000} />
      {outcome !== (item.outcome ?? '') && (
        <Button size="small" isPending={saving} onPress={() => void keep()}>
          {texts.outcomeSave}
        </Button>
      )}
    </div>
  );
}
