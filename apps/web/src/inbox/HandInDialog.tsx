import type { Geometry } from '@kvarter/geo';
import { textLimits } from '@kvarter/geo';
import { useMutation } from 'urql';
import { PlaceField } from '../gaps/PlaceField';
import { HandInKnowledgeDocument } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useFormErrors } from '../platform/useFormErrors';
import { FormDialog } from '../platform/FormDialog';
import { Notice } from '../ui/Notice';
import { Select } from '../ui/Select';
import { TextArea, TextField } from '../ui/TextField';
import { useInboxTexts } from './useInboxTexts';

interface HandInDialogProps {
  /** The one area it is about; left out where one chooses among `areas`. */
  areaId?: string;
  areas?: readonly { id: string; name: string }[];
  onClose: () => void;
}

/** What somebody knows of an area, for the coordinator. */
export default function HandInDialog({ areaId, areas = [], onClose }: HandInDialogProps) {
  const { form: texts } = useInboxTexts();
  const { may } = useTenant();
  const [draft, setDraft, forget] = useDraft(`${areaId ?? 'any'}.knowledge.new`, {
    areaId: areaId ?? null,
    title: '',
    text: '',
    place: null as Geometry | null,
  });
  const [{ fetching }, handIn] = useMutation(HandInKnowledgeDocument);
  const errors = useFormErrors();

  async function send() {
    const { areaId: about, title, text, place } = draft;
    const missing = [
      ...(about ? [] : [{ field: 'areaId', message: texts.areaMissing }]),
      ...(title.trim() === '' ? [{ field: 'title', message: texts.nameMissing }] : []),
      ...(text.trim() === '' ? [{ field: 'text', message: texts.textMissing }] : []),
    ];
    if (missing.length > 0 || !about) return errors.show(missing);
    const { error } = await handIn({ input: { areaId: about, title, text, place } });
    if (error) return errors.refused(error);
    forget();
    notify({ text: may('knowledge.steer') ? texts.savedSteer : texts.saved, tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog
      title={texts.title}
      save={texts.save}
      isPending={fetching}
      errors={errors}
      lead={
        <Notice tone="amber" title={texts.noPersonTitle}>
          <p>{texts.noPerson}</p>
        </Notice>
      }
      onSend={send}
      onClose={onClose}
    >
      {!areaId && (
        <div id="areaId">
          <Select
            label={texts.area}
            choices={areas.map(({ id, name }) => ({ id, label: name }))}
            value={draft.areaId}
            onChange={(about) => setDraft({ ...draft, areaId: about, place: null })}
            error={errors.at('areaId')}
          />
        </div>
      )}
      <TextField
        label={texts.name}
        help={texts.nameHelp}
        name="title"
        value={draft.title}
        onChange={(title) => setDraft({ ...draft, title })}
        maxLength={textLimits.title}
        error={errors.at('title')}
      />
      <TextArea
        label={texts.text}
        help={texts.textHelp}
        name="text"
        rows={4}
        value={draft.text}
        onChange={(text) => setDraft({ ...draft, text })}
        maxLength={textLimits.note}
        countText={texts.characters}
        error={errors.at('text')}
      />
      {draft.areaId && <PlaceField key={draft.areaId} areaId={draft.areaId} value={draft.place} onChange={(place) => setDraft({ ...draft, place })} />}
    </FormDialog>
  );
}
