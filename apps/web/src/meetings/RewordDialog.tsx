import { useState } from 'react';
import { useMutation } from 'urql';
import { type OutcomeFragment, RewordOutcomeDocument } from '../generated/graphql';
import { FormDialog } from '../platform/FormDialog';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { TextField } from '../ui/TextField';
import { longestOutcome } from './NewOutcome';
import { useOutcomeTexts } from './useOutcomeTexts';

/** Says the same thing better, while those who said it are still there. */
export function RewordDialog({ outcome, onClose }: { outcome: OutcomeFragment; onClose: () => void }) {
  const texts = useOutcomeTexts();
  const [text, setText] = useState(outcome.text);
  const [{ fetching }, reword] = useMutation(RewordOutcomeDocument);
  const errors = useFormErrors();

  async function send() {
    if (text.trim() === '') return errors.show([{ field: 'outcome', message: texts.missing }]);
    const { error } = await reword({ outcomeId: outcome.id, text });
    if (error) return errors.refused(error);
    notify({ text: texts.reworded, tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog title={texts.reword} save={texts.rewordSave} isPending={fetching} errors={errors} onSend={send} onClose={onClose}>
      <TextField
        label={texts.rewordLabel}
        help={texts.help}
        name="outcome"
        autoComplete="off"
        autoFocus
        value={text}
        onChange={setText}
        maxLength={longestOutcome}
        error={errors.at('outcome')}
      />
    </FormDialog>
  );
}
