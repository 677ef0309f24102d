import { useState } from 'react';
import { useMutation } from 'urql';
import { AddPerspectiveDocument } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { DateField } from '../ui/DateField';
import { Select } from '../ui/Select';
import { TextArea, TextField } from '../ui/TextField';
import { FormDialog } from '../platform/FormDialog';
import type { Meetings, Stakeholder } from './stakeholder.types';
import { today } from './today';
import { useStakeholderTexts } from './useStakeholderTexts';

interface ToldDialogProps {
  stakeholder: Stakeholder;
  meetings: Meetings;
  onClose: () => void;
}

/** What somebody told, at a meeting or between them. The answer is owed from that day. */
export default function ToldDialog({ stakeholder, meetings, onClose }: ToldDialogProps) {
  const texts = useStakeholderTexts();
  const { optional } = usePlatformTexts();
  const format = useFormats();
  const [form, setForm] = useState({ meetingId: '', saidOn: today(), capacity: '', said: '' });
  const [{ fetching }, add] = useMutation(AddPerspectiveDocument);
  const errors = useFormErrors();
  const held = meetings.filter(({ state }) => state !== 'PLANNED');

  async function send() {
    if (!form.saidOn) return errors.show([{ field: 'saidOn', message: texts.dayMissing }]);
    const { data, error } = await add({ input: { ...form, stakeholderId: stakeholder.id, meetingId: form.meetingId || null } });
    if (error) return errors.refused(error);
    const due = data?.addPerspective.perspectives.find(({ said }) => said === form.said.trim())?.feedbackDueOn;
    if (due) notify({ text: texts.toldSaved(format.date(due)), tone: 'moss' });
    onClose();
  }
  const chooseMeeting = (meetingId: string) => {
    const day = held.find(({ id }) => id === meetingId)?.startsAt.slice(0, 10);
    setForm({ ...form, meetingId, saidOn: day ?? form.saidOn });
  };

  return (
    <FormDialog title={texts.toldTitle(stakeholder.name)} save={texts.toldSave} isPending={fetching} errors={errors} onSend={send} onClose={onClose}>
      <TextArea
        label={texts.said}
        name="said"
        help={texts.saidHelp}
        value={form.said}
        onChange={(said) => setForm({ ...form, said })}
        maxLength={2000}
        countText={texts.characters}
        error={errors.at('said')}
      />
      <TextField
        label={texts.capacity}
        optional={optional}
        help={texts.capacityHelp}
        name="capacity"
        value={form.capacity}
        onChange={(capacity) => setForm({ ...form, capacity })}
        error={errors.at('capacity')}
      />
      {held.length > 0 && (
        <Select
          label={texts.saidAt}
          choices={[{ id: '', label: texts.noMeeting }, ...held.map(({ id, title, startsAt }) => ({ id, label: title, description: format.date(startsAt) }))]}
          value={form.meetingId}
          onChange={chooseMeeting}
        />
      )}
      <DateField
        id="saidOn"
        label={texts.saidOn}
        value={form.saidOn || null}
        onChange={(saidOn) => setForm({ ...form, saidOn: saidOn ?? '' })}
        error={errors.at('saidOn')}
      />
    </FormDialog>
  );
}
