import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup';
import { FieldFoot, FieldLabel, type FieldProps } from './FieldParts';
import field from './Field.module.css';
import styles from './RadioGroup.module.css';

interface RadioGroupProps<K extends string> extends FieldProps {
  choices: readonly { id: K; label: string; help?: string }[];
  value: K;
  onChange: (value: K) => void;
}

/** A few choices of which exactly one holds, each with room for an explanation. */
export function RadioGroup<K extends string>({ label, optional, help, error, choices, value, onChange }: RadioGroupProps<K>) {
  return (
    // Values are the ids given above.
    <AriaRadioGroup className={field.field} value={value} onChange={(next) => onChange(next as K)} isInvalid={Boolean(error)}>
      <FieldLabel label={label} optional={optional} />
      {choices.map((choice) => (
        <Radio key={choice.id} value={choice.id} className={styles.radio}>
          <span className={styles.ring} />
          <span className={styles.words}>
            {choice.label}
            {choice.help && <span className={styles.help}>{choice.help}</span>}
          </span>
        </Radio>
      ))}
      <FieldFoot help={help} error={error} />
    </AriaRadioGroup>
  );
}
