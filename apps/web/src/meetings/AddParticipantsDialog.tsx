import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { AddParticipantsDocument, InvitableMembersDocument } from '../generated/graphql';
import { FormDialog } from '../platform/FormDialog';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Checkbox } from '../ui/Checkbox';
import { TextField } from '../ui/TextField';
import styles from './AddParticipantsDialog.module.css';
import type { MeetingFull } from './useMeetingPage';
import { useMeetingPageTexts } from './useMeetingPageTexts';

const nobody = { name: '', email: '', organisation: '' };

/** Members to tick, and one from elsewhere at a time. */
export function AddParticipantsDialog({ meeting, onClose }: { meeting: MeetingFull; onClose: () => void }) {
  const { people: texts } = useMeetingPageTexts();
  const { optional } = usePlatformTexts();
  const [{ data }] = useQuery({ query: InvitableMembersDocument });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [other, setOther] = useState(nobody);
  const [laterToo, setLaterToo] = useState(meeting.series !== null);
  const [{ fetching }, add] = useMutation(AddParticipantsDocument);
  const errors = useFormErrors();
  const there = new Set(meeting.participants.map(({ personId }) => personId));
  const members = (data?.members ?? []).filter(({ personId }) => !there.has(personId));
  const field = (name: keyof typeof nobody) => ({
    name,
    value: other[name],
    onChange: (value: string) => setOther({ ...other, [name]: value }),
    error: errors.at(name),
  });

  async function send() {
    const externals = other.name.trim() === '' ? [] : [other];
    if (chosen.length === 0 && externals.length === 0) return errors.show([{ field: 'name', message: texts.nobody }]);
    const { error } = await add({ meetingId: meeting.id, input: { personIds: [...chosen], externals, laterToo } });
    if (error) return errors.refused(error);
    notify({ text: texts.added, tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog title={texts.addTitle} save={texts.addSave} isPending={fetching} errors={errors} wide onSend={send} onClose={onClose}>
      <fieldset className={styles.group}>
        <legend>{texts.members}</legend>
        {data && members.length === 0 && <p className={styles.muted}>{texts.membersAll}</p>}
        <div className={styles.members}>
          {members.map(({ personId, name, organisation }) => (
            <Checkbox
              key={personId}
              isSelected={chosen.includes(personId)}
              onChange={(on) => setChosen(on ? [...chosen, personId] : chosen.filter((id) => id !== personId))}
              help={organisation}
            >
              {name}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{texts.other}</legend>
        <div className={styles.other}>
          <TextField {...field('name')} label={texts.name} maxLength={120} />
          <TextField {...field('organisation')} label={texts.organisation} optional={optional} maxLength={120} />
          <TextField {...field('email')} label={texts.email} optional={optional} type="email" maxLength={254} />
        </div>
      </fieldset>
      {meeting.series && (
        <Checkbox isSelected={laterToo} onChange={setLaterToo}>
          {texts.later}
        </Checkbox>
      )}
    </FormDialog>
  );
}
