import { useState } from 'react';
import { useMutation } from 'urql';
import { LogContactDocument, type StakeholderTalkWay } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Chips } from '../ui/Chips';
import { DateField } from '../ui/DateField';
import { TextArea, TextField } from '../ui/TextField';
import { FormDialog } from '../platform/FormDialog';
import type { Stakeholder } from './stakeholder.types';
import { today } from './today';
import { useStakeholderTexts } from './useStakeholderTexts';

const ways: readonly StakeholderTalkWay[] = ['VISIT', 'PHONE', 'MAIL', 'MEETING', 'OTHER'];

/** A talk with a key person, and what comes next. */
export default function TalkDialog({ stakeholder, onClose }: { stakeholder: Stakeholder; onClose: () => void }) {
  const texts = useStakeholderTexts();
  const { optional } = usePlatformTexts();
  const [form, setForm] = useState({ on: today(), way: 'VISIT' as StakeholderTalkWay, summary: '', nextStep: '', nextStepOn: '' });
  const [{ fetching }, log] = useMutation(LogContactDocument);
  const errors = useFormErrors();

  async function send() {
    if (!form.on) return errors.show([{ field: 'talkedOn', message: texts.dayMissing }]);
    const { error } = await log({ input: { ...form, stakeholderId: stakeholder.id, nextStepOn: form.nextStepOn || null } });
    if (error) return errors.refused(error);
    notify({ text: texts.logged, tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog title={texts.logTitle(stakeholder.name)} save={texts.logSave} isPending={fetching} errors={errors} onSend={send} onClose={onClose}>
      <DateField
        id="talkedOn"
        label={texts.talkOn}
        value={form.on || null}
        onChange={(on) => setForm({ ...form, on: on ?? '' })}
        error={errors.at('talkedOn')}
      />
      <Chips
        label={texts.talkWay}
        always
        choices={ways.map((id) => ({ id, label: texts.ways[id] }))}
        value={[form.way]}
        onChange={([way]) => way && setForm({ ...form, way })}
      />
      <TextArea
        label={texts.summary}
        name="summary"
        help={texts.summaryHelp}
        value={form.summary}
        onChange={(summary) => setForm({ ...form, summary })}
        maxLength={2000}
        countText={texts.characters}
        error={errors.at('summary')}
      />
      <TextField
        label={texts.nextStep}
        optional={optional}
        name="nextStep"
        value={form.nextStep}
        onChange={(nextStep) => setForm({ ...form, nextStep })}
        error={errors.at('nextStep')}
      />
      <DateField
        label={texts.nextStepOn}
        optional={optional}
        value={form.nextStepOn || null}
        onChange={(nextStepOn) => setForm({ ...form, nextStepOn: nextStepOn ?? '' })}
      />
    </FormDialog>
  );
}
