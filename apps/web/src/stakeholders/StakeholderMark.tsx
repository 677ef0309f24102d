import type { StakeholderKind } from '../generated/graphql';
import { classes } from '../ui/classes';
import { kinds } from './kinds';
import styles from './StakeholderMark.module.css';

/** The sign of a kind: form and colour of its family, icon of its own. Decoration beside words. */
export function StakeholderMark({ kind, large }: { kind: StakeholderKind; large?: boolean }) {
  const { family, icon: Icon } = kinds[kind];
  return (
    <span aria-hidden className={classes(styles.mark, styles[family], large && styles.large)}>
      <Icon />
    </span>
  );
}
