import { useState } from 'react';
import { useMutation } from 'urql';
import { type MembersQuery, SetRolesDocument } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useSession } from '../platform/session';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { Dialog } from '../ui/Dialog';
import { ErrorSummary } from '../ui/ErrorSummary';
import { usePeopleTexts } from './usePeopleTexts';

/** The roles an administrator gives; guests and the centre come by other ways. */
const given = ['coordinator', 'team_member', 'steering', 'politician', 'case_lead', 'case_worker', 'tenant_admin'];

export function RolesDialog({ member, onClose }: { member: MembersQuery['members'][number]; onClose: () => void }) {
  const texts = usePeopleTexts();
  const { roles: names, cancel } = usePlatformTexts();
  const { me, refresh } = useSession();
  const [chosen, setChosen] = useState<readonly string[]>(member.roles.filter((role) => given.includes(role)));
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
      <div role="group" aria-label={texts.roles}>
        {given.map((role) => (
          <div key={role}>
            <Checkbox
              isSelected={chosen.includes(role)}
              onChange={(on) => setChosen(on ? [...chosen, role] : chosen.filter((one) => one !== role))}
              help={texts.describe[role]}
            >
              {names[role]}
            </Checkbox>
          </div>
        ))}
      </div>
    </Dialog>
  );
}
