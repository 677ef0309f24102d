import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Link, NavLink } from 'react-router';
import styles from './Rail.module.css';

export interface RailItem {
  to: string;
  label: string;
  icon: ReactNode;
  /** Only this very address, not those below it. */
  end?: boolean;
}

interface RailProps {
  label: string;
  home: string;
  items: readonly RailItem[];
  /** At the foot of the rail, at the end of the bottom bar. */
  foot: ReactNode;
}

/** The main menu: a rail at the left, a bar at the bottom of phones. */
export function Rail({ label, home, items, foot }: RailProps) {
  return (
    <nav aria-label={label} className={styles.rail}>
      <Link to={home} className={styles.brand}>
        kvarter
      </Link>
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.to}>
            <NavLink to={item.to} end={item.end} className={styles.item}>
              {item.icon}
              {item.label}
            </NavLink>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>{foot}</div>
    </nav>
  );
}

/** Looks like an item and opens a menu. */
export function RailButton({ label, icon, hint }: { label: string; icon: ReactNode; hint: string }) {
  return (
    <Button className={styles.item} aria-label={hint}>
      {icon}
      {label}
    </Button>
  );
}
