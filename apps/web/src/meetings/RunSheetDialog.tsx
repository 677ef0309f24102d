import { useState } from 'react';
import { useMutation } from 'urql';
import { AddRunSheetItemDocument, type RunSheetStage } from '../generated/graphql';
import { ResponsibleSelect } from '../people/ResponsibleSelect';
import { FormDialog } from '../platform/FormDialog';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { Chips } from '../ui/Chips';
import { NumberField } from '../ui/NumberField';
import { TextField } from '../ui/TextField';
import { useMeetingPageTexts } from './useMeetingPageTexts';

/** One more thing to be done round a meeting. */
export function RunSheetDialog({ meetingId, onClose }: { meetingId: string; onClose: () => void }) {
  const { sheet: texts } = useMeetingPageTexts();
  const [title, setTitle] = useState('');
  const [stage, setStage] = useState<RunSheetStage>('BEFORE');
  const [days, setDays] = useState(7);
  const [personId, setPersonId] = useState<string | null>(null);
  const [{ fetching }, add] = useMutation(AddRunSheetItemDocument);
  const errors = useFormErrors();

  async function send() {
    if (title.trim() === '') return errors.show([{ field: 'title', message: texts.whatMissing }]);
    const offsetDays = stage === 'DURING' ? 0 : stage === 'BEFORE' ? -days : days;
    const { error } = await add({ meetingId, input: { stage, title, offsetDays, responsiblePersonId: personId } });
    if (error) return errors.refused(error);
    notify({ text: texts.saved, tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog title={texts.addTitle} save={texts.save} isPending={fetching} errors={errors} onSend={send} onClose={onClose}>
      <TextField label={texts.what} name="title" value={title} onChange={setTitle} maxLength={120} error={errors.at('title')} autoFocus />
      <Chips
        label={texts.stage}
        always
        choices={(['BEFORE', 'DURING', 'AFTER'] as const).map((id) => ({ id, label: texts.stages[id] }))}
        value={[stage]}
        onChange={([next]) => next && setStage(next)}
      />
      {stage !== 'DURING' && (
        <NumberField
          label={texts.days}
          help={texts.daysHelp}
          value={days}
          onChange={setDays}
          min={1}
          max={365}
          fewer={texts.fewer}
          more={texts.more}
          error={errors.at('offsetDays')}
        />
      )}
      <ResponsibleSelect
        label={texts.who}
        help={texts.whoHelp}
        name="responsible"
        value={personId}
        onChange={setPersonId}
        nobody={{ label: texts.nobody, onChoose: () => setPersonId(null) }}
        error={errors.at('responsiblePersonId')}
      />
    </FormDialog>
  );
}
