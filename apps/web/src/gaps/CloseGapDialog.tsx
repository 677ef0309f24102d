import { textLimits } from '@kvarter/geo';
import { useMutation } from 'urql';
import { CloseGapDocument, type GapClosing } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { FormDialog } from '../platform/FormDialog';
import { RadioGroup } from '../ui/RadioGroup';
import { TextArea } from '../ui/TextField';
import type { Gap } from './gap.types';
import { useGapTexts } from './useGapTexts';

const closings: readonly GapClosing[] = ['NOT_A_GAP', 'GIVEN_UP', 'NO_LONGER'];

/** Ends a question that has no answer, with the reason. */
export default function CloseGapDialog({ gap, onClose }: { gap: Gap; onClose: () => void }) {
  const texts = useGapTexts();
  const [draft, setDraft, forget] = useDraft<{ closedAs: GapClosing; reason: string }>(`${gap.id}.gap.close`, { closedAs: 'NOT_A_GAP', reason: '' });
  const [{ fetching }, close] = useMutation(CloseGapDocument);
  const errors = useFormErrors();

  async function send() {
    if (draft.reason.trim() === '') return errors.show([{ field: 'reason', message: texts.close.reasonMissing }]);
    const { error } = await close({ input: { id: gap.id, ...draft } });
    if (error) return errors.refused(error);
    forget();
    notify({ text: texts.close.saved, tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog
      title={texts.close.title}
      save={texts.close.save}
      isPending={fetching}
      errors={errors}
      lead={<p>{gap.question}</p>}
      onSend={send}
      onClose={onClose}
    >
      <RadioGroup
        label={texts.close.as}
        choices={closings.map((id) => ({ id, label: texts.closings[id], help: texts.closingHelp[id] }))}
        value={draft.closedAs}
        onChange={(closedAs) => setDraft({ ...draft, closedAs })}
      />
      <TextArea
        label={texts.close.reason}
        help={texts.close.reasonHelp}
        name="reason"
        rows={2}
        value={draft.reason}
        onChange={(reason) => setDraft({ ...draft, reason })}
        maxLength={textLimits.note}
        error={errors.at('reason')}
      />
    </FormDialog>
  );
}
