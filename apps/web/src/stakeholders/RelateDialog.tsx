import { useState } from 'react';
import { useMutation } from 'urql';
import { RelateStakeholdersDocument, type StakeholderRelationKind } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { Chips } from '../ui/Chips';
import { Select } from '../ui/Select';
import { FormDialog } from '../platform/FormDialog';
import type { Stakeholder } from './stakeholder.types';
import { useStakeholderTexts } from './useStakeholderTexts';

const kinds: readonly StakeholderRelationKind[] = ['WORKS_WITH', 'SAME_TASK', 'DEPENDS_ON'];

/** A new connection of one with another. */
export default function RelateDialog({ stakeholder, all, onClose }: { stakeholder: Stakeholder; all: readonly Stakeholder[]; onClose: () => void }) {
  const texts = useStakeholderTexts();
  const others = all.filter(({ id }) => id !== stakeholder.id);
  const [kind, setKind] = useState<StakeholderRelationKind>('WORKS_WITH');
  const [toId, setToId] = useState(others[0]?.id ?? '');
  const [{ fetching }, relate] = useMutation(RelateStakeholdersDocument);
  const errors = useFormErrors();

  async function send() {
    const { error } = await relate({ fromId: stakeholder.id, toId, kind });
    if (error) return errors.refused(error);
    notify({ text: texts.related, tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog title={texts.relateTitle(stakeholder.name)} save={texts.relateSave} isPending={fetching} errors={errors} onSend={send} onClose={onClose}>
      <Chips
        label={texts.relateHow}
        always
        choices={kinds.map((id) => ({ id, label: texts.relationShort[id] }))}
        value={[kind]}
        onChange={([next]) => next && setKind(next)}
      />
      <Select
        label={texts.relateWhom}
        choices={others.map(({ id, name, kind: of }) => ({ id, label: name, description: texts.kinds[of] }))}
        value={toId}
        onChange={setToId}
      />
    </FormDialog>
  );
}
