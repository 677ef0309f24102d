import { type FeatureKind, symbology } from '@kvarter/geo';
import type { CSSProperties } from 'react';
import { kindIcons } from './kindIcons';
import styles from './KindSymbol.module.css';

/** The symbol of a kind beside its name; the same shape, colour and picture as on the map. */
export function KindSymbol({ kind, large }: { kind: FeatureKind; large?: boolean }) {
  const { shape, color } = symbology[kind];
  const Icon = kindIcons[kind];
  return (
    // Custom properties are not in React's list of styles.
    <span aria-hidden className={styles.symbol} data-shape={shape} data-large={large || undefined} style={{ '--kind': color } as CSSProperties}>
      <Icon />
    </span>
  );
}
