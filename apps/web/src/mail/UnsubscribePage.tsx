import { MailCheck, MailX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { OpenFrame } from '../auth/OpenFrame';
import { lookAtSubscription, type MailSubscription, unsubscribe } from '../platform/authCalls';
import type { Failure } from '../platform/failure';
import { useFormats } from '../platform/i18n/format';
import { useLocale } from '../platform/i18n/locale';
import { useFailureText } from '../platform/useFailureText';
import { usePage } from '../platform/usePage';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button, LinkButton } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { Skeletons } from '../ui/Skeleton';
import styles from './UnsubscribePage.module.css';
import { useMailTexts } from './useMailTexts';

/** Where the link in a mail leads: one question, one button. Opening it changes nothing, for programs open links too. */
export default function UnsubscribePage() {
  const { unsubscribe: texts } = useMailTexts();
  const { token = '' } = useParams();
  const { locale } = useLocale();
  const [subscription, setSubscription] = useState<MailSubscription | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  usePage(texts.title);

  async function show(asked: ReturnType<typeof unsubscribe>) {
    const answer = await asked;
    if (answer.ok) setSubscription(answer.data);
    setFailure(answer.ok ? null : answer.failure);
  }
  // Its names come in the language of the page.
  useEffect(() => void show(lookAtSubscription(token)), [token, locale]);

  return <OpenFrame>{failure ? <Dead failure={failure} /> : <Question subscription={subscription} onPress={() => show(unsubscribe(token))} />}</OpenFrame>;
}

function Question({ subscription, onPress }: { subscription: MailSubscription | null; onPress: () => Promise<void> }) {
  const { unsubscribe: texts } = useMailTexts();
  const { loading } = usePlatformTexts();
  const format = useFormats();
  const [busy, setBusy] = useState(false);
  if (!subscription) return <Skeletons label={loading} heights={['2.4rem', '3rem', '3rem']} />;
  const { tenant, stopped } = subscription;
  const kinds = format.list(subscription.kinds);
  if (stopped) {
    return (
      <EmptyState level={1} icon={<MailCheck aria-hidden />} title={texts.doneTitle} actions={<LinkButton to="/">{texts.toKvarter}</LinkButton>}>
        <p role="status">{texts.done(kinds, tenant)}</p>
        <p>{texts.next}</p>
      </EmptyState>
    );
  }

  async function press() {
    setBusy(true);
    await onPress();
    setBusy(false);
  }

  return (
    <div className={styles.question}>
      <h1>{texts.title}</h1>
      <p>{texts.ask(kinds, tenant)}</p>
      <Button variant="primary" size="large" isPending={busy} onPress={() => void press()}>
        {texts.press}
      </Button>
      <p className={styles.small}>{texts.next}</p>
    </div>
  );
}

function Dead({ failure }: { failure: Failure }) {
  const { unsubscribe: texts } = useMailTexts();
  const failureText = useFailureText();
  return (
    <EmptyState level={1} icon={<MailX aria-hidden />} title={texts.deadTitle} actions={<LinkButton to="/">{texts.toKvarter}</LinkButton>}>
      <p>{failureText(failure)}</p>
    </EmptyState>
  );
}
