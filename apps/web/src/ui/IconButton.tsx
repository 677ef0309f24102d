import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Tooltip } from './Tooltip';
import { classes } from './classes';
import styles from './Button.module.css';

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** What it does; read aloud, and shown by pointer and keyboard focus. */
  label: string;
  icon: ReactNode;
  /** Stands on the map rather than in a panel. */
  raised?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/** For places where words have no room. Everywhere else a Button with words is better. */
export function IconButton({ label, icon, raised, ...props }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <AriaButton {...props} aria-label={label} className={classes(styles.button, styles.icon, raised && styles.raised)}>
        {icon}
      </AriaButton>
    </Tooltip>
  );
}
