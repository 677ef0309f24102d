import type { Geometry } from '@kvarter/geo';
import { textLimits } from '@kvarter/geo';
import { useMutation } from 'urql';
import { TakeUpGapDocument } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { FormDialog } from '../platform/FormDialog';
import { TextField } from '../ui/TextField';
import type { FoundGap } from './gap.types';
import { PlaceField } from './PlaceField';
import type { GapWords } from './useGapWords';
import { useGapTexts } from './useGapTexts';

interface TakeUpDialogProps {
  areaId: string;
  /** What the map shows; null where somebody writes a question of their own. */
  found: { gap: FoundGap; words: GapWords } | null;
  onClose: () => void;
}

/** Makes a gap a question that the team wants answered. */
export default function TakeUpDialog({ areaId, found, onClose }: TakeUpDialogProps) {
  const { takeUp: texts } = useGapTexts();
  const [draft, setDraft, forget] = useDraft(`${areaId}.gap.${found?.gap.key ?? 'new'}`, {
    question: found?.words.question ?? '',
    place: null as Geometry | null,
  });
  const [{ fetching }, takeUp] = useMutation(TakeUpGapDocument);
  const errors = useFormErrors();

  async function send() {
    if (draft.question.trim() === '') return errors.show([{ field: 'question', message: texts.questionMissing }]);
    const of = found
      ? { kind: found.gap.kind, featureKind: found.gap.featureKind, place: found.gap.place, foundBy: 'MAP' as const }
      : { kind: 'OTHER' as const, place: draft.place, foundBy: 'HAND' as const };
    const { error } = await takeUp({ input: { areaId, question: draft.question, ...of } });
    if (error) return errors.refused(error);
    forget();
    notify({ text: texts.saved, tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog
      title={found ? texts.title : texts.byHandTitle}
      save={texts.save}
      isPending={fetching}
      errors={errors}
      lead={
        found && (
          <p>
            <strong>{found.words.title}.</strong> {found.words.why}
          </p>
        )
      }
      onSend={send}
      onClose={onClose}
    >
      <TextField
        label={texts.question}
        help={texts.questionHelp}
        name="question"
        value={draft.question}
        onChange={(question) => setDraft({ ...draft, question })}
        maxLength={textLimits.title}
        error={errors.at('question')}
        autoFocus
      />
      {!found && <PlaceField areaId={areaId} value={draft.place} onChange={(place) => setDraft({ ...draft, place })} />}
    </FormDialog>
  );
}
