import { CalendarCheck, CalendarX, CircleCheck, MailX } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useLocation, useParams } from 'react-router';
import { OpenFrame } from '../auth/OpenFrame';
import { type InvitedReply, lookAtReply, sendReply } from '../platform/authCalls';
import type { Failure } from '../platform/failure';
import { useTexts } from '../platform/i18n/texts';
import { useFailureText } from '../platform/useFailureText';
import { usePage } from '../platform/usePage';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button, LinkButton } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { FieldFoot, FieldLabel } from '../ui/FieldParts';
import { Notice } from '../ui/Notice';
import { Skeletons } from '../ui/Skeleton';
import styles from './ReplyPage.module.css';
import { da } from './reply.da';
import { en } from './reply.en';

const answers = ['YES', 'MAYBE', 'NO'] as const;
type Answer = (typeof answers)[number];

/**
 * Where the answers in an invitation lead: one question, three answers. The address says which was pressed in its
 * fragment, and that is chosen to begin with; opening it changes nothing, for programs open links too.
 */
export default function ReplyPage() {
  const texts = useTexts({ da, en });
  const { loading } = usePlatformTexts();
  const { token = '' } = useParams();
  const { hash } = useLocation();
  const [invited, setInvited] = useState<InvitedReply | null>(null);
  const [gone, setGone] = useState<Failure | null>(null);
  const [given, setGiven] = useState<Answer | null>(null);
  usePage(texts.title);

  useEffect(() => {
    void lookAtReply(token).then((answer) => (answer.ok ? setInvited(answer.data) : setGone(answer.failure)));
  }, [token]);

  const pressed = answers.find((one) => hash === `#${one}`);
  return (
    <OpenFrame>
      {gone ? (
        <Gone failure={gone} />
      ) : given ? (
        <EmptyState level={1} icon={<CircleCheck aria-hidden />} title={texts.thanks} actions={<Button onPress={() => setGiven(null)}>{texts.change}</Button>}>
          <p role="status">{texts.noted[given]}</p>
        </EmptyState>
      ) : !invited ? (
        <Skeletons label={loading} heights={['2.4rem', '4rem', '4rem', '4rem', '3rem']} />
      ) : (
        <ReplyForm
          // The same page may be opened with another answer.
          key={pressed}
          token={token}
          present={invited.answer}
          first={pressed ?? invited.answer}
          onGiven={(answer) => {
            setInvited({ answer });
            setGiven(answer);
          }}
          onGone={setGone}
        />
      )}
    </OpenFrame>
  );
}

/** Why there is nothing to answer any more. */
function Gone({ failure }: { failure: Failure }) {
  const texts = useTexts({ da, en });
  const failureText = useFailureText();
  const {
    title,
    text,
    icon: Icon,
  } = {
    MEETING_CANCELLED: { title: texts.cancelled, text: texts.cancelledText, icon: CalendarX },
    MEETING_ALREADY_CLOSED: { title: texts.over, text: texts.overText, icon: CalendarCheck },
    LINK_EXPIRED: { title: texts.expired, text: texts.expiredText, icon: MailX },
  }[failure.reason ?? ''] ?? { title: texts.dead, text: failureText(failure), icon: MailX };
  return (
    <EmptyState level={1} icon={<Icon aria-hidden />} title={title} actions={<LinkButton to="/">{texts.toKvarter}</LinkButton>}>
      <p>{text}</p>
    </EmptyState>
  );
}

interface ReplyFormProps {
  token: string;
  /** What stands noted. */
  present: Answer | null;
  /** What is chosen to begin with. */
  first: Answer | null;
  onGiven: (answer: Answer) => void;
  onGone: (failure: Failure) => void;
}

function ReplyForm({ token, present, first, onGiven, onGone }: ReplyFormProps) {
  const texts = useTexts({ da, en });
  const failureText = useFailureText();
  const [answer, setAnswer] = useState<Answer | null>(first);
  const [missing, setMissing] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  async function send(event: FormEvent) {
    event.preventDefault();
    setMissing(!answer);
    if (!answer || busy) return;
    setBusy(true);
    const sent = await sendReply(token, answer);
    setBusy(false);
    if (sent.ok) onGiven(answer);
    else if (sent.failure.kind === 'refused') onGone(sent.failure);
    else setFailure(sent.failure);
  }

  return (
    <form className={styles.form} onSubmit={(event) => void send(event)} noValidate>
      <div>
        <h1>{texts.title}</h1>
        <p>{present ? texts.now[present] : texts.lead}</p>
      </div>
      {failure && (
        <Notice tone="brick" role="alert">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      <RadioGroup
        className={styles.answers}
        value={answer}
        // Values are the answers.
        onChange={(next) => setAnswer(next as Answer)}
        isInvalid={missing}
      >
        <FieldLabel label={texts.answer} />
        {answers.map((one) => (
          <Radio key={one} value={one} className={styles.answer}>
            <span className={styles.ring} />
            <span className={styles.words}>
              <span className={styles.label}>{texts.answers[one]}</span>
              <span className={styles.help}>{texts.help[one]}</span>
            </span>
          </Radio>
        ))}
        <FieldFoot error={missing ? texts.missing : null} />
      </RadioGroup>
      <div>
        {/* It leaves with its form, so nothing may be said of it afterwards: it is not pending. */}
        <Button type="submit" variant="primary" size="large" wide>
          {texts.send}
        </Button>
      </div>
      <p className={styles.small}>{texts.which}</p>
    </form>
  );
}
