import type { ReactNode } from 'react';
import styles from './Guidance.module.css';

/** One line that says what to do next, with the buttons that finish it. */
export function Guidance({ icon, children, actions }: { icon?: ReactNode; children: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.guidance}>
      {icon}
      <p role="status">{children}</p>
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
