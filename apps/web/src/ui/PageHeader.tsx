import type { ReactNode } from 'react';
import styles from './PageHeader.module.css';

interface PageHeaderProps {
  title: string;
  /** Where this is: the municipality or the way back. */
  above?: ReactNode;
  /** State in a badge or two. */
  badges?: ReactNode;
  /** What happens next, in a sentence. */
  lead?: ReactNode;
  /** The page's main button, and at most one or two others before it. */
  actions?: ReactNode;
}

export function PageHeader({ title, above, badges, lead, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {above && <div className={styles.above}>{above}</div>}
        <div className={styles.title}>
          <h1>{title}</h1>
          {badges}
        </div>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
