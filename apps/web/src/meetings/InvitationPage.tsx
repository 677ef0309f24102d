import { ArrowRight, TicketX } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { OpenFrame } from '../auth/OpenFrame';
import { acceptInvitation } from '../platform/authCalls';
import type { Failure } from '../platform/failure';
import { useSession } from '../platform/session';
import { useFailureText } from '../platform/useFailureText';
import { usePage } from '../platform/usePage';
import { Button, LinkButton } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { Notice } from '../ui/Notice';
import { TextField } from '../ui/TextField';
import styles from './InvitationPage.module.css';
import { useMeetingTexts } from './useMeetingTexts';

/** Reasons after which the same code never works again. */
const dead = ['INVITATION_NOT_FOUND', 'INVITATION_EXPIRED', 'INVITATION_USED', 'INVITATION_REVOKED', 'MEETING_CLOSED', 'GUEST_REMOVED'];

/** Where a guest's link leads. The code stands after the `#`, where no log or proxy sees it. */
export default function InvitationPage() {
  const { invitation: texts } = useMeetingTexts();
  const code = useLocation().hash.slice(1);
  const [failure, setFailure] = useState<Failure | null>(null);
  usePage(texts.title);
  return (
    <OpenFrame>
      {!code && <Dead title={texts.missingTitle} text={texts.missing} />}
      {code && failure?.reason && dead.includes(failure.reason) && <Dead title={texts.deadTitle} text={failure.message} />}
      {code && !dead.includes(failure?.reason ?? '') && <JoinForm code={code} failure={failure} onFailure={setFailure} />}
    </OpenFrame>
  );
}

interface JoinFormProps {
  code: string;
  failure: Failure | null;
  onFailure: (failure: Failure | null) => void;
}

function JoinForm({ code, failure, onFailure }: JoinFormProps) {
  const { invitation: texts } = useMeetingTexts();
  const { me, refresh } = useSession();
  const navigate = useNavigate();
  const failureText = useFailureText();
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function join(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '') return setError(texts.nameMissing);
    setBusy(true);
    const answer = await acceptInvitation(code, name.trim());
    if (answer.ok) {
      // A guest is someone new: nothing of who was signed in here before may be left.
      sessionStorage.clear();
      await refresh();
      return navigate(`/${answer.data.tenant}/areas/${answer.data.areaId}/map`, { replace: true });
    }
    setBusy(false);
    const concernsName = answer.failure.field === 'name' || answer.failure.reason?.startsWith('NAME_');
    setError(concernsName ? answer.failure.message : null);
    onFailure(concernsName ? null : answer.failure);
  }

  return (
    <form className={styles.form} onSubmit={(event) => void join(event)} noValidate>
      <div>
        <h1>{texts.title}</h1>
        <p className={styles.lead}>{texts.lead}</p>
      </div>
      {me && <Notice tone="amber">{texts.signedInAs(me.name)}</Notice>}
      {failure && (
        <Notice tone="brick" role="alert">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      <TextField
        label={texts.name}
        help={texts.nameHelp}
        name="name"
        autoComplete="given-name"
        value={name}
        onChange={(next) => {
          setName(next);
          setError(null);
        }}
        error={error}
        autoFocus
      />
      <Button type="submit" variant="primary" size="large" wide isPending={busy} icon={<ArrowRight aria-hidden />}>
        {texts.join}
      </Button>
      <p className={styles.small}>
        {texts.next} {texts.privacy}
      </p>
    </form>
  );
}

function Dead({ title, text }: { title: string; text: string }) {
  const { invitation: texts } = useMeetingTexts();
  const { me } = useSession();
  return (
    <EmptyState level={1} icon={<TicketX aria-hidden />} title={title} actions={me && <LinkButton to="/">{texts.continue}</LinkButton>}>
      <p>{text}</p>
    </EmptyState>
  );
}
