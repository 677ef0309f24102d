import { useState } from 'react';
import { type HostedMeetingQuery, RevokeInvitationDocument } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useAction } from '../platform/useAction';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import styles from './InviteDialog.module.css';
import { useMeetingTexts } from './useMeetingTexts';

interface InvitationListProps {
  invitations: HostedMeetingQuery['meeting']['invitations'];
  onChanged: () => void;
}

/** How many invitations are out, and a way to withdraw those nobody has used. */
export function InvitationList({ invitations, onChanged }: InvitationListProps) {
  const { inviting: texts } = useMeetingTexts();
  const format = useFormats();
  const [shown, setShown] = useState(false);
  const [revoking, revoke] = useAction(RevokeInvitationDocument);
  const unused = invitations.filter(({ state }) => state === 'UNUSED');
  const count = (state: (typeof invitations)[number]['state']) => invitations.filter((one) => one.state === state).length;

  async function withdraw(ids: readonly string[]) {
    for (const id of ids) if (!(await revoke({ id }))) break;
    notify({ text: ids.length === 1 ? texts.revokedOne : texts.revokedAll(ids.length), tone: 'moss' });
    onChanged();
  }

  return (
    <section className={styles.earlier} aria-label={texts.earlier}>
      <h3>{texts.earlier}</h3>
      <p className={styles.counts}>
        <Badge tone="fjord">{texts.unused(unused.length)}</Badge>
        <Badge tone="moss">{texts.used(count('USED'))}</Badge>
        {count('EXPIRED') > 0 && <Badge tone="amber">{texts.expired(count('EXPIRED'))}</Badge>}
        {count('REVOKED') > 0 && <Badge>{texts.revoked(count('REVOKED'))}</Badge>}
      </p>
      {unused.length > 0 && (
        <div className={styles.take}>
          <Button size="small" aria-expanded={shown} onPress={() => setShown(!shown)}>
            {texts.showUnused}
          </Button>
          <Button size="small" isPending={revoking} onPress={() => void withdraw(unused.map(({ id }) => id))}>
            {texts.revokeAll}
          </Button>
        </div>
      )}
      {shown && (
        <ul className={styles.links}>
          {unused.map(({ id, createdAt, expiresAt }) => (
            <li key={id} className={styles.link}>
              <span className={styles.made}>
                {texts.made(format.relative(createdAt))} · {texts.expires(format.dateTime(expiresAt))}
              </span>
              <Button size="small" isDisabled={revoking} onPress={() => void withdraw([id])}>
                {texts.revoke}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
