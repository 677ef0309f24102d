import { areSimilarNames, looksLikePersonName } from '@kvarter/geo';
import { useEffect, useMemo, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { CreateStakeholderDocument, MarksToLinkDocument, type StakeholderKind, UpdateStakeholderDocument } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { DateField } from '../ui/DateField';
import { Notice } from '../ui/Notice';
import { Select } from '../ui/Select';
import { TextArea, TextField } from '../ui/TextField';
import { FormDialog } from '../platform/FormDialog';
import { kindNames, kindOfMark, linkable } from './kinds';
import type { Stakeholder } from './stakeholder.types';
import styles from './StakeholderDialog.module.css';
import { blankForm, formOf, inputOf, laidOver, type StakeholderForm } from './stakeholderForm';
import { useStakeholderTexts } from './useStakeholderTexts';

interface StakeholderDialogProps {
  areaId: string;
  /** Null for a new one. */
  stakeholder: Stakeholder | null;
  /** The mark a new one is made from. */
  markId: string | null;
  all: readonly Stakeholder[];
  onOpen: (id: string) => void;
  /** @param id of the one that was added */
  onClose: (id?: string) => void;
}

/** Everything that is written of a stakeholder. Where another was faster, what is typed stays until its writer decides. */
export default function StakeholderDialog({ areaId, stakeholder, markId, all, onOpen, onClose }: StakeholderDialogProps) {
  const texts = useStakeholderTexts();
  const { save, optional } = usePlatformTexts();
  const [standing, setStanding] = useState(stakeholder);
  const before = useMemo(() => (standing ? formOf(standing) : blankForm), [standing]);
  const [form, setForm] = useState<StakeholderForm>(before);
  const [overtaken, setOvertaken] = useState(false);
  const [{ data: map }] = useQuery({ query: MarksToLinkDocument, variables: { areaId } });
  const [creating, create] = useMutation(CreateStakeholderDocument);
  const [updating, update] = useMutation(UpdateStakeholderDocument);
  const errors = useFormErrors();
  const change = (part: Partial<StakeholderForm>) => setForm((now) => ({ ...now, ...part }));

  // A mark tells the name and kind of who stands behind it.
  const from = map?.areaMap.features.find(({ id }) => id === markId);
  useEffect(() => {
    if (from)
      setForm((now) => ({ ...now, featureId: from.id, name: now.name || from.name, kind: kindOfMark(from.kind), privatePerson: from.kind === 'ENTHUSIAST' }));
  }, [from]);

  const marks = (map?.areaMap.features ?? [])
    .filter(({ id, kind }) => id === form.featureId || (linkable.includes(kind) && !all.some(({ featureId }) => featureId === id)))
    .sort((a, b) => a.name.localeCompare(b.name, 'da'));
  const similar = all.find((one) => one.id !== stakeholder?.id && areSimilarNames(one.name, form.name));

  async function send() {
    const input = inputOf(before, form);
    if (!standing) {
      const { data, error } = await create({ input: { ...input, areaId, name: form.name, kind: form.kind } });
      if (error) return errors.refused(error);
      notify({ text: texts.saved(form.name.trim()), tone: 'moss' });
      return onClose(data?.createStakeholder.id);
    }
    if (Object.keys(input).length === 0) return onClose(standing.id);
    const { data, error } = await update({ id: standing.id, version: standing.version, input });
    if (error) return errors.refused(error);
    if (data && !data.updateStakeholder.saved) {
      errors.clear();
      const stands = data.updateStakeholder.stakeholder;
      setForm(laidOver(formOf(stands), before, form));
      setStanding(stands);
      return setOvertaken(true);
    }
    notify({ text: texts.saved(form.name.trim()), tone: 'moss' });
    onClose(standing.id);
  }

  const field = (name: Exclude<keyof StakeholderForm, 'kind' | 'privatePerson'>) => ({
    name,
    value: form[name],
    onChange: (value: string) => change({ [name]: value }),
    error: errors.at(name),
    autoComplete: 'off',
  });
  const text = (name: 'contribution' | 'roleAndInfluence' | 'motivation') => ({
    ...field(name),
    optional,
    rows: 2,
    maxLength: 1000,
    countText: texts.characters,
  });

  return (
    <FormDialog
      wide
      title={stakeholder ? texts.editTitle(stakeholder.name) : texts.addTitle}
      save={overtaken ? texts.saveMine : stakeholder ? save : texts.addSave}
      isPending={creating.fetching || updating.fetching}
      errors={errors}
      lead={
        overtaken && (
          <Notice
            tone="amber"
            role="alert"
            title={texts.changedTitle}
            action={
              <Button
                onPress={() => {
                  setForm(before);
                  setOvertaken(false);
                }}
              >
                {texts.takeTheirs}
              </Button>
            }
          >
            <p>{texts.changedText}</p>
          </Notice>
        )
      }
      onSend={send}
      onClose={() => onClose()}
    >
      <TextField label={texts.name} {...field('name')} help={texts.nameHelp} />
      {similar && (
        <Notice
          tone="amber"
          role="status"
          action={
            !stakeholder && (
              <Button
                onPress={() => {
                  onClose();
                  onOpen(similar.id);
                }}
              >
                {texts.similarOpen}
              </Button>
            )
          }
        >
          <p>{texts.similarHint(similar.name)}</p>
        </Notice>
      )}
      {looksLikePersonName(form.name) && (
        <Notice tone="amber" role="status">
          <p>{texts.looksLikeName}</p>
        </Notice>
      )}
      <Select<StakeholderKind>
        label={texts.kind}
        choices={kindNames.map((id) => ({ id, label: texts.kinds[id] }))}
        value={form.kind}
        onChange={(kind) => change({ kind })}
      />
      <TextField label={texts.fieldOfWork} {...field('fieldOfWork')} optional={optional} help={texts.fieldOfWorkHelp} />
      <TextArea label={texts.contribution} {...text('contribution')} help={texts.contributionHelp} />
      <TextArea label={texts.roleAndInfluence} {...text('roleAndInfluence')} help={texts.roleAndInfluenceHelp} />
      <TextArea label={texts.motivation} {...text('motivation')} help={texts.motivationHelp} />
      <Select
        label={texts.mark}
        optional={optional}
        help={texts.markHelp}
        choices={[{ id: '', label: texts.noMark }, ...marks.map(({ id, name }) => ({ id, label: name }))]}
        value={form.featureId}
        onChange={(featureId) => change({ featureId })}
        error={errors.at('featureId')}
      />
      <fieldset className={styles.contact}>
        <legend className={styles.legend}>{texts.contactHead}</legend>
        <TextField label={texts.contactName} {...field('contactName')} optional={optional} />
        <TextField label={texts.email} {...field('email')} optional={optional} type="email" />
        <TextField label={texts.phone} {...field('phone')} optional={optional} type="tel" />
        <Checkbox isSelected={form.privatePerson} onChange={(privatePerson) => change({ privatePerson })} help={texts.privateHelp}>
          {texts.privatePerson}
        </Checkbox>
        {form.privatePerson && (
          <>
            <DateField
              id="consentOn"
              label={texts.consentOn}
              value={form.consentOn || null}
              onChange={(consentOn) => change({ consentOn: consentOn ?? '' })}
              error={errors.at('consentOn')}
            />
            <TextField label={texts.consentFor} {...field('consentFor')} help={texts.consentForHelp} />
          </>
        )}
      </fieldset>
    </FormDialog>
  );
}
