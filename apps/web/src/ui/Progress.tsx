import type { CSSProperties } from 'react';
import { Label } from 'react-aria-components/Label';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import styles from './Progress.module.css';

interface ProgressProps {
  label: string;
  value: number;
  max: number;
  /** Instead of a percentage: "12 af 98". */
  valueLabel: string;
}

export function Progress({ label, value, max, valueLabel }: ProgressProps) {
  return (
    <ProgressBar className={styles.progress} value={value} maxValue={max} valueLabel={valueLabel}>
      {({ percentage = 0 }) => (
        <>
          <div className={styles.words}>
            <Label>{label}</Label>
            <span>{valueLabel}</span>
          </div>
          <div className={styles.track}>
            {/* Custom properties are not in React's list of styles. */}
            <div className={styles.bar} style={{ '--done': `${percentage}%` } as CSSProperties} />
          </div>
        </>
      )}
    </ProgressBar>
  );
}
