import { type ReactNode, useId } from 'react';
import styles from './Card.module.css';

/** One part of a page, with its heading and what can be done in it. */
export function Card({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  const titleId = useId();
  return (
    <section className={styles.card} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
