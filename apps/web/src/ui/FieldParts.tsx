import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import styles from './Field.module.css';

/** What every field has around its input: the label above, help and error under it. */
export interface FieldProps {
  label: string;
  /** Said beside the label, e.g. "valgfrit". Required is the rule and is not marked. */
  optional?: string;
  help?: ReactNode;
  /** What is wrong and how to mend it. */
  error?: string | null;
}

export function FieldLabel({ label, optional }: Pick<FieldProps, 'label' | 'optional'>) {
  return (
    <Label className={styles.label}>
      {label}
      {optional && <span className={styles.optional}> ({optional})</span>}
    </Label>
  );
}

export function FieldFoot({ help, error, count }: Pick<FieldProps, 'help' | 'error'> & { count?: string }) {
  return (
    <>
      <FieldError className={styles.error}>
        <CircleAlert aria-hidden />
        <span>{error}</span>
      </FieldError>
      {(help || count) && (
        <div className={styles.foot}>
          {help && (
            <Text slot="description" className={styles.help}>
              {help}
            </Text>
          )}
          {count && <span className={styles.count}>{count}</span>}
        </div>
      )}
    </>
  );
}
