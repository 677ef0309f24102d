import { History } from 'lucide-react';
import { useFormats } from '../platform/i18n/format';
import { Button } from '../ui/Button';
import styles from './PastNotice.module.css';
import type { Snapshot } from './Timeline';
import type { Shown } from './useMapAddress';
import { useMapTexts } from './useMapTexts';

interface PastNoticeProps {
  shown: Shown;
  snapshots: readonly Snapshot[];
  newest: number;
  onShow: (shown: Shown) => void;
}

/** Says plainly that this isn't now, and lets one step through every change there was. */
export function PastNotice({ shown, snapshots, newest, onShow }: PastNoticeProps) {
  const { time: texts } = useMapTexts();
  const format = useFormats();
  if (shown.mode !== 'at') return null;
  const snapshot = snapshots.find(({ seq }) => seq === shown.seq);
  return (
    <div className={styles.past}>
      <History aria-hidden />
      <p role="status">
        <strong>{snapshot ? texts.past(format.date(snapshot.takenAt), snapshot.name) : texts.pastStep(shown.seq)}</strong> {texts.pastHelp}
      </p>
      <label className={styles.step}>
        <span className="visually-hidden">{texts.step}</span>
        <input
          type="range"
          min={0}
          max={Math.max(newest, shown.seq)}
          value={shown.seq}
          aria-valuetext={texts.stepLabel(shown.seq, newest)}
          onChange={(event) => onShow({ mode: 'at', seq: Number(event.target.value) })}
        />
      </label>
      <Button size="small" onPress={() => onShow({ mode: 'now' })}>
        {texts.toNow}
      </Button>
    </div>
  );
}
