import { EllipsisVertical, Send, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { type MeetingAnswer, RemoveParticipantDocument, ReplyToMeetingDocument, SetAttendanceDocument } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useSession } from '../platform/session';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Badge, type Tone } from '../ui/Badge';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { Checkbox } from '../ui/Checkbox';
import { Chips } from '../ui/Chips';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { IconButton } from '../ui/IconButton';
import { Menu, MenuItem } from '../ui/Menu';
import { AddParticipantsDialog } from './AddParticipantsDialog';
import styles from './ParticipantsCard.module.css';
import { SendInvitationsDialog } from './SendInvitationsDialog';
import type { MeetingFull } from './useMeetingPage';
import { useMeetingPageTexts } from './useMeetingPageTexts';

type Participant = MeetingFull['participants'][number];

const answers = ['YES', 'MAYBE', 'NO'] as const;
const tones: Readonly<Record<MeetingAnswer, Tone>> = { YES: 'moss', MAYBE: 'amber', NO: 'neutral' };

/** Who is to come and what they answered; in the meeting, who is there. */
export function ParticipantsCard({ meeting }: { meeting: MeetingFull }) {
  const { people: texts } = useMeetingPageTexts();
  const { may } = useTenant();
  const { me } = useSession();
  const [adding, setAdding] = useState(false);
  const [inviting, setInviting] = useState(false);
  const { participants, state } = meeting;
  const toCome = state === 'PLANNED' || state === 'OPEN';
  const host = may('meeting.host') && toCome;
  const mine = participants.find(({ personId }) => personId !== null && personId === me?.personId);
  const waiting = participants.filter(({ invitedAt }) => !invitedAt).length;
  const count = (answer: MeetingAnswer) => participants.filter((one) => one.answer === answer).length;
  const sum =
    state === 'PLANNED' || state === 'CANCELLED'
      ? texts.sum(count('YES'), count('MAYBE'), count('NO'), participants.filter((one) => !one.answer).length)
      : texts[state === 'OPEN' ? 'came' : 'attendance'](participants.filter((one) => one.attended).length, participants.length);

  return (
    <Card
      title={texts.title}
      action={
        host && (
          <Button icon={<UserPlus aria-hidden />} onPress={() => setAdding(true)}>
            {texts.add}
          </Button>
        )
      }
    >
      {mine && state === 'PLANNED' && <OwnAnswer meetingId={meeting.id} mine={mine} />}
      {participants.length === 0 ? <p className={styles.muted}>{host ? texts.empty : texts.emptyReader}</p> : <p className={styles.muted}>{sum}</p>}
      {participants.length > 0 && (
        <ul>
          {participants.map((participant) => (
            <Line key={participant.id} participant={participant} meeting={meeting} host={host} />
          ))}
        </ul>
      )}
      {host && waiting > 0 && state === 'PLANNED' && (
        <div>
          <Button icon={<Send aria-hidden />} onPress={() => setInviting(true)}>
            {texts.invite(waiting)}
          </Button>
        </div>
      )}
      {inviting && <SendInvitationsDialog meeting={meeting} onClose={() => setInviting(false)} />}
      {adding && <AddParticipantsDialog meeting={meeting} onClose={() => setAdding(false)} />}
    </Card>
  );
}

function OwnAnswer({ meetingId, mine }: { meetingId: string; mine: Participant }) {
  const { people: texts } = useMeetingPageTexts();
  const [replying, reply] = useAction(ReplyToMeetingDocument);

  async function say(answer: MeetingAnswer | undefined) {
    if (answer && (await reply({ meetingId, participantId: mine.id, answer }))) notify({ text: texts.thanks, tone: 'moss' });
  }

  return (
    <div className={styles.own}>
      <Chips
        label={texts.mine}
        choices={answers.map((id) => ({ id, label: texts.answers[id] }))}
        value={mine.answer ? [mine.answer] : []}
        onChange={([answer]) => void say(answer)}
        isDisabled={replying}
      />
    </div>
  );
}

function Line({ participant, meeting, host }: { participant: Participant; meeting: MeetingFull; host: boolean }) {
  const { people: texts } = useMeetingPageTexts();
  const { may } = useTenant();
  const [ticking, tick] = useAction(SetAttendanceDocument);
  const open = meeting.state === 'OPEN';
  const { name, organisation, email, id, answer, fromCalendar } = participant;
  const words = (
    <span className={styles.words}>
      <span className={styles.name}>{name}</span>
      {organisation && <span className={styles.facts}>{organisation}</span>}
      {email && <span className={styles.facts}>{email}</span>}
      {answer && fromCalendar && <span className={styles.facts}>{texts.fromCalendar}</span>}
    </span>
  );
  return (
    <li className={styles.line}>
      {open && may('meeting.note') ? (
        <Checkbox
          isSelected={participant.attended ?? false}
          isDisabled={ticking}
          aria-label={texts.here(name)}
          onChange={(attended) => void tick({ meetingId: meeting.id, participantId: id, attended })}
        >
          {words}
        </Checkbox>
      ) : (
        words
      )}
      <State participant={participant} state={meeting.state} />
      {host && <Actions participant={participant} meetingId={meeting.id} />}
    </li>
  );
}

function State({ participant, state }: { participant: Participant; state: MeetingFull['state'] }) {
  const { people: texts } = useMeetingPageTexts();
  const { answer, invitedAt, attended } = participant;
  if (state === 'CLOSED') return <Badge tone={attended ? 'moss' : 'neutral'}>{attended ? texts.attended : texts.absent}</Badge>;
  if (answer) return <Badge tone={tones[answer]}>{texts.answers[answer]}</Badge>;
  return <span className={styles.facts}>{invitedAt ? texts.waiting : texts.notInvited}</span>;
}

function Actions({ participant, meetingId }: { participant: Participant; meetingId: string }) {
  const { people: texts } = useMeetingPageTexts();
  const [, reply] = useAction(ReplyToMeetingDocument);
  const [taking, remove] = useAction(RemoveParticipantDocument);
  const { cancel } = usePlatformTexts();
  const [asking, setAsking] = useState(false);
  const label = texts.actionsFor(participant.name);
  const { removing } = texts;

  async function takeOff() {
    if (await remove({ meetingId, participantId: participant.id })) notify({ text: removing.done(participant.name) });
    else setAsking(false);
  }

  return (
    <>
      <Menu trigger={<IconButton label={label} icon={<EllipsisVertical aria-hidden />} />} label={label}>
        {answers.map((answer) => (
          <MenuItem key={answer} onAction={() => void reply({ meetingId, participantId: participant.id, answer })}>
            {texts.note(texts.answers[answer])}
          </MenuItem>
        ))}
        <MenuItem danger onAction={() => (participant.invitedAt ? setAsking(true) : void takeOff())}>
          {texts.remove}
        </MenuItem>
      </Menu>
      {asking && (
        <ConfirmDialog
          title={removing.title(participant.name)}
          confirm={removing.confirm}
          cancel={cancel}
          isPending={taking}
          onConfirm={() => void takeOff()}
          onClose={() => setAsking(false)}
        >
          <p>{removing.text(participant.name)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
