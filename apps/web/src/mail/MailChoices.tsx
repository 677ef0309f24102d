import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { type MailLocale, type MailRhythm, type MyMailPreferencesQuery, SetMailPreferencesDocument } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { ErrorSummary } from '../ui/ErrorSummary';
import { RadioGroup } from '../ui/RadioGroup';
import styles from './MailPage.module.css';
import { useMailTexts } from './useMailTexts';

/** How often, in which language, which kinds. */
export function MailChoices({ preferences }: { preferences: MyMailPreferencesQuery['myMailPreferences'] }) {
  const texts = useMailTexts();
  const [digest, setDigest] = useState<MailRhythm>(preferences.digest);
  const [locale, setLocale] = useState<MailLocale>(preferences.locale);
  const [muted, setMuted] = useState(preferences.kinds.filter((one) => one.muted).map(({ kind }) => kind));
  const [{ fetching }, save] = useMutation(SetMailPreferencesDocument);
  const errors = useFormErrors();

  async function send(event: FormEvent) {
    event.preventDefault();
    const { error } = await save({ input: { digest, locale, muted } });
    if (error) return errors.refused(error);
    errors.clear();
    notify({ text: texts.saved, tone: 'moss' });
  }

  return (
    <form className={styles.form} onSubmit={(event) => void send(event)}>
      <ErrorSummary errors={errors.errors} attempt={errors.attempt} />
      <RadioGroup<MailRhythm>
        label={texts.rhythm}
        help={texts.rhythmHelp}
        choices={[
          { id: 'EACH', label: texts.each, help: texts.eachHelp },
          { id: 'DAILY', label: texts.daily, help: texts.dailyHelp },
          { id: 'WEEKLY', label: texts.weekly, help: texts.weeklyHelp },
        ]}
        value={digest}
        onChange={setDigest}
      />
      <fieldset className={styles.kinds} name="muted">
        <legend>{texts.kinds}</legend>
        {preferences.kinds.map(({ kind, name, duty }) => (
          <Checkbox
            key={kind}
            isSelected={duty || !muted.includes(kind)}
            isReadOnly={duty}
            onChange={(wanted) => setMuted(wanted ? muted.filter((one) => one !== kind) : [...muted, kind])}
            help={duty ? texts.duty : undefined}
          >
            {name}
          </Checkbox>
        ))}
      </fieldset>
      <RadioGroup<MailLocale>
        label={texts.language}
        choices={[
          { id: 'da', label: texts.danish },
          { id: 'en', label: texts.english },
        ]}
        value={locale}
        onChange={setLocale}
      />
      <Button type="submit" variant="primary" isPending={fetching}>
        {texts.save}
      </Button>
    </form>
  );
}
