import { type FeatureKind, kindNames, textLimits } from '@kvarter/geo';
import { useMutation, useQuery } from 'urql';
import { useFeatureText } from '../area-maps/featureText';
import { PlaceField } from '../gaps/PlaceField';
import { MarksToSpeakOfDocument, PutKnowledgeOnMapDocument } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { useToday } from '../platform/useToday';
import { FormDialog } from '../platform/FormDialog';
import { Select } from '../ui/Select';
import { TextArea, TextField } from '../ui/TextField';
import type { Item } from './inbox.types';
import { useInboxTexts } from './useInboxTexts';

const newMark = 'new';
/** What fits whatever was handed in, until somebody says better. */
const firstKind: FeatureKind = 'NOTE';

/** Puts what was handed in on the map: as a new mark, or as a voice on one that is there. */
export default function ToMapDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const { toMap: texts } = useInboxTexts();
  const { one } = useFeatureText();
  const today = useToday();
  const [draft, setDraft, forget] = useDraft(`${item.id}.knowledge.map`, {
    mark: newMark,
    kind: firstKind,
    name: item.title,
    note: item.text,
    place: item.place ?? null,
    capacity: '',
    ids: { edit: crypto.randomUUID(), feature: crypto.randomUUID(), voice: crypto.randomUUID() },
  });
  const [{ data }] = useQuery({ query: MarksToSpeakOfDocument, variables: { areaId: item.areaId } });
  const [{ fetching }, put] = useMutation(PutKnowledgeOnMapDocument);
  const errors = useFormErrors();
  const marks = data?.areaMap.features.filter(({ removed }) => !removed) ?? [];
  const known = marks.find(({ id }) => id === draft.mark);

  async function send() {
    const { kind, name, note, place, capacity, ids } = draft;
    if (!known && name.trim() === '') return errors.show([{ field: 'name', message: texts.nameMissing }]);
    if (known && capacity.trim() === '') return errors.show([{ field: 'capacity', message: texts.capacityMissing }]);
    const edit = known
      ? {
          editId: ids.edit,
          featureId: known.id,
          baseVersion: known.version,
          op: 'UPDATE' as const,
          addVoices: [{ id: ids.voice, capacity, stance: 'SAYS' as const, saidOn: today }],
        }
      : { editId: ids.edit, featureId: ids.feature, baseVersion: 0, op: 'CREATE' as const, kind, name, note: note.trim() || null, geometry: place };
    const { error } = await put({ id: item.id, edit });
    if (error) return errors.refused(error);
    forget();
    notify({ text: texts.saved, tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog title={texts.title} save={texts.save} isPending={fetching} errors={errors} onSend={send} onClose={onClose}>
      <Select
        label={texts.mark}
        choices={[{ id: newMark, label: texts.newMark }, ...marks.map(({ id, name, kind }) => ({ id, label: name, description: one(kind) }))]}
        value={draft.mark}
        onChange={(mark) => setDraft({ ...draft, mark })}
      />
      {known ? (
        <TextField
          label={texts.capacity}
          help={texts.capacityHelp}
          name="capacity"
          value={draft.capacity}
          onChange={(capacity) => setDraft({ ...draft, capacity })}
          maxLength={textLimits.capacity}
          error={errors.at('capacity')}
        />
      ) : (
        <>
          <Select
            label={texts.kind}
            choices={kindNames.map((id) => ({ id, label: one(id) }))}
            value={draft.kind}
            onChange={(kind) => setDraft({ ...draft, kind })}
          />
          <TextField
            label={texts.name}
            name="name"
            value={draft.name}
            onChange={(name) => setDraft({ ...draft, name })}
            maxLength={textLimits.name}
            error={errors.at('name')}
          />
          <TextArea label={texts.note} name="note" value={draft.note} onChange={(note) => setDraft({ ...draft, note })} maxLength={textLimits.note} />
          <PlaceField areaId={item.areaId} value={draft.place} onChange={(place) => setDraft({ ...draft, place })} />
        </>
      )}
    </FormDialog>
  );
}
