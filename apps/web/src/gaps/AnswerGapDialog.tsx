import { textLimits } from '@kvarter/geo';
import { X } from 'lucide-react';
import { useMutation, useQuery } from 'urql';
import { useFeatureText } from '../area-maps/featureText';
import { AnswerGapDocument, GapLedToDocument } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { FormDialog } from '../platform/FormDialog';
import { IconButton } from '../ui/IconButton';
import { Select } from '../ui/Select';
import { TextArea } from '../ui/TextField';
import styles from './AnswerGapDialog.module.css';
import type { Gap } from './gap.types';
import { useGapTexts } from './useGapTexts';

/** No stakeholder: a choice like any other. */
const nobody = 'none';

/** What was found out, and what it led to. */
export default function AnswerGapDialog({ gap, onClose }: { gap: Gap; onClose: () => void }) {
  const { answer: texts } = useGapTexts();
  const { optional } = usePlatformTexts();
  const { one } = useFeatureText();
  const [draft, setDraft, forget] = useDraft(`${gap.id}.gap.answer`, { answer: '', marks: [] as string[], stakeholder: nobody });
  const [{ data }] = useQuery({ query: GapLedToDocument, variables: { areaId: gap.areaId } });
  const [{ fetching }, send] = useMutation(AnswerGapDocument);
  const errors = useFormErrors();
  const marks = data?.areaMap.features.filter(({ removed }) => !removed) ?? [];
  const chosen = marks.filter(({ id }) => draft.marks.includes(id));
  const left = marks.filter(({ id }) => !draft.marks.includes(id));

  async function save() {
    if (draft.answer.trim() === '') return errors.show([{ field: 'answer', message: texts.answerMissing }]);
    const input = {
      id: gap.id,
      answer: draft.answer,
      ledToFeatureIds: draft.marks,
      ledToStakeholderId: draft.stakeholder === nobody ? null : draft.stakeholder,
    };
    const { error } = await send({ input });
    if (error) return errors.refused(error);
    forget();
    notify({ text: texts.saved, tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog title={texts.title} save={texts.save} isPending={fetching} errors={errors} lead={<p>{gap.question}</p>} onSend={save} onClose={onClose}>
      <TextArea
        label={texts.answer}
        help={texts.answerHelp}
        name="answer"
        value={draft.answer}
        onChange={(answer) => setDraft({ ...draft, answer })}
        maxLength={textLimits.note}
        countText={texts.characters}
        error={errors.at('answer')}
        autoFocus
      />
      {marks.length > 0 && (
        <Select
          label={texts.marks}
          optional={optional}
          choices={left.map(({ id, name, kind }) => ({ id, label: name, description: one(kind) }))}
          value={null}
          placeholder={texts.addMark}
          onChange={(id) => setDraft({ ...draft, marks: [...draft.marks, id] })}
          error={errors.at('ledToFeatureIds')}
        />
      )}
      {chosen.length > 0 && (
        <ul className={styles.chosen} aria-label={texts.chosenMarks}>
          {chosen.map(({ id, name }) => (
            <li key={id}>
              <span>{name}</span>
              <IconButton
                label={texts.removeMark(name)}
                icon={<X aria-hidden />}
                onPress={() => setDraft({ ...draft, marks: draft.marks.filter((other) => other !== id) })}
              />
            </li>
          ))}
        </ul>
      )}
      {(data?.stakeholders.length ?? 0) > 0 && (
        <Select
          label={texts.stakeholder}
          optional={optional}
          choices={[{ id: nobody, label: texts.noStakeholder }, ...(data?.stakeholders ?? []).map(({ id, name }) => ({ id, label: name }))]}
          value={draft.stakeholder}
          onChange={(stakeholder) => setDraft({ ...draft, stakeholder })}
          error={errors.at('ledToStakeholderId')}
        />
      )}
    </FormDialog>
  );
}
