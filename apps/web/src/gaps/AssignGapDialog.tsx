import { useState } from 'react';
import { useMutation } from 'urql';
import { DueDayField } from '../follow-ups/DueDayField';
import { AssignGapDocument } from '../generated/graphql';
import { ResponsibleSelect } from '../people/ResponsibleSelect';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { FormDialog } from '../platform/FormDialog';
import type { Gap } from './gap.types';
import { useGapTexts } from './useGapTexts';

/** Gives a question to somebody, who finds out by a day. */
export default function AssignGapDialog({ gap, onClose }: { gap: Gap; onClose: () => void }) {
  const { assign: texts } = useGapTexts();
  const [personId, setPersonId] = useState(gap.assignedTo?.personId ?? null);
  const [dueOn, setDueOn] = useState(gap.dueOn ?? null);
  const [{ fetching }, assign] = useMutation(AssignGapDocument);
  const errors = useFormErrors();

  async function send() {
    const missing = [
      ...(personId ? [] : [{ field: 'responsible', message: texts.whoMissing }]),
      ...(dueOn ? [] : [{ field: 'dueOn', message: texts.dueOnMissing }]),
    ];
    if (missing.length > 0 || !personId || !dueOn) return errors.show(missing);
    const { data, error } = await assign({ input: { id: gap.id, version: gap.version, responsiblePersonId: personId, dueOn } });
    if (error) return errors.refused(error);
    notify({ text: texts.saved(data?.assignGap.assignedTo?.name ?? texts.them), tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog title={texts.title} save={texts.save} isPending={fetching} errors={errors} lead={<p>{gap.question}</p>} onSend={send} onClose={onClose}>
      <ResponsibleSelect
        label={texts.who}
        name="responsible"
        value={personId}
        onChange={setPersonId}
        present={gap.assignedTo}
        error={errors.at('responsible')}
      />
      <DueDayField label={texts.dueOn} help={texts.dueOnHelp} name="dueOn" value={dueOn} onChange={setDueOn} error={errors.at('dueOn')} />
    </FormDialog>
  );
}
