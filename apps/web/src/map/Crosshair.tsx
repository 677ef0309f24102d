import styles from './Crosshair.module.css';

/** The middle of the map, where Enter and "set it here" act. With fingers it shows while something is drawn. */
export function Crosshair({ shown, drawing }: { shown: boolean; drawing: boolean }) {
  return (
    <svg aria-hidden viewBox="0 0 44 44" className={styles.crosshair} data-shown={shown || undefined} data-drawing={drawing || undefined}>
      <g fill="none" strokeLinecap="round">
        <path className={styles.halo} d="M22 3v13M22 28v13M3 22h13M28 22h13" />
        <path className={styles.line} d="M22 3v13M22 28v13M3 22h13M28 22h13" />
        <circle className={styles.line} cx="22" cy="22" r="2.5" />
      </g>
    </svg>
  );
}
