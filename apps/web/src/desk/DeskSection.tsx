import { type ReactNode, useId } from 'react';
import styles from './DeskSection.module.css';
import { useDeskTexts } from './useDeskTexts';

interface DeskSectionProps {
  title: string;
  count: number;
  /** What is late stands out, with its word and not only its colour. */
  late?: boolean;
  icon?: ReactNode;
  children: ReactNode;
}

/** Checks that belong together, under what they have in common. */
export function DeskSection({ title, count, late, icon, children }: DeskSectionProps) {
  const texts = useDeskTexts();
  const titleId = useId();
  return (
    <section aria-labelledby={titleId} className={styles.section} data-late={late || undefined}>
      <div className={styles.head}>
        {icon}
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <span className={styles.count}>{texts.count(count)}</span>
      </div>
      <ul className={styles.list}>{children}</ul>
    </section>
  );
}
