import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './Fold.module.css';

interface FoldProps {
  /** What is folded away, and how much of it. */
  label: ReactNode;
  /** Stands in a list of its kind, not at the end of a card. */
  inline?: boolean;
  children: ReactNode;
}

/** What few need to see, one press away. */
export function Fold({ label, inline, children }: FoldProps) {
  return (
    <details className={classes(styles.fold, inline && styles.inline)}>
      <summary className={styles.summary}>
        <ChevronDown aria-hidden />
        {label}
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
