import { classes } from './classes';
import { initials } from './initials';
import styles from './Avatar.module.css';

/** Dark enough for white letters, told apart by most who see few colours; the letters carry it. */
const colors = ['#0f5c5c', '#5b4a9e', '#a8477f', '#0b6bb0', '#8f4207', '#3f6b2f', '#6b5b00', '#7a3b2e'];

/** The circle of somebody: initials in a colour that stays theirs. Decoration beside their name. */
export function Avatar({ id, name, large }: { id: string; name: string; large?: boolean }) {
  const sum = [...id].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  return (
    <span aria-hidden className={classes(styles.avatar, large && styles.large)} style={{ background: colors[sum % colors.length] }}>
      {initials(name)}
    </span>
  );
}
