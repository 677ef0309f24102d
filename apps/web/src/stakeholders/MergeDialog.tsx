import { useState } from 'react';
import { useMutation } from 'urql';
import { MergeStakeholdersDocument } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ErrorSummary } from '../ui/ErrorSummary';
import { RadioGroup } from '../ui/RadioGroup';
import styles from './MergeDialog.module.css';
import type { Stakeholder } from './stakeholder.types';
import { useStakeholderTexts } from './useStakeholderTexts';

interface MergeDialogProps {
  pair: readonly [Stakeholder, Stakeholder];
  onMerged: (keptId: string) => void;
  onClose: () => void;
}

/** How much is known of one: whoever has most is the one that probably stays. */
const known = ({ featureId, contact, talks, perspectives, contribution, motivation }: Stakeholder): number =>
  talks.length + perspectives.length + [featureId, contact?.name, contribution, motivation].filter(Boolean).length;

/** Two side by side; the one that is kept takes over what the other has. */
export default function MergeDialog({ pair, onMerged, onClose }: MergeDialogProps) {
  const texts = useStakeholderTexts();
  const [keepId, setKeepId] = useState((known(pair[0]) >= known(pair[1]) ? pair[0] : pair[1]).id);
  const [{ fetching }, merge] = useMutation(MergeStakeholdersDocument);
  const errors = useFormErrors();
  const [one, other] = pair;
  const [keep, drop] = keepId === one.id ? [one, other] : [other, one];
  const rows: [string, (of: Stakeholder) => string | null | undefined][] = [
    [texts.name, ({ name }) => name],
    [texts.kind, ({ kind }) => texts.kinds[kind]],
    [texts.fieldOfWork, ({ fieldOfWork }) => fieldOfWork],
    [texts.contribution, ({ contribution }) => contribution],
    [texts.contactPerson, ({ contact }) => contact?.name],
    [texts.onMap, ({ featureId }) => (featureId ? texts.onMap : texts.notOnMap)],
    [texts.talks, ({ talks }) => String(talks.length)],
  ];

  async function send() {
    const { error } = await merge({ keepId: keep.id, keepVersion: keep.version, dropId: drop.id, dropVersion: drop.version });
    if (error) return errors.refused(error);
    notify({ text: texts.merged(keep.name), tone: 'moss' });
    onMerged(keep.id);
  }

  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={texts.mergeTitle}
      actions={
        <>
          <Button variant="primary" isPending={fetching} onPress={() => void send()}>
            {texts.mergeSave}
          </Button>
          <Button onPress={onClose}>{texts.mergeNo}</Button>
        </>
      }
    >
      <p>{texts.mergeLead}</p>
      <ErrorSummary errors={errors.errors} attempt={errors.attempt} />
      <table className={styles.table}>
        <caption className="visually-hidden">{texts.mergeTitle}</caption>
        <tbody>
          {rows.map(([label, of]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {pair.map((each) => (
                <td key={each.id} data-drops={each.id !== keepId || undefined}>
                  {of(each) ?? texts.none}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <RadioGroup label={texts.mergeKeep} choices={pair.map(({ id, name }) => ({ id, label: name }))} value={keepId} onChange={setKeepId} />
    </Dialog>
  );
}
