import type { TargetGroup } from '../generated/graphql';
import { Checkbox } from '../ui/Checkbox';
import styles from './RoundFields.module.css';
import { targetGroups } from './roundForm';
import { useRoundTexts } from './useRoundTexts';

/** Whom a round is about, of the model's four examples. */
export function GroupChoices({ value, onChange }: { value: readonly TargetGroup[]; onChange: (groups: TargetGroup[]) => void }) {
  const { form: texts, groups } = useRoundTexts();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{texts.groups}</legend>
      <p className={styles.help}>{texts.groupsHelp}</p>
      {targetGroups.map((group) => (
        <Checkbox
          key={group}
          isSelected={value.includes(group)}
          onChange={(on) => onChange(targetGroups.filter((one) => (one === group ? on : value.includes(one))))}
        >
          {groups[group]}
        </Checkbox>
      ))}
    </fieldset>
  );
}
