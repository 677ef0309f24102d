import { useState } from 'react';
import { useMutation } from 'urql';
import { SetRolesDocument } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useSession } from '../platform/session';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ErrorSummary } from '../ui/ErrorSummary';
import { givenRoles } from './givenRoles';
import { RoleChoices } from './RoleChoices';
import type { Member } from './teamFilter';
import { usePeopleTexts } from './usePeopleTexts';

export default function RolesDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const texts = usePeopleTexts();
  const { cancel } = usePlatformTexts();
  const { me, refresh } = useSession();
  const [chosen, setChosen] = useState<readonly string[]>(member.roles.filter((role) => givenRoles.includes(role)));
  const [{ fetching }, setRoles] = useMutation(SetRolesDocument);
  const errors = useFormErrors();

  async function send() {
    if (chosen.length === 0) return errors.show([{ message: texts.noRole }]);
    const { error } = await setRoles({ personId: member.personId, roles: [...chosen] });
    if (error) return errors.refused(error);
    notify({ text: texts.saved(member.name), tone: 'moss' });
    if (member.personId === me?.personId) await refresh();
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={texts.editTitle(member.name)}
      actions={
        <>
          <Button variant="primary" isPending={fetching} onPress={() => void send()}>
            {texts.editSave}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </>
      }
    >
      <p>{texts.editLead}</p>
      <ErrorSummary errors={errors.errors} attempt={errors.attempt} />
      <RoleChoices offered={givenRoles} chosen={chosen} onChange={setChosen} />
    </Dialog>
  );
}
