import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { useToday } from '../platform/useToday';
import styles from './CheckFacts.module.css';
import { useFollowUpTexts } from './useFollowUpTexts';

interface CheckFactsProps {
  dueOn: string;
  late: boolean;
  /** Left out on the area's own page. */
  area?: { id: string; name: string } | null;
  standsFor?: number;
  reminders?: number;
  takenOverFrom?: { name: string } | null;
  /** Before all else. */
  children?: ReactNode;
}

/** When something is due and what there is to know about that, in one line of words. */
export function CheckFacts({ dueOn, late, area, standsFor = 1, reminders = 0, takenOverFrom, children }: CheckFactsProps) {
  const texts = useFollowUpTexts();
  const { slug } = useTenant();
  const format = useFormats();
  const today = useToday();
  return (
    <div className={styles.clip}>
      <ul className={styles.facts}>
        {children && <li>{children}</li>}
        <li className={late ? styles.late : styles.day}>
          <time dateTime={dueOn}>{format.day(dueOn, today)}</time>
        </li>
        {area && (
          <li>
            <Link to={`/${slug}/areas/${area.id}`}>{area.name}</Link>
          </li>
        )}
        {standsFor > 1 && <li>{texts.standsFor(standsFor)}</li>}
        {reminders > 0 && <li>{texts.reminders(reminders)}</li>}
        {takenOverFrom && <li>{texts.takenOver(takenOverFrom.name)}</li>}
      </ul>
    </div>
  );
}
