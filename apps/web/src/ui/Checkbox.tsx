import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components/Checkbox';
import styles from './Checkbox.module.css';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'className' | 'style' | 'children'> {
  /** Left out only where `aria-label` or `aria-labelledby` names it, as in a table. */
  children?: ReactNode;
  help?: ReactNode;
}

export function Checkbox({ children, help, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className={styles.checkbox}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className={styles.box}>{isIndeterminate ? <Minus aria-hidden /> : isSelected ? <Check aria-hidden /> : null}</span>
          {children && (
            <span className={styles.words}>
              {children}
              {help && <span className={styles.help}>{help}</span>}
            </span>
          )}
        </>
      )}
    </AriaCheckbox>
  );
}
