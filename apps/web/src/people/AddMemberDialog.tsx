import { useState } from 'react';
import { useMutation } from 'urql';
import { AddMemberDocument } from '../generated/graphql';
import { FormDialog } from '../platform/FormDialog';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Notice } from '../ui/Notice';
import { TextField } from '../ui/TextField';
import { RoleChoices } from './RoleChoices';
import { givenRoles, rolesByCoordinators } from './givenRoles';
import { usePeopleTexts } from './usePeopleTexts';

const blank = { name: '', email: '', organisation: '', function: '' };

/** Somebody new on the team. What else there is to say of them is said on their card. */
export default function AddMemberDialog({ onAdded, onClose }: { onAdded: (personId: string) => void; onClose: () => void }) {
  const texts = usePeopleTexts();
  const { optional } = usePlatformTexts();
  const { may } = useTenant();
  const [form, setForm] = useState(blank);
  const [roles, setRoles] = useState<readonly string[]>(['team_member']);
  const [{ fetching }, add] = useMutation(AddMemberDocument);
  const errors = useFormErrors();

  async function send() {
    if (roles.length === 0) return errors.show([{ field: 'roles', message: texts.noRoleNew }]);
    const { data, error } = await add({ input: { ...form, roles: [...roles] } });
    if (error) return errors.refused(error);
    notify({ text: texts.added(form.name.trim()), tone: 'moss' });
    if (data) onAdded(data.addMember.personId);
    onClose();
  }
  const field = (name: keyof typeof blank) => ({
    name,
    value: form[name],
    onChange: (value: string) => setForm((current) => ({ ...current, [name]: value })),
    error: errors.at(name),
    autoComplete: 'off',
  });

  return (
    <FormDialog
      title={texts.add}
      save={texts.addSave}
      isPending={fetching}
      errors={errors}
      lead={
        <>
          <Notice>
            <p>{texts.signInLater}</p>
          </Notice>
        </>
      }
      onSend={send}
      onClose={onClose}
    >
      <TextField label={texts.name} {...field('name')} />
      <TextField label={texts.email} {...field('email')} type="email" help={texts.contactHelp} />
      <TextField label={texts.organisation} {...field('organisation')} optional={optional} />
      <TextField label={texts.function} {...field('function')} optional={optional} help={texts.functionHelp} />
      <RoleChoices offered={may('member.edit') ? givenRoles : rolesByCoordinators} chosen={roles} onChange={setRoles} />
    </FormDialog>
  );
}
