import { createPortal } from 'react-dom';
import type { CreateInvitationsMutation } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import styles from './InvitationCards.module.css';
import { QrCode } from './QrCode';
import { useMeetingTexts } from './useMeetingTexts';

interface InvitationCardsProps {
  /** What the meeting is called, and of which area. */
  title: string;
  place: string;
  startsAt: string;
  invitations: CreateInvitationsMutation['createInvitations'];
}

/** Invitations as cards to cut out; on paper only. */
export function InvitationCards({ title, place, startsAt, invitations }: InvitationCardsProps) {
  const { inviting: texts } = useMeetingTexts();
  const format = useFormats();
  return createPortal(
    <div data-print-only>
      <ul className={styles.cards}>
        {invitations.map(({ id, url, expiresAt }) => (
          <li key={id} className={styles.card}>
            <div className={styles.code}>
              <QrCode text={url} label={texts.qr} />
            </div>
            <div className={styles.words}>
              <p className={styles.brand}>kvarter</p>
              <p className={styles.title}>{texts.cardTitle}</p>
              <p>
                {place}: {title}
              </p>
              <p>{format.dateTime(startsAt)}</p>
              <p>{texts.cardScan}</p>
              <p className={styles.url}>{url}</p>
              <p className={styles.once}>{texts.cardOnce(format.dateTime(expiresAt))}</p>
            </div>
          </li>
        ))}
      </ul>
    </div>,
    document.body,
  );
}
