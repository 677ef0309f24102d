import { CircleAlert, Clock } from 'lucide-react';
import { Badge } from '../ui/Badge';
import styles from './SlippingBadges.module.css';
import { useFollowUpTexts } from './useFollowUpTexts';
import type { Slipping } from './useSlipping';

/** How many checks of an area are late, due today and soon. Nothing where there are none. */
export function SlippingBadges({ slipping: { late, dueToday, soon } }: { slipping: Slipping }) {
  const { slipping: texts } = useFollowUpTexts();
  return (
    <span className={styles.badges}>
      {late > 0 && (
        <Badge tone="brick" icon={<CircleAlert aria-hidden />}>
          {texts.late(late)}
        </Badge>
      )}
      {dueToday > 0 && (
        <Badge tone="amber" icon={<Clock aria-hidden />}>
          {texts.dueToday(dueToday)}
        </Badge>
      )}
      {soon > 0 && <Badge>{texts.soon(soon)}</Badge>}
    </span>
  );
}
