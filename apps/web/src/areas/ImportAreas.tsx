import type { Reason } from '@kvarter/contract';
import { useState } from 'react';
import type { AreaTreeQuery } from '../generated/graphql';
import { useLocale } from '../platform/i18n/locale';
import { announce } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button, LinkButton } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Progress } from '../ui/Progress';
import { Skeletons } from '../ui/Skeleton';
import { faultText } from './areaForm';
import { FilePicker } from './FilePicker';
import styles from './ImportAreas.module.css';
import { ImportTable } from './ImportTable';
import { rowsOf, tallyOf } from './importRows';
import { ParentSelect } from './ParentSelect';
import { readBoundaryFile } from './readBoundaryFile';
import { useAreaImport } from './useAreaImport';
import { useAreaTexts } from './useAreaTexts';

interface ImportAreasProps {
  areas: AreaTreeQuery['areas'];
  parent: string | null;
  /** While areas are being created. */
  onBusy: (busy: boolean) => void;
}

/** Areas from a file: what was found, which to create, and how it went, row by row. */
export function ImportAreas({ areas, parent, onBusy }: ImportAreasProps) {
  const { file: texts } = useAreaTexts();
  const { loading } = usePlatformTexts();
  const { locale } = useLocale();
  const [parentId, setParentId] = useState(parent);
  const [reading, setReading] = useState<string | null>(null);
  const [fault, setFault] = useState<{ reason: Reason; params: object } | null>(null);
  const { rows, setRows, change, busy, create, stop } = useAreaImport(onBusy);
  const tally = tallyOf(rows);

  async function read(file: File) {
    setReading(file.name);
    setFault(null);
    const result = await readBoundaryFile(file);
    setReading(null);
    setFault(result.ok ? null : result.fault);
    const found = result.ok
      ? rowsOf(
          result.zones,
          areas.map(({ name }) => name),
        )
      : [];
    setRows(found);
    if (result.ok) announce(texts.found(found.length, tallyOf(found).fit));
  }

  if (reading !== null) return <Skeletons label={`${loading}: ${texts.reading(reading)}`} heights={['1.5rem', '3rem', '3rem', '3rem']} />;
  if (rows.length === 0) {
    return (
      <div className={styles.part}>
        {fault && (
          <Notice tone="brick" role="alert">
            <p>{faultText(fault, locale)}</p>
          </Notice>
        )}
        <FilePicker onChoose={(file) => void read(file)} />
      </div>
    );
  }
  const finished = !busy && tally.done > 0;
  return (
    <div className={styles.part}>
      <p>{texts.found(rows.length, tally.fit)}</p>
      <div className={styles.parent}>
        <ParentSelect areas={areas} label={texts.parent} noParent={texts.noParent} value={parentId} onChange={setParentId} isDisabled={busy} />
      </div>
      <ImportTable rows={rows} busy={busy} onChange={change} onChangeAll={setRows} />
      <div className={styles.foot}>
        {busy ? (
          <>
            <div className={styles.progress}>
              <Progress label={texts.progress} value={tally.answered} max={tally.all} valueLabel={texts.progressOf(tally.answered, tally.all)} />
            </div>
            <Button onPress={stop}>{texts.stop}</Button>
          </>
        ) : (
          <>
            {(tally.picked > 0 || !finished) && (
              <Button variant="primary" size="large" isDisabled={tally.picked === 0} onPress={() => void create(parentId)}>
                {texts.create(tally.picked)}
              </Button>
            )}
            <Button onPress={() => setRows([])}>{texts.another}</Button>
          </>
        )}
      </div>
      {finished && <Outcome done={tally.done} refused={tally.refused} />}
    </div>
  );
}

function Outcome({ done, refused }: { done: number; refused: number }) {
  const { file: texts } = useAreaTexts();
  const { slug } = useTenant();
  return (
    <Notice
      tone={refused === 0 ? 'moss' : 'amber'}
      role="status"
      action={
        <LinkButton to={`/${slug}`} variant={refused === 0 ? 'primary' : 'secondary'}>
          {texts.toOverview}
        </LinkButton>
      }
    >
      <p>{texts.summary(done, refused)}</p>
    </Notice>
  );
}
