import { useMutation, useQuery } from 'urql';
import { MySessionsDocument, RevokeSessionDocument } from '../generated/graphql';
import { failureOf } from '../platform/failure';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useFailureText } from '../platform/useFailureText';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';
import { Skeletons } from '../ui/Skeleton';
import styles from './SessionsDialog.module.css';
import { useAuthTexts } from './useAuthTexts';

/** Where one is signed in, and a way out of each place. */
export default function SessionsDialog({ onClose }: { onClose: () => void }) {
  const { sessions: texts } = useAuthTexts();
  const { loading } = usePlatformTexts();
  const format = useFormats();
  const failureText = useFailureText();
  const [{ data, error }, ask] = useQuery({ query: MySessionsDocument, requestPolicy: 'network-only' });
  const [{ fetching, error: refused }, revoke] = useMutation(RevokeSessionDocument);
  const failure = error ?? refused;

  async function end(id: string) {
    const result = await revoke({ id });
    if (result.error) return;
    notify({ text: texts.revoked, tone: 'moss' });
    ask({ requestPolicy: 'network-only' });
  }

  return (
    <Dialog isOpen onClose={onClose} title={texts.title}>
      <p>{texts.lead}</p>
      {failure && (
        <Notice tone="brick" role="alert">
          <p>{failureText(failureOf(failure))}</p>
        </Notice>
      )}
      {!data && !failure && <Skeletons label={loading} heights={['3.5rem', '3.5rem']} />}
      <ul className={styles.list} aria-label={texts.list}>
        {data?.mySessions.map((session) => (
          <li key={session.id} className={styles.session}>
            <div>
              <p className={styles.where}>
                {session.current ? (
                  <Badge tone="moss" live>
                    {texts.this}
                  </Badge>
                ) : (
                  texts.other
                )}
              </p>
              <p className={styles.when}>
                {texts.started(format.dateTime(session.startedAt))} · {texts.lastSeen(format.relative(session.lastSeenAt))}
              </p>
            </div>
            {!session.current && (
              <Button size="small" isDisabled={fetching} onPress={() => void end(session.id)}>
                {texts.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
