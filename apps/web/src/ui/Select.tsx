import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { classes } from './classes';
import { FieldFoot, FieldLabel, type FieldProps } from './FieldParts';
import field from './Field.module.css';
import overlay from './Overlay.module.css';
import styles from './Select.module.css';

export interface Choice<K extends string> {
  id: K;
  label: string;
  description?: string;
}

export interface SelectProps<K extends string> extends FieldProps {
  choices: readonly Choice<K>[];
  value: K | null;
  onChange: (value: K) => void;
  placeholder?: string;
  name?: string;
  isDisabled?: boolean;
}

export function Select<K extends string>({ choices, value, onChange, placeholder, ...props }: SelectProps<K>) {
  const { label, optional, help, error, name, isDisabled } = props;
  return (
    <AriaSelect
      className={field.field}
      value={value}
      // Keys are the ids given above.
      onChange={(key) => key !== null && onChange(key as K)}
      placeholder={placeholder}
      name={name}
      isDisabled={isDisabled}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} optional={optional} />
      <Button className={classes(field.input, styles.trigger)}>
        <SelectValue className={styles.value} />
        <ChevronDown aria-hidden />
      </Button>
      <FieldFoot help={help} error={error} />
      <Popover className={overlay.popover} offset={4}>
        <ListBox items={choices} className={overlay.list}>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.label} className={overlay.item}>
              {({ isSelected }) => (
                <>
                  {isSelected ? <Check aria-hidden /> : <span />}
                  <Text slot="label">{choice.label}</Text>
                  {choice.description && (
                    <Text slot="description" className={overlay.description}>
                      {choice.description}
                    </Text>
                  )}
                </>
              )}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
