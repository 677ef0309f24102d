import { GitCompareArrows } from 'lucide-react';
import type { MapSnapshotsQuery } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { Button } from '../ui/Button';
import styles from './Timeline.module.css';
import { useMapTexts } from './useMapTexts';

export type Snapshot = MapSnapshotsQuery['mapSnapshots'][number];

interface TimelineProps {
  snapshots: readonly Snapshot[];
  /** The seq that is shown; null is now. */
  at: number | null;
  marks: number;
  onShow: (at: number | null) => void;
  onCompare: (() => void) | null;
}

/** The maps that were kept, as points on a line that ends today. */
export function Timeline({ snapshots, at, marks, onShow, onCompare }: TimelineProps) {
  const { time: texts } = useMapTexts();
  const format = useFormats();
  const points = [
    ...snapshots.map(({ seq, name, takenAt }) => ({
      key: `${seq} ${takenAt}`,
      seq: seq as number | null,
      label: format.month(takenAt),
      title: `${name}, ${format.date(takenAt)}`,
    })),
    { key: 'now', seq: null, label: texts.now, title: texts.now },
  ];
  const shown = points.findLastIndex(({ seq }) => seq === at);
  return (
    <nav className={styles.timeline} aria-label={texts.label}>
      {onCompare && (
        <Button icon={<GitCompareArrows aria-hidden />} onPress={onCompare}>
          {texts.compare}
        </Button>
      )}
      {snapshots.length === 0 ? (
        <p className={styles.none}>{texts.none}</p>
      ) : (
        <ol className={styles.line}>
          {points.map(({ key, seq, label, title }, index) => (
            <li key={key}>
              <button type="button" className={styles.point} aria-current={index === shown ? 'true' : undefined} title={title} onClick={() => onShow(seq)}>
                <span className={styles.dot} />
                <span>{label}</span>
                {seq !== null && <span className="visually-hidden">: {title}</span>}
              </button>
            </li>
          ))}
        </ol>
      )}
      <p className={styles.count}>{texts.summary(marks)}</p>
    </nav>
  );
}
