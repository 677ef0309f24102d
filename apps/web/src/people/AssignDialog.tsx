import { useState } from 'react';
import { AssignToAreaDocument } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useAction } from '../platform/useAction';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { Dialog } from '../ui/Dialog';
import { usePeopleTexts } from './usePeopleTexts';

interface Choice {
  id: string;
  label: string;
  help?: string;
  areaId: string;
  personId: string;
  on: boolean;
}

interface AssignDialogProps {
  title: string;
  /** What is chosen among: areas of a person or people of an area. */
  label: string;
  choices: readonly Choice[];
  onClose: () => void;
}

/** Who works where, seen from a person or from an area. It gives and takes no right to see anything. */
export default function AssignDialog({ title, label, choices, onClose }: AssignDialogProps) {
  const texts = usePeopleTexts();
  const { save, cancel } = usePlatformTexts();
  const [chosen, setChosen] = useState<readonly string[]>(() => choices.filter(({ on }) => on).map(({ id }) => id));
  const [sending, assign] = useAction(AssignToAreaDocument);

  async function send() {
    for (const { id, areaId, personId, on } of choices) {
      const assigned = chosen.includes(id);
      if (assigned !== on && !(await assign({ areaId, personId, assigned }))) return;
    }
    notify({ text: texts.assigned, tone: 'moss' });
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button variant="primary" isPending={sending} onPress={() => void send()}>
            {save}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </>
      }
    >
      <p>{texts.assignLead}</p>
      <div role="group" aria-label={label}>
        {choices.map((choice) => (
          <div key={choice.id}>
            <Checkbox
              isSelected={chosen.includes(choice.id)}
              onChange={(on) => setChosen(on ? [...chosen, choice.id] : chosen.filter((id) => id !== choice.id))}
              help={choice.help}
            >
              {choice.label}
            </Checkbox>
          </div>
        ))}
      </div>
    </Dialog>
  );
}
