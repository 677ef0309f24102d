import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import styles from './Chips.module.css';

export interface ChipsProps<K extends string> {
  label: string;
  choices: readonly { id: K; label: string; icon?: ReactNode }[];
  value: readonly K[];
  onChange: (value: K[]) => void;
  /** Any number may be chosen; else one or none. */
  multiple?: boolean;
  /** One of the choices is always on. */
  always?: boolean;
  isDisabled?: boolean;
}

/** Few short choices, all in sight; a chosen one has a tick and not only a colour. */
export function Chips<K extends string>({ label, choices, value, onChange, multiple, always, isDisabled }: ChipsProps<K>) {
  const labelId = useId();
  return (
    <div className={styles.group}>
      <span id={labelId} className={styles.label}>
        {label}
      </span>
      <ToggleButtonGroup
        aria-labelledby={labelId}
        className={styles.chips}
        selectionMode={multiple ? 'multiple' : 'single'}
        disallowEmptySelection={always}
        selectedKeys={value}
        // Keys are the ids given above; in the order of the choices, not of the clicks.
        onSelectionChange={(keys) => onChange(choices.map(({ id }) => id).filter((id) => keys.has(id)))}
        isDisabled={isDisabled}
      >
        {choices.map((choice) => (
          <ToggleButton key={choice.id} id={choice.id} className={styles.chip}>
            {({ isSelected }) => (
              <>
                {isSelected ? <Check aria-hidden /> : choice.icon}
                {choice.label}
              </>
            )}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
