import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import styles from './Rail.module.css';

/** Looks like an item of the rail and opens a menu. */
export function RailButton({ label, icon, hint }: { label: string; icon: ReactNode; hint: string }) {
  return (
    <Button className={styles.item} aria-label={hint}>
      {icon}
      {label}
    </Button>
  );
}
