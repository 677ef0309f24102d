import { textLimits } from '@kvarter/geo';
import type { CombinedError } from 'urql';
import { useDraft } from '../platform/draft';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { FormDialog } from '../platform/FormDialog';
import { TextArea, TextField } from '../ui/TextField';

interface WordsDialogProps {
  /** Where what is typed is kept meanwhile. */
  draftKey: string;
  field: 'question' | 'reason';
  texts: { title: string; label: string; help: string; missing: string; save: string; saved: string };
  lead: string;
  isPending: boolean;
  onSend: (words: string) => Promise<{ error?: CombinedError | undefined }>;
  onClose: () => void;
}

/** Some words that have to be there: a question, a reason. */
export function WordsDialog({ draftKey, field, texts, lead, isPending, onSend, onClose }: WordsDialogProps) {
  const [words, setWords, forget] = useDraft(draftKey, '');
  const errors = useFormErrors();

  async function send() {
    if (words.trim() === '') return errors.show([{ field, message: texts.missing }]);
    const { error } = await onSend(words);
    if (error) return errors.refused(error);
    forget();
    notify({ text: texts.saved, tone: 'moss' });
    onClose();
  }

  const shared = { label: texts.label, help: texts.help, name: field, value: words, onChange: setWords, error: errors.at(field), autoFocus: true };
  return (
    <FormDialog title={texts.title} save={texts.save} isPending={isPending} errors={errors} lead={<p>{lead}</p>} onSend={send} onClose={onClose}>
      {field === 'question' ? <TextField {...shared} maxLength={textLimits.title} /> : <TextArea {...shared} rows={3} maxLength={textLimits.note} />}
    </FormDialog>
  );
}
