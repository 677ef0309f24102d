import type { ReactNode } from 'react';
import { classes } from './classes';
import styles from './Badge.module.css';

export type Tone = 'neutral' | 'fjord' | 'moss' | 'amber' | 'brick';

export interface BadgeProps {
  tone?: Tone;
  icon?: ReactNode;
  /** Something that goes on right now: a dot before the words. */
  live?: boolean;
  children: ReactNode;
}

/** A state in few words. The words carry it; the colour only helps. */
export function Badge({ tone = 'neutral', icon, live, children }: BadgeProps) {
  return (
    <span className={classes(styles.badge, styles[tone], live && styles.live)}>
      {icon}
      <span>{children}</span>
    </span>
  );
}
