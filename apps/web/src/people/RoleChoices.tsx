import { useId } from 'react';
import { useRoleNames } from '../platform/useRoleNames';
import { Checkbox } from '../ui/Checkbox';
import styles from './RoleChoices.module.css';
import { usePeopleTexts } from './usePeopleTexts';

interface RoleChoicesProps {
  offered: readonly string[];
  chosen: readonly string[];
  onChange: (roles: readonly string[]) => void;
}

/** Roles with what each may do, under the names used here. */
export function RoleChoices({ offered, chosen, onChange }: RoleChoicesProps) {
  const texts = usePeopleTexts();
  const roleName = useRoleNames();
  const labelId = useId();
  return (
    <div role="group" id="roles" aria-labelledby={labelId}>
      <span id={labelId} className={styles.label}>
        {texts.roles}
      </span>
      {offered.map((role) => (
        <div key={role}>
          <Checkbox
            isSelected={chosen.includes(role)}
            onChange={(on) => onChange(on ? [...chosen, role] : chosen.filter((one) => one !== role))}
            help={texts.describe[role]}
          >
            {roleName(role)}
          </Checkbox>
        </div>
      ))}
    </div>
  );
}
