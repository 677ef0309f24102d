import { textLimits } from '@kvarter/geo';
import { useState } from 'react';
import { useMutation } from 'urql';
import { type CadenceKind, StartCadenceDocument } from '../generated/graphql';
import { ResponsibleSelect } from '../people/ResponsibleSelect';
import { useDraft } from '../platform/draft';
import { FormDialog } from '../platform/FormDialog';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { useToday } from '../platform/useToday';
import { DateField } from '../ui/DateField';
import type { FormError } from '../ui/ErrorSummary';
import { Select } from '../ui/Select';
import { TextField } from '../ui/TextField';
import { CadencePreview } from './CadencePreview';
import { cadenceKinds } from './cadenceKinds';
import { useFollowUpTexts } from './useFollowUpTexts';

interface Draft {
  title: string;
  kind: CadenceKind;
  startsOn: string | null;
  personId: string | null;
}

/** Begins to follow something up in an area, in a rhythm. */
export default function StartCadenceDialog({ areaId, onClose }: { areaId: string; onClose: () => void }) {
  const { start: texts, kinds, kindHelp } = useFollowUpTexts();
  const today = useToday();
  // What is followed up by hand has no other record than its cadence.
  const [subjectId] = useState(() => crypto.randomUUID());
  const [draft, setDraft, forgetDraft] = useDraft<Draft>(`${areaId}.cadence.new`, { title: '', kind: 'TAPERING', startsOn: today, personId: null });
  const [{ fetching }, start] = useMutation(StartCadenceDocument);
  const errors = useFormErrors();
  const { title, kind, startsOn, personId } = draft;

  function missing(): FormError[] {
    const found: FormError[] = [];
    if (title.trim() === '') found.push({ field: 'title', message: texts.whatMissing });
    if (!startsOn) found.push({ field: 'startsOn', message: texts.startsOnMissing });
    if (!personId) found.push({ field: 'responsible', message: texts.responsibleMissing });
    return found;
  }

  async function send() {
    if (!startsOn || !personId || title.trim() === '') return errors.show(missing());
    const { data, error } = await start({ input: { subjectType: 'INTERVENTION', subjectId, areaId, title, kind, startsOn, responsiblePersonId: personId } });
    if (error) return errors.refused(error);
    forgetDraft();
    notify({ text: texts.saved(title.trim(), data?.startCadence.length ?? 0), tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog title={texts.title} save={texts.save} isPending={fetching} errors={errors} onSend={send} onClose={onClose}>
      <TextField
        label={texts.what}
        help={texts.whatHelp}
        name="title"
        value={title}
        onChange={(next) => setDraft({ ...draft, title: next })}
        maxLength={textLimits.title}
        error={errors.at('title')}
        autoFocus
      />
      <Select
        label={texts.kind}
        help={kindHelp[kind]}
        choices={cadenceKinds.map((id) => ({ id, label: kinds[id] }))}
        value={kind}
        onChange={(next) => setDraft({ ...draft, kind: next })}
      />
      <div id="startsOn">
        <DateField
          label={texts.startsOn}
          help={texts.startsOnHelp}
          value={startsOn}
          onChange={(next) => setDraft({ ...draft, startsOn: next })}
          error={errors.at('startsOn')}
        />
      </div>
      <ResponsibleSelect
        label={texts.responsible}
        name="responsible"
        value={personId}
        onChange={(next) => setDraft({ ...draft, personId: next })}
        error={errors.at('responsible')}
      />
      <CadencePreview kind={kind} startsOn={startsOn} />
    </FormDialog>
  );
}
