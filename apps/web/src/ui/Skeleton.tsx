import type { CSSProperties } from 'react';
import styles from './Skeleton.module.css';

/** The place of something that is on its way, in about its size. */
export function Skeleton({ width, height }: { width?: string; height?: string }) {
  // Custom properties are not in React's list of styles.
  const size = { '--skeleton-width': width, '--skeleton-height': height } as CSSProperties;
  return <span className={styles.skeleton} style={size} />;
}

/** Several of them, said once to screen readers. */
export function Skeletons({ label, heights }: { label: string; heights: readonly string[] }) {
  return (
    <div className={styles.stack} role="status" aria-label={label}>
      {heights.map((height, index) => (
        // They have no identity and never move.
        <Skeleton key={index} height={height} />
      ))}
    </div>
  );
}
