import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef, useSyncExternalStore } from 'react';
import { Dialog } from './Dialog';
import { IconButton } from './IconButton';
import styles from './SidePanel.module.css';
import { useUiTexts } from './UiTexts';

const query = window.matchMedia('(max-width: 1000px)');
const subscribe = (changed: () => void) => {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

interface SidePanelProps {
  /** What it shows; another one takes the focus to its heading. */
  subject: string;
  title: string;
  onClose: () => void;
  children: ReactNode;
  actions?: ReactNode;
}

/** More about one thing of a list, beside it; where there is no room beside it, a dialog over it. Stands in a PanelLayout. */
export function SidePanel({ subject, title, onClose, children, actions }: SidePanelProps) {
  const texts = useUiTexts();
  const titleId = useId();
  const narrow = useSyncExternalStore(subscribe, () => query.matches);
  const heading = useRef<HTMLHeadingElement>(null);
  // Whoever chose it by keyboard reads on here.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [subject, narrow]);
  if (narrow) {
    return (
      <Dialog isOpen onClose={onClose} title={title} actions={actions}>
        {children}
      </Dialog>
    );
  }
  return (
    <section className={styles.panel} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 id={titleId} ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        <IconButton label={texts.close} icon={<X aria-hidden />} onPress={onClose} />
      </div>
      <div className={styles.body}>{children}</div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </section>
  );
}

/** A list and, when something of it is chosen, its panel at the right. */
export function PanelLayout({ children, panel }: { children: ReactNode; panel: ReactNode }) {
  return (
    <div className={styles.layout} data-open={panel ? true : undefined}>
      <div className={styles.list}>{children}</div>
      {panel}
    </div>
  );
}
