import { useState } from 'react';
import { useQuery } from 'urql';
import { type AreaPageQuery, MembersDocument, SetAreaMembersDocument, UpdateAreaDocument } from '../generated/graphql';
import { failureOf } from '../platform/failure';
import { notify } from '../platform/notify';
import { useAction } from '../platform/useAction';
import { useFailureText } from '../platform/useFailureText';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { useRoleNames } from '../platform/useRoleNames';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { Dialog } from '../ui/Dialog';
import { Notice } from '../ui/Notice';
import { RadioGroup } from '../ui/RadioGroup';
import { Skeletons } from '../ui/Skeleton';
import styles from './AccessDialog.module.css';
import { useAreaTexts } from './useAreaTexts';

/** Everybody in the team, or named people only. Coordinators always. */
export default function AccessDialog({ area, onClose }: { area: AreaPageQuery['area']; onClose: () => void }) {
  const { access: texts } = useAreaTexts();
  const { save, cancel, loading } = usePlatformTexts();
  const roleName = useRoleNames();
  const failureText = useFailureText();
  const [restricted, setRestricted] = useState(area.restricted);
  const [named, setNamed] = useState<readonly string[]>(area.memberIds);
  const [{ data, error }] = useQuery({ query: MembersDocument });
  const [updating, update] = useAction(UpdateAreaDocument);
  const [naming, nameMembers] = useAction(SetAreaMembersDocument);
  // Those whose role can see an area at all.
  const people = (data?.members ?? []).filter((member) => member.roles.some((role) => ['coordinator', 'team_member', 'steering'].includes(role)));

  async function send() {
    // The people first: whoever is chosen never loses sight of the area in between.
    if (restricted && !(await nameMembers({ areaId: area.id, personIds: [...named] }))) return;
    if (restricted !== area.restricted && !(await update({ id: area.id, input: { restricted } }))) return;
    notify({ text: texts.saved, tone: 'moss' });
    onClose();
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={texts.title(area.name)}
      actions={
        <>
          <Button variant="primary" isPending={updating || naming} onPress={() => void send()}>
            {save}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </>
      }
    >
      <p>{texts.lead}</p>
      <RadioGroup
        label={texts.choice}
        choices={[
          { id: 'all', label: texts.all },
          { id: 'restricted', label: texts.restricted },
        ]}
        value={restricted ? 'restricted' : 'all'}
        onChange={(choice) => setRestricted(choice === 'restricted')}
      />
      {error && !data && (
        <Notice tone="brick" role="alert">
          <p>{failureText(failureOf(error))}</p>
        </Notice>
      )}
      {restricted && !data && !error && <Skeletons label={loading} heights={['2rem', '2rem', '2rem']} />}
      {restricted && data && (
        <fieldset className={styles.people}>
          <legend className={styles.label}>
            {texts.people} <span className={styles.count}>({texts.chosen(named.length)})</span>
          </legend>
          {people.length === 0 && <p>{texts.nobody}</p>}
          {people.map((member) => {
            const always = member.roles.includes('coordinator');
            return (
              <Checkbox
                key={member.personId}
                isSelected={always || named.includes(member.personId)}
                isDisabled={always}
                onChange={(on) => setNamed(on ? [...named, member.personId] : named.filter((id) => id !== member.personId))}
                help={`${member.roles.map(roleName).join(', ')}${always ? ` · ${texts.always}` : ''}`}
              >
                {member.name}
              </Checkbox>
            );
          })}
        </fieldset>
      )}
    </Dialog>
  );
}
