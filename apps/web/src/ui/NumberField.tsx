import { Minus, Plus } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField';
import { FieldFoot, FieldLabel, type FieldProps } from './FieldParts';
import field from './Field.module.css';
import styles from './NumberField.module.css';

interface NumberFieldProps extends FieldProps {
  value: number;
  onChange: (value: number) => void;
  min: number;
  max: number;
  fewer: string;
  more: string;
}

/** A whole number between two bounds, with a step down and up. */
export function NumberField({ label, optional, help, error, value, onChange, min, max, fewer, more }: NumberFieldProps) {
  return (
    <AriaNumberField
      className={field.field}
      value={value}
      onChange={(next) => onChange(Number.isNaN(next) ? min : next)}
      minValue={min}
      maxValue={max}
      step={1}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      decrementAriaLabel={fewer}
      incrementAriaLabel={more}
    >
      <FieldLabel label={label} optional={optional} />
      <Group className={styles.group}>
        <Button slot="decrement" className={styles.step}>
          <Minus aria-hidden />
        </Button>
        <Input className={`${field.input} ${styles.number}`} />
        <Button slot="increment" className={styles.step}>
          <Plus aria-hidden />
        </Button>
      </Group>
      <FieldFoot help={help} error={error} />
    </AriaNumberField>
  );
}
