import { Mail, Phone, ShieldCheck, UserRound } from 'lucide-react';
import { useState } from 'react';
import { UpdateStakeholderDocument } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import type { Stakeholder } from './stakeholder.types';
import styles from './StakeholderPanel.module.css';
import { useStakeholderTexts } from './useStakeholderTexts';

/** How they are reached, with the consent that lets it stand here. Guests are told that it is not for them. */
export function PanelContact({ stakeholder }: { stakeholder: Stakeholder }) {
  const texts = useStakeholderTexts();
  const { cancel } = usePlatformTexts();
  const { may } = useTenant();
  const format = useFormats();
  const [asking, setAsking] = useState(false);
  const [sending, update] = useAction(UpdateStakeholderDocument);
  const { id, version, contact } = stakeholder;

  async function withdraw() {
    const nothing = { name: null, email: null, phone: null, consentOn: null, consentFor: null };
    const answer = await update({ id, version, input: { contact: nothing } });
    setAsking(false);
    if (!answer) return;
    notify(answer.updateStakeholder.saved ? { text: texts.withdrawn, tone: 'moss' } : { text: texts.changedTitle, tone: 'brick' });
  }

  return (
    <section className={styles.part} aria-label={texts.contactHead}>
      <div className={styles.head}>
        <h3>{texts.contactHead}</h3>
      </div>
      {!contact && <p className={styles.quiet}>{texts.contactHidden}</p>}
      {contact && (
        <ul className={styles.lines}>
          {contact.name && (
            <li className={styles.line}>
              <UserRound aria-hidden />
              {contact.name}
            </li>
          )}
          {contact.email && (
            <li className={styles.line}>
              <Mail aria-hidden />
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </li>
          )}
          {contact.phone && (
            <li className={styles.line}>
              <Phone aria-hidden />
              <a href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`}>{contact.phone}</a>
            </li>
          )}
          {!contact.name && !contact.email && !contact.phone && <li className={styles.quiet}>{texts.noContact}</li>}
          {contact.consentOn && (
            <li className={styles.line}>
              <ShieldCheck aria-hidden />
              <span className={styles.grows}>
                {texts.consentLine(format.date(contact.consentOn), contact.consentFor ?? '')}
                {contact.consentNotedBy && <span className={styles.how}>{texts.consentNoted(contact.consentNotedBy.name)}</span>}
              </span>
            </li>
          )}
        </ul>
      )}
      {contact?.consentOn && may('stakeholder.edit') && (
        <div>
          <Button size="small" variant="quiet" onPress={() => setAsking(true)}>
            {texts.withdraw}
          </Button>
        </div>
      )}
      {asking && (
        <ConfirmDialog
          title={texts.withdrawTitle}
          confirm={texts.withdraw}
          cancel={cancel}
          isPending={sending}
          onConfirm={() => void withdraw()}
          onClose={() => setAsking(false)}
        >
          <p>{texts.withdrawText}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
