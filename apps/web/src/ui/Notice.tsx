import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from './Badge';
import { classes } from './classes';
import styles from './Notice.module.css';

interface NoticeProps {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  /** What can be done about it. */
  action?: ReactNode;
  icon?: ReactNode;
  /** Read aloud when it appears: `alert` at once, `status` when there is a pause. */
  role?: 'alert' | 'status';
}

const icons: Record<Tone, ReactNode> = {
  neutral: <Info aria-hidden />,
  fjord: <Info aria-hidden />,
  moss: <CircleCheck aria-hidden />,
  amber: <TriangleAlert aria-hidden />,
  brick: <CircleAlert aria-hidden />,
};

/** A message in the flow of the page, where it concerns. */
export function Notice({ tone = 'fjord', title, children, action, icon, role }: NoticeProps) {
  return (
    <div className={classes(styles.notice, styles[tone])} role={role}>
      <span className={styles.icon}>{icon ?? icons[tone]}</span>
      <div className={styles.words}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
      {action}
    </div>
  );
}
