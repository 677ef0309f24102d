import { useState } from 'react';
import { Link } from 'react-router';
import { CloseRoundDocument, type RoundPageQuery } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import styles from './StepPanel.module.css';
import { useRoundTexts } from './useRoundTexts';

/** The maps that a round left, and its end. */
export function FollowUpStep({ page: { round, area, mapSnapshots }, mayClose }: { page: RoundPageQuery; mayClose: boolean }) {
  const { follow: texts, steps } = useRoundTexts();
  const { cancel } = usePlatformTexts();
  const { slug } = useTenant();
  const format = useFormats();
  const [asking, setAsking] = useState(false);
  const [closing, close] = useAction(CloseRoundDocument);
  const kept = mapSnapshots.filter(({ id }) => round.meetings.some(({ snapshotId }) => snapshotId === id)).sort((a, b) => a.seq - b.seq);
  const open = round.steps.filter(({ step, state }) => state !== 'DONE' && step !== 'FOLLOW_UP').map(({ step }) => steps[step]);

  async function end() {
    const data = await close({ roundId: round.id });
    setAsking(false);
    if (data) notify({ text: texts.closed(round.name), tone: 'moss' });
  }

  return (
    <>
      <Card title={texts.snapshots}>
        {kept.length === 0 && <p className={styles.quiet}>{texts.noSnapshots}</p>}
        <ul className={styles.list}>
          {kept.map(({ id, name, seq, takenAt }) => (
            <li key={id} className={styles.row}>
              <span className={styles.words}>
                <Link to={`/${slug}/areas/${area.id}/map?at=${seq}`}>{name}</Link>
                <span className={styles.small}>{format.date(takenAt)}</span>
              </span>
              <Link to={`/${slug}/areas/${area.id}/map?compare=${seq},${area.mapSeq}`} aria-label={texts.compareOf(name)}>
                {texts.compare}
              </Link>
            </li>
          ))}
        </ul>
        <p className={styles.small}>{texts.fades}</p>
      </Card>
      {mayClose && (
        <div className={styles.actions}>
          <Button onPress={() => setAsking(true)}>{texts.close}</Button>
        </div>
      )}
      {asking && (
        <ConfirmDialog
          title={texts.closeTitle}
          confirm={texts.close}
          cancel={cancel}
          isPending={closing}
          onConfirm={() => void end()}
          onClose={() => setAsking(false)}
        >
          <p>{texts.closeText}</p>
          {open.length > 0 && <p>{texts.open(format.list(open))}</p>}
        </ConfirmDialog>
      )}
    </>
  );
}
