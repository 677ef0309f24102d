import { type FormEvent, useId, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { LocalNamesDocument, SetLocalNameDocument } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ErrorSummary } from '../ui/ErrorSummary';
import { Skeletons } from '../ui/Skeleton';
import { TextField } from '../ui/TextField';
import { givenRoles } from './givenRoles';
import styles from './LocalNamesDialog.module.css';
import { usePeopleTexts } from './usePeopleTexts';

const terms = [...givenRoles, 'participant', 'forum.team', 'forum.steering', 'forum.infohus', 'forum.network'];
type Typed = Readonly<Record<string, { da: string; en: string }>>;

/** What roles and fora are called in this municipality; an empty field keeps Kvarter's own word. */
export default function LocalNamesDialog({ onClose }: { onClose: () => void }) {
  const texts = usePeopleTexts();
  const { save, cancel, roles, loading } = usePlatformTexts();
  const formId = useId();
  const [{ data }] = useQuery({ query: LocalNamesDocument, requestPolicy: 'network-only' });
  const known: Typed = Object.fromEntries((data?.localNames ?? []).map(({ term, da, en }) => [term, { da, en: en ?? '' }]));
  const [typed, setTyped] = useState<Typed>({});
  const [{ fetching }, setName] = useMutation(SetLocalNameDocument);
  const errors = useFormErrors();
  const nameOf = (term: string) => typed[term] ?? known[term] ?? { da: '', en: '' };

  async function send(event: FormEvent) {
    event.preventDefault();
    for (const [term, { da, en }] of Object.entries(typed)) {
      const { error } = await setName({ term, da: da || null, en: en || null });
      if (error) return errors.refused(error);
    }
    notify({ text: texts.namesSaved, tone: 'moss' });
    onClose();
  }

  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={texts.localNames}
      actions={
        <>
          <Button type="submit" form={formId} variant="primary" isPending={fetching}>
            {save}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </>
      }
    >
      <p>{texts.namesLead}</p>
      <ErrorSummary errors={errors.errors} attempt={errors.attempt} />
      {!data && <Skeletons label={loading} heights={['3rem', '3rem', '3rem']} />}
      {data && (
        <form id={formId} className={styles.names} onSubmit={(event) => void send(event)} noValidate>
          {terms.map((term) => {
            const name = nameOf(term);
            const change = (part: Partial<typeof name>) => setTyped({ ...typed, [term]: { ...name, ...part } });
            return (
              <fieldset key={term} className={styles.term}>
                <legend className={styles.ours}>{roles[term]}</legend>
                <TextField label={texts.inDanish} value={name.da} maxLength={60} onChange={(da) => change({ da })} />
                <TextField label={texts.inEnglish} value={name.en} maxLength={60} onChange={(en) => change({ en })} />
              </fieldset>
            );
          })}
        </form>
      )}
    </Dialog>
  );
}
