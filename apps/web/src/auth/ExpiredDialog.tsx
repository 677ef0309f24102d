import { useState } from 'react';
import { signInAs } from '../platform/authCalls';
import type { Failure } from '../platform/failure';
import { useSession } from '../platform/session';
import { useFailureText } from '../platform/useFailureText';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';
import { lastPersona } from './persona';
import { useAuthTexts } from './useAuthTexts';

/** Signing in again without leaving the page, so that nothing typed is lost. */
export default function ExpiredDialog() {
  const { expired: texts } = useAuthTexts();
  const { refresh } = useSession();
  const failureText = useFailureText();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const persona = lastPersona();

  async function again(as: string) {
    setBusy(true);
    const answer = await signInAs(as);
    setBusy(false);
    if (answer.ok) await refresh();
    else setFailure(answer.failure);
  }

  return (
    <Dialog
      isOpen
      stays
      alert
      onClose={() => {}}
      title={texts.title}
      actions={
        <>
          {persona && (
            <Button variant="primary" isPending={busy} onPress={() => void again(persona)}>
              {texts.again}
            </Button>
          )}
          <Button variant={persona ? 'secondary' : 'primary'} onPress={() => location.assign('/')}>
            {texts.other}
          </Button>
        </>
      }
    >
      <p>{persona ? texts.kept : texts.guest}</p>
      {failure && (
        <Notice tone="brick" role="alert">
          {failureText(failure)}
        </Notice>
      )}
    </Dialog>
  );
}
