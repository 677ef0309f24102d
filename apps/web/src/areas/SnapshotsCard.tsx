import { GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AreaPageQuery } from '../generated/graphql';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { Button, LinkButton } from '../ui/Button';
import { Card } from '../ui/Card';
import { Checkbox } from '../ui/Checkbox';
import styles from './SnapshotsCard.module.css';
import { useAreaTexts } from './useAreaTexts';

interface SnapshotsCardProps {
  area: AreaPageQuery['area'];
  snapshots: AreaPageQuery['mapSnapshots'];
}

/** The maps that were kept: to see again, and any two to compare, the present one among them. */
export function SnapshotsCard({ area, snapshots }: SnapshotsCardProps) {
  const { area: texts } = useAreaTexts();
  const { slug } = useTenant();
  const format = useFormats();
  const map = `/${slug}/areas/${area.id}/map`;
  const rows = [
    { id: 'now', name: texts.now, seq: area.mapSeq, when: texts.today, path: map },
    ...[...snapshots]
      .sort((a, b) => b.seq - a.seq || Date.parse(b.takenAt) - Date.parse(a.takenAt))
      .map(({ id, name, seq, takenAt }) => ({ id, name, seq, when: format.shortDate(takenAt), path: `${map}?at=${seq}` })),
  ];
  const [picked, setPicked] = useState<readonly string[]>([]);
  // A third one takes the place of the one picked first.
  const pick = (id: string, on: boolean) => setPicked(on ? [...picked, id].slice(-2) : picked.filter((one) => one !== id));
  const [from, to] = rows
    .filter(({ id }) => picked.includes(id))
    .map(({ seq }) => seq)
    .toReversed();

  return (
    <Card
      title={texts.snapshots}
      action={
        snapshots.length > 0 &&
        (from !== undefined && to !== undefined ? (
          <LinkButton to={`${map}?compare=${from},${to}`} icon={<GitCompareArrows aria-hidden />}>
            {texts.compare}
          </LinkButton>
        ) : (
          <Button isDisabled icon={<GitCompareArrows aria-hidden />}>
            {texts.compare}
          </Button>
        ))
      }
    >
      {snapshots.length === 0 ? (
        <p className={styles.teach}>{texts.snapshotsTeach}</p>
      ) : (
        <div id="snapshots" className={styles.frame}>
          <p className={styles.teach}>{texts.compareHelp}</p>
          <table className={styles.table}>
            <caption className="visually-hidden">{texts.snapshotsCaption}</caption>
            <thead className="visually-hidden">
              <tr>
                <th scope="col">{texts.pick}</th>
                <th scope="col">{texts.snapshotName}</th>
                <th scope="col">{texts.snapshotTaken}</th>
                <th scope="col">{texts.view}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, name, when, path }) => (
                <tr key={id} className={styles.row}>
                  <td className={styles.pick}>
                    <Checkbox aria-label={texts.pickOne(name)} isSelected={picked.includes(id)} onChange={(on) => pick(id, on)} />
                  </td>
                  <th scope="row" className={styles.name}>
                    {name}
                  </th>
                  <td className={styles.when}>{when}</td>
                  <td className={styles.view}>
                    <Link to={path} aria-label={texts.viewOf(name)}>
                      {texts.view}
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
