import { Copy, Printer } from 'lucide-react';
import type { CreateInvitationsMutation } from '../generated/graphql';
import { notify } from '../platform/notify';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import styles from './InviteDialog.module.css';
import { useMeetingTexts } from './useMeetingTexts';

interface NewInvitationsProps {
  invitations: CreateInvitationsMutation['createInvitations'];
  /** All of them have been copied or printed. */
  onTaken: () => void;
}

/** Links that were just made: to copy one by one, all together, or to print. */
export function NewInvitations({ invitations, onTaken }: NewInvitationsProps) {
  const { inviting: texts } = useMeetingTexts();

  async function copy(text: string): Promise<boolean> {
    try {
      await navigator.clipboard.writeText(text);
      notify({ text: texts.copied, tone: 'moss' });
      return true;
    } catch {
      notify({ text: texts.copyFailed, tone: 'brick' });
      return false;
    }
  }
  const copyAll = async () => (await copy(invitations.map(({ url }) => url).join('\n'))) && onTaken();
  function print() {
    window.print();
    onTaken();
  }

  return (
    <>
      <Notice tone="moss" role="status" title={texts.created(invitations.length)}>
        <p>{texts.onlyNow}</p>
      </Notice>
      <div className={styles.take}>
        <Button variant="primary" icon={<Printer aria-hidden />} onPress={print} autoFocus>
          {texts.print}
        </Button>
        <Button icon={<Copy aria-hidden />} onPress={() => void copyAll()}>
          {texts.copyAll}
        </Button>
      </div>
      <ol className={styles.links}>
        {invitations.map(({ id, url }, index) => (
          <li key={id} className={styles.link}>
            <input readOnly className={styles.url} aria-label={texts.link(index + 1)} value={url} onFocus={(event) => event.target.select()} />
            <Button
              size="small"
              aria-label={texts.copyOne(index + 1)}
              onPress={() => void copy(url).then((copied) => copied && invitations.length === 1 && onTaken())}
            >
              {texts.copy}
            </Button>
          </li>
        ))}
      </ol>
    </>
  );
}
