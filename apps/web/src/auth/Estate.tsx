import styles from './Estate.module.css';

/** A picture of the idea, for the eye only: blocks, a green, a boundary, and marks of two shapes. */
export function Estate() {
  return (
    <svg viewBox="0 0 520 340" className={styles.estate} aria-hidden focusable="false">
      <path className={styles.road} d="M-10 92 C120 70 220 118 540 84" />
      <path className={styles.road} d="M352 -20 C330 120 372 220 350 370" />
      <path className={styles.green} d="M168 148 q70 -34 132 6 q36 60 -22 96 q-74 28 -122 -18 q-20 -50 12 -84z" />
      <g className={styles.blocks}>
        <rect x="58" y="126" width="74" height="22" rx="3" transform="rotate(-8 95 137)" />
        <rect x="70" y="170" width="22" height="64" rx="3" transform="rotate(-8 81 202)" />
        <rect x="60" y="252" width="74" height="22" rx="3" transform="rotate(-8 97 263)" />
        <rect x="176" y="34" width="78" height="22" rx="3" transform="rotate(-6 215 45)" />
        <rect x="278" y="26" width="22" height="48" rx="3" transform="rotate(-6 289 50)" />
        <rect x="392" y="118" width="78" height="22" rx="3" transform="rotate(-6 431 129)" />
        <rect x="394" y="164" width="22" height="58" rx="3" transform="rotate(-6 405 193)" />
        <rect x="438" y="178" width="22" height="58" rx="3" transform="rotate(-6 449 207)" />
        <rect x="388" y="252" width="78" height="22" rx="3" transform="rotate(-6 427 263)" />
        <rect x="196" y="282" width="78" height="22" rx="3" transform="rotate(-6 235 293)" />
      </g>
      <path className={styles.boundary} d="M34 104 L178 14 L486 56 L496 284 L300 326 L46 296 Z" />
      <path className={styles.link} d="M120 200 Q172 172 226 198" />
      <g className={styles.resource}>
        <circle cx="120" cy="200" r="15" />
        <circle cx="226" cy="198" r="15" />
        <circle cx="318" cy="132" r="15" />
      </g>
      <g className={styles.challenge}>
        <rect x="-12" y="-12" width="24" height="24" rx="3" transform="translate(424 154) rotate(45)" />
        <rect x="-12" y="-12" width="24" height="24" rx="3" transform="translate(276 258) rotate(45)" />
      </g>
    </svg>
  );
}
