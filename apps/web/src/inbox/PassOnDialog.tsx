import { useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { MembersDocument, PassKnowledgeOnDocument } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useSession } from '../platform/session';
import { useFormErrors } from '../platform/useFormErrors';
import { FormDialog } from '../platform/FormDialog';
import { Checkbox } from '../ui/Checkbox';
import type { Item } from './inbox.types';
import styles from './Inbox.module.css';
import { useInboxTexts } from './useInboxTexts';

/** Those whom something handed in can be passed on to. */
const onTheTeam = ['coordinator', 'team_member'];

/** Names those of the team whom it concerns. */
export default function PassOnDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const { passOn: texts } = useInboxTexts();
  const { me } = useSession();
  const [{ data }] = useQuery({ query: MembersDocument });
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [{ fetching }, pass] = useMutation(PassKnowledgeOnDocument);
  const errors = useFormErrors();
  const had = new Set([me?.personId, ...item.passedTo.map(({ personId }) => personId)]);
  const people = (data?.members ?? []).filter(({ personId, roles }) => !had.has(personId) && roles.some((role) => onTheTeam.includes(role)));

  async function send() {
    if (chosen.length === 0) return errors.show([{ field: 'personIds', message: texts.missing }]);
    const { error } = await pass({ id: item.id, personIds: [...chosen] });
    if (error) return errors.refused(error);
    notify({ text: texts.saved(chosen.length), tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog title={texts.title} save={texts.save} isPending={fetching} errors={errors} lead={<p>{item.title}</p>} onSend={send} onClose={onClose}>
      <fieldset className={styles.people} id="personIds">
        <legend>{texts.who}</legend>
        <p className={styles.facts}>{data && people.length === 0 ? texts.nobody : texts.help}</p>
        {people.map(({ personId, name, organisation }) => (
          <Checkbox
            key={personId}
            isSelected={chosen.includes(personId)}
            onChange={(on) => setChosen(on ? [...chosen, personId] : chosen.filter((id) => id !== personId))}
            help={organisation}
          >
            {name}
          </Checkbox>
        ))}
      </fieldset>
    </FormDialog>
  );
}
