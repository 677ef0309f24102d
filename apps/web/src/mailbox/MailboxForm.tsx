import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { type MailboxFault, type MailboxTls, type ReplyMailboxFragment, SetMailboxDocument, TryMailboxDocument } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useFormErrors } from '../platform/useFormErrors';
import { Button } from '../ui/Button';
import { ErrorSummary } from '../ui/ErrorSummary';
import { Notice } from '../ui/Notice';
import { RadioGroup } from '../ui/RadioGroup';
import { TextField } from '../ui/TextField';
import { formOf, inputOf, type MailboxForm as Form, withSecurity } from './mailboxForm';
import styles from './ReplyMailboxPage.module.css';
import { useMailboxTexts } from './useMailboxTexts';

/** Where the mailbox is and how it is signed in to. What is typed survives a reload, but for the password. */
export function MailboxForm({ mailbox, onSaved }: { mailbox: ReplyMailboxFragment | null; onSaved: () => void }) {
  const texts = useMailboxTexts();
  const { slug } = useTenant();
  const [form, setForm, forget] = useDraft(`reply-mailbox.${slug}`, formOf(mailbox));
  const [password, setPassword] = useState('');
  const [outcome, setOutcome] = useState<{ fault: MailboxFault | null } | null>(null);
  const [{ fetching: saving }, save] = useMutation(SetMailboxDocument);
  const [{ fetching: trying }, tryIt] = useMutation(TryMailboxDocument);
  const errors = useFormErrors();

  function input() {
    setOutcome(null);
    const ready = inputOf(form, password);
    if (!ready) errors.show([{ field: 'port', message: texts.portWrong }]);
    return ready;
  }

  async function send(event: FormEvent) {
    event.preventDefault();
    const ready = input();
    if (!ready) return;
    const { error } = await save({ input: ready });
    if (error) return errors.refused(error);
    errors.clear();
    setPassword('');
    forget();
    notify({ text: texts.saved, tone: 'moss' });
    onSaved();
  }

  async function trial() {
    const ready = input();
    if (!ready) return;
    const { data, error } = await tryIt({ input: ready });
    if (error) return errors.refused(error);
    errors.clear();
    setOutcome(data?.tryMailbox ?? null);
  }

  const field = (name: keyof Form) => ({ name, value: form[name], onChange: (value: string) => setForm({ ...form, [name]: value }), error: errors.at(name) });

  return (
    <form className={styles.form} onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary errors={errors.errors} attempt={errors.attempt} />
      <TextField label={texts.address} help={texts.addressHelp} {...field('address')} type="email" autoComplete="off" />
      <TextField label={texts.host} help={texts.hostHelp} {...field('host')} autoComplete="off" spellCheck="false" />
      <RadioGroup<MailboxTls>
        label={texts.security}
        choices={[
          { id: 'IMPLICIT', label: texts.implicit, help: texts.implicitHelp },
          { id: 'STARTTLS', label: texts.startTls, help: texts.startTlsHelp },
        ]}
        value={form.tls}
        onChange={(tls) => setForm(withSecurity(form, tls))}
      />
      <TextField label={texts.port} {...field('port')} inputMode="numeric" autoComplete="off" />
      <TextField label={texts.user} help={texts.userHelp} {...field('user')} autoComplete="off" spellCheck="false" />
      <TextField
        label={texts.password}
        help={mailbox ? `${texts.passwordKept} ${texts.passwordHelp}` : texts.passwordHelp}
        name="password"
        value={password}
        onChange={setPassword}
        error={errors.at('password')}
        type="password"
        autoComplete="new-password"
      />
      {outcome && (
        <Notice tone={outcome.fault ? 'amber' : 'moss'} title={outcome.fault ? texts.trialBad : undefined} role="status">
          {outcome.fault ? texts.faults[outcome.fault] : texts.trialGood}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" isPending={saving} isDisabled={trying}>
          {texts.save}
        </Button>
        <Button isPending={trying} isDisabled={saving} onPress={() => void trial()}>
          {texts.trial}
        </Button>
      </div>
    </form>
  );
}
