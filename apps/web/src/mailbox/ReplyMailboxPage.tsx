import { useEffect, useState } from 'react';
import { RemoveMailboxDocument, ReplyMailboxDocument } from '../generated/graphql';
import { FailurePage } from '../platform/FailurePage';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { PageHeader } from '../ui/PageHeader';
import { Skeletons } from '../ui/Skeleton';
import { MailboxForm } from './MailboxForm';
import { MailboxState } from './MailboxState';
import styles from './ReplyMailboxPage.module.css';
import { useMailboxTexts } from './useMailboxTexts';

/** Milliseconds between two looks at how it fares. */
const lookEvery = 15_000;

/** The mailbox of the municipality that answers to invitations go to: how it fares, and how it is reached. */
export default function ReplyMailboxPage() {
  const texts = useMailboxTexts();
  const { loading } = usePlatformTexts();
  const { name, may } = useTenant();
  const mine = may('mailbox.edit');
  const { data, failure, again } = usePageQuery({ query: ReplyMailboxDocument, requestPolicy: 'cache-and-network', pause: !mine });
  usePage(texts.title);
  useEffect(() => {
    if (!mine) return;
    const look = setInterval(again, lookEvery);
    return () => clearInterval(look);
  }, [again, mine]);

  if (!mine) return <FailurePage failure={{ kind: 'refused', code: 'FORBIDDEN', message: '' }} />;
  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={loading} heights={['2.4rem', '1.4rem', '24rem']} />;
  const mailbox = data.mailbox ?? null;
  return (
    <>
      <PageHeader title={texts.title} above={name} lead={texts.lead} />
      <div className={styles.page}>
        <MailboxState mailbox={mailbox} />
        <Card title={texts.settings}>
          <MailboxForm key={mailbox ? 'there' : 'none'} mailbox={mailbox} onSaved={again} />
        </Card>
        <Card title={texts.happens}>
          <p>{texts.happensLead}</p>
          <ul className={styles.list}>
            {[texts.happensTaken, texts.happensMarked, texts.happensRest].map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Card>
        {mailbox && <Removal onRemoved={again} />}
      </div>
    </>
  );
}

function Removal({ onRemoved }: { onRemoved: () => void }) {
  const texts = useMailboxTexts();
  const { cancel } = usePlatformTexts();
  const [asks, setAsks] = useState(false);
  const [removing, remove] = useAction(RemoveMailboxDocument);

  async function confirm() {
    if (!(await remove({}))) return;
    setAsks(false);
    notify({ text: texts.removed, tone: 'moss' });
    onRemoved();
  }

  return (
    <div>
      <Button onPress={() => setAsks(true)}>{texts.remove}</Button>
      {asks && (
        <ConfirmDialog
          title={texts.removeTitle}
          confirm={texts.remove}
          cancel={cancel}
          isPending={removing}
          onConfirm={() => void confirm()}
          onClose={() => setAsks(false)}
        >
          <p>{texts.removeText}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
