import type { ReactNode } from 'react';
import { LanguageSwitch } from './LanguageSwitch';
import styles from './OpenFrame.module.css';

/** Round the pages that links lead to: one question each, for who need not be signed in. */
export function OpenFrame({ children }: { children: ReactNode }) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <span className={styles.brand}>kvarter</span>
        <LanguageSwitch />
      </header>
      <main id="main" className={styles.main}>
        {children}
      </main>
    </div>
  );
}
