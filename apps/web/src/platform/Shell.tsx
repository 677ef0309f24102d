import { type ReactNode, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { classes } from '../ui/classes';
import styles from './Shell.module.css';
import { useOnline } from './useOnline';
import { usePlatformTexts } from './usePlatformTexts';

interface ShellProps {
  /** The rail; null where nobody is signed in. */
  nav: ReactNode;
  /** The page takes the whole room, and on phones the bottom bar's too; it leads back by itself. */
  focused?: boolean;
  children: ReactNode;
}

/** The frame of every page: menu, main part, way past the menu. */
export function Shell({ nav, focused, children }: ShellProps) {
  const texts = usePlatformTexts();
  const online = useOnline();
  const main = useFocusOnNavigation();
  return (
    <div className={classes(styles.shell, focused && styles.focused)}>
      <a href="#main" className={styles.skip}>
        {texts.nav.skip}
      </a>
      {nav}
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        {!online && !focused && (
          <p role="status" className={styles.banner}>
            {texts.failure.offlineBanner}
          </p>
        )}
        {focused ? children : <div className={styles.page}>{children}</div>}
      </main>
    </div>
  );
}

/** After a link, reading and tabbing go on at the top of the new page. */
function useFocusOnNavigation() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}
