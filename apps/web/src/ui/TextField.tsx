import type { HTMLInputAutoCompleteAttribute, Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { FieldFoot, FieldLabel, type FieldProps } from './FieldParts';
import styles from './Field.module.css';

export interface TextFieldProps
  extends FieldProps,
    Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid' | 'validate' | 'validationBehavior'> {
  placeholder?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputRef?: Ref<HTMLInputElement>;
}

export function TextField({ label, optional, help, error, placeholder, inputRef, ...props }: TextFieldProps) {
  return (
    <AriaTextField {...props} isInvalid={Boolean(error)} validationBehavior="aria" className={styles.field}>
      <FieldLabel label={label} optional={optional} />
      <Input ref={inputRef} placeholder={placeholder} className={styles.input} />
      <FieldFoot help={help} error={error} />
    </AriaTextField>
  );
}

export interface TextAreaProps extends Omit<TextFieldProps, 'inputRef'> {
  inputRef?: Ref<HTMLTextAreaElement>;
  rows?: number;
  /** Shown when the text comes near its `maxLength`: (used, allowed) => "1.900 af 2.000 tegn". */
  countText?: (used: number, allowed: number) => string;
}

/** Grows with its text. A text over `maxLength` is kept and marked by the caller, never cut. */
export function TextArea({ label, optional, help, error, placeholder, inputRef, rows = 3, countText, maxLength, ...props }: TextAreaProps) {
  const used = (props.value ?? '').length;
  const count = maxLength && countText && used > maxLength * 0.8 ? countText(used, maxLength) : undefined;
  return (
    <AriaTextField {...props} isInvalid={Boolean(error)} validationBehavior="aria" className={styles.field}>
      <FieldLabel label={label} optional={optional} />
      <AriaTextArea ref={inputRef} rows={rows} placeholder={placeholder} className={styles.input} />
      <FieldFoot help={help} error={error} count={count} />
    </AriaTextField>
  );
}
