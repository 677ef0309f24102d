import { useState } from 'react';
import { useFormErrors } from '../platform/useFormErrors';
import { Select } from '../ui/Select';
import { FormDialog } from '../platform/FormDialog';
import type { Stakeholder } from './stakeholder.types';
import { useStakeholderTexts } from './useStakeholderTexts';

interface PickDialogProps {
  title: string;
  label: string;
  confirm: string;
  choices: readonly Stakeholder[];
  onPick: (stakeholder: Stakeholder) => void;
  onClose: () => void;
}

/** One of the register, chosen for something. */
export default function PickDialog({ title, label, confirm, choices, onPick, onClose }: PickDialogProps) {
  const texts = useStakeholderTexts();
  const [id, setId] = useState(choices[0]?.id ?? '');
  const errors = useFormErrors();
  const send = async () => {
    const picked = choices.find((one) => one.id === id);
    if (picked) onPick(picked);
  };
  return (
    <FormDialog title={title} save={confirm} isPending={false} errors={errors} onSend={send} onClose={onClose}>
      <Select label={label} choices={choices.map((one) => ({ id: one.id, label: one.name, description: texts.kinds[one.kind] }))} value={id} onChange={setId} />
    </FormDialog>
  );
}
