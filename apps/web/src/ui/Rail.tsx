import type { CSSProperties, ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './Rail.module.css';

export interface RailItem {
  to: string;
  label: string;
  icon: ReactNode;
  /** One is there, or at something below it. */
  isCurrent: boolean;
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
    // Custom properties are not in React's list of styles.
    <nav aria-label={label} className={styles.rail} style={{ '--items': items.length } as CSSProperties}>
      <Link to={home} className={styles.brand}>
        kvarter
      </Link>
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.to}>
            <Link to={item.to} aria-current={item.isCurrent ? 'page' : undefined} className={styles.item}>
              {item.icon}
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
      <div className={styles.foot}>{foot}</div>
    </nav>
  );
}

/** Keeps the place of an item whose button is on its way. */
export function RailItemPlace({ label, icon }: Pick<RailItem, 'label' | 'icon'>) {
  return (
    <span className={styles.item} aria-hidden>
      {icon}
      {label}
    </span>
  );
}
