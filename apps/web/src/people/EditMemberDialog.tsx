import { textLimits } from '@kvarter/geo';
import { useMemo, useState } from 'react';
import { useMutation } from 'urql';
import { UpdateMemberDocument } from '../generated/graphql';
import { FormDialog } from '../platform/FormDialog';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { TextArea, TextField } from '../ui/TextField';
import { changesIn, formOf, type MemberKey } from './memberForm';
import type { Member } from './teamFilter';
import { usePeopleTexts } from './usePeopleTexts';

/** What is said of a member; of oneself, without a coordinator's right, only how one is reached. */
export default function EditMemberDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const texts = usePeopleTexts();
  const { save, optional } = usePlatformTexts();
  const { may } = useTenant();
  const all = may('member.add');
  const before = useMemo(() => formOf(member), [member]);
  const [form, setForm] = useState(before);
  const [{ fetching }, update] = useMutation(UpdateMemberDocument);
  const errors = useFormErrors();

  async function send() {
    const changes = changesIn(before, form);
    if (Object.keys(changes).length === 0) return onClose();
    const { error } = await update({ input: { personId: member.personId, ...changes } });
    if (error) return errors.refused(error);
    notify({ text: texts.memberSaved(form.name), tone: 'moss' });
    onClose();
  }
  const field = (name: MemberKey) => ({
    name,
    value: form[name],
    onChange: (value: string) => setForm((current) => ({ ...current, [name]: value })),
    error: errors.at(name),
    optional: name === 'name' ? undefined : optional,
  });

  return (
    <FormDialog
      title={all ? texts.editMemberTitle(member.name) : texts.editOwnTitle}
      save={save}
      isPending={fetching}
      errors={errors}
      wide={all}
      onSend={send}
      onClose={onClose}
    >
      {all && (
        <>
          <TextField label={texts.name} {...field('name')} />
          <TextField label={texts.organisation} {...field('organisation')} />
          <TextField label={texts.function} {...field('function')} help={texts.functionHelp} />
          <TextField label={texts.competence} {...field('competence')} help={texts.competenceHelp} />
          <TextArea label={texts.legalFramework} {...field('legalFramework')} help={texts.legalFrameworkHelp} rows={2} />
          <TextArea
            label={texts.functionDescription}
            {...field('functionDescription')}
            help={texts.functionDescriptionHelp}
            maxLength={textLimits.description}
            countText={texts.characters}
          />
        </>
      )}
      <TextField label={texts.email} {...field('email')} type="email" autoComplete="off" help={texts.contactHelp} />
      <TextField label={texts.phone} {...field('phone')} type="tel" autoComplete="off" />
    </FormDialog>
  );
}
