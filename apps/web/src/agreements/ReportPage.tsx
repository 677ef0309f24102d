import { CircleCheck, MailX } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { OpenFrame } from '../auth/OpenFrame';
import { type AskedReport, type GivenReport, lookAtReport, sendReport } from '../platform/authCalls';
import type { Failure } from '../platform/failure';
import { useTexts } from '../platform/i18n/texts';
import { useFailureText } from '../platform/useFailureText';
import { usePage } from '../platform/usePage';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button, LinkButton } from '../ui/Button';
import { DateField } from '../ui/DateField';
import { EmptyState } from '../ui/EmptyState';
import { Notice } from '../ui/Notice';
import { RadioGroup } from '../ui/RadioGroup';
import { Skeletons } from '../ui/Skeleton';
import { TextArea } from '../ui/TextField';
import styles from './ReportPage.module.css';
import { da } from './report.da';
import { en } from './report.en';

const longestNote = 2_000;

/** Where the link in a reminder leads: one question, three answers. Opening it changes nothing, for programs open links too. */
export default function ReportPage() {
  const texts = useTexts({ da, en });
  const { loading } = usePlatformTexts();
  const { token = '' } = useParams();
  const failureText = useFailureText();
  const [asked, setAsked] = useState<AskedReport | null>(null);
  const [dead, setDead] = useState<Failure | null>(null);
  const [given, setGiven] = useState<GivenReport['answer'] | null>(null);
  usePage(texts.title);

  useEffect(() => {
    void lookAtReport(token).then((answer) => (answer.ok ? setAsked(answer.data) : setDead(answer.failure)));
  }, [token]);

  const toKvarter = <LinkButton to="/">{texts.toKvarter}</LinkButton>;
  return (
    <OpenFrame>
      {dead ? (
        <EmptyState level={1} icon={<MailX aria-hidden />} title={texts.dead} actions={toKvarter}>
          <p>{failureText(dead)}</p>
        </EmptyState>
      ) : given ? (
        <EmptyState level={1} icon={<CircleCheck aria-hidden />} title={texts.thanks} actions={toKvarter}>
          <p role="status">{given === 'LATER' ? texts.thanksLater : texts.thanksDone}</p>
        </EmptyState>
      ) : !asked ? (
        <Skeletons label={loading} heights={['2.4rem', '8rem', '3rem']} />
      ) : asked.open ? (
        <ReportForm token={token} onGiven={setGiven} />
      ) : (
        <EmptyState level={1} icon={<CircleCheck aria-hidden />} title={texts.closed} actions={toKvarter}>
          <p>{texts.closedText}</p>
        </EmptyState>
      )}
    </OpenFrame>
  );
}

function ReportForm({ token, onGiven }: { token: string; onGiven: (answer: GivenReport['answer']) => void }) {
  const texts = useTexts({ da, en });
  const { optional } = usePlatformTexts();
  const failureText = useFailureText();
  const [report, setReport] = useState<GivenReport>({ answer: 'DONE', note: null, dueOn: null });
  const [failure, setFailure] = useState<Failure | null>(null);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const { answer, note, dueOn } = report;
  const cant = answer === 'CANT';

  async function send(event: FormEvent) {
    event.preventDefault();
    const unsaid = cant && !note?.trim();
    setMissing(unsaid);
    if (unsaid) return;
    setBusy(true);
    const sent = await sendReport(token, { ...report, dueOn: answer === 'LATER' && dueOn ? dueOn : null });
    setBusy(false);
    if (sent.ok) onGiven(answer);
    else setFailure(sent.failure);
  }

  return (
    <form className={styles.form} onSubmit={(event) => void send(event)} noValidate>
      <div>
        <h1>{texts.title}</h1>
        <p>{texts.lead}</p>
      </div>
      {failure && (
        <Notice tone="brick" role="alert">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      <RadioGroup
        label={texts.answer}
        choices={[
          { id: 'DONE', label: texts.done },
          { id: 'LATER', label: texts.later, help: texts.laterHelp },
          { id: 'CANT', label: texts.cant, help: texts.cantHelp },
        ]}
        value={answer}
        onChange={(next) => setReport({ ...report, answer: next })}
      />
      {answer === 'LATER' && (
        <DateField label={texts.day} optional={optional} help={texts.dayHelp} value={dueOn} onChange={(day) => setReport({ ...report, dueOn: day })} />
      )}
      <TextArea
        label={cant ? texts.why : texts.note}
        optional={cant ? undefined : optional}
        help={texts.noteHelp}
        value={note ?? ''}
        onChange={(text) => setReport({ ...report, note: text })}
        maxLength={longestNote}
        error={missing ? texts.whyMissing : null}
      />
      <div>
        <Button type="submit" variant="primary" size="large" isPending={busy}>
          {texts.send}
        </Button>
      </div>
      <p className={styles.small}>{texts.which}</p>
    </form>
  );
}
