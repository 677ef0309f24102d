import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Link, type LinkProps } from 'react-router';
import { classes } from './classes';
import styles from './Button.module.css';

type Look = {
  /** One `primary` a page. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'small' | 'medium' | 'large';
  /** Before the words; decoration only. */
  icon?: ReactNode;
  /** As wide as its place. */
  wide?: boolean;
};

const look = ({ variant = 'secondary', size = 'medium', wide }: Look) =>
  classes(styles.button, styles[variant], size !== 'medium' && styles[size], wide && styles.wide);

export type ButtonProps = Look &
  Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
    children: ReactNode;
    ref?: Ref<HTMLButtonElement>;
  };

/** `isPending` keeps its place and focus while the server answers. */
export function Button({ variant, size, icon, wide, children, ...props }: ButtonProps) {
  return (
    <AriaButton {...props} className={look({ variant, size, wide })}>
      {icon}
      <span>{children}</span>
    </AriaButton>
  );
}

/** Goes to another page and looks like a button. */
export function LinkButton({ variant, size, icon, wide, children, ...props }: Look & Omit<LinkProps, 'className' | 'style'>) {
  return (
    <Link {...props} className={look({ variant, size, wide })}>
      {icon}
      <span>{children}</span>
    </Link>
  );
}
