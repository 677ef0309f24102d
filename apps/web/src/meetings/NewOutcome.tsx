import { type FormEvent, useRef } from 'react';
import { useMutation } from 'urql';
import { NoteOutcomeDocument } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { announce } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { Button } from '../ui/Button';
import { TextField } from '../ui/TextField';
import styles from './Outcomes.module.css';
import type { MeetingFull } from './useMeetingPage';
import { useOutcomeTexts } from './useOutcomeTexts';

export const longestOutcome = 500;

/** One thing at a time, written while people talk: Enter keeps it, and the field is ready for the next. */
export function NewOutcome({ meeting: { id, phase, question } }: { meeting: MeetingFull }) {
  const texts = useOutcomeTexts();
  const [text, setText, forget] = useDraft(`meeting.${id}.outcome`, '');
  const [{ fetching }, note] = useMutation(NoteOutcomeDocument);
  const errors = useFormErrors();
  const field = useRef<HTMLInputElement>(null);

  async function send(event: FormEvent) {
    event.preventDefault();
    field.current?.focus();
    if (text.trim() === '') return errors.show([{ field: 'outcome', message: texts.missing }]);
    const { error } = await note({ meetingId: id, input: { text, phase, question: phase ? question : null } });
    if (error) return errors.refused(error);
    errors.clear();
    setText('');
    forget();
    announce(texts.saved);
  }

  return (
    <form className={styles.new} onSubmit={(event) => void send(event)} noValidate>
      <TextField
        label={texts.label}
        help={texts.help}
        name="outcome"
        autoComplete="off"
        inputRef={field}
        value={text}
        onChange={setText}
        maxLength={longestOutcome}
        error={errors.errors[0]?.message ?? null}
      />
      <Button type="submit" isPending={fetching}>
        {texts.save}
      </Button>
    </form>
  );
}
