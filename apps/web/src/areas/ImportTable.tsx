import { ArrowLeftRight, Check, CircleAlert, LoaderCircle } from 'lucide-react';
import { type Dispatch, memo, type SetStateAction } from 'react';
import { useFormats } from '../platform/i18n/format';
import { useLocale } from '../platform/i18n/locale';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { Checkbox } from '../ui/Checkbox';
import { faultText } from './areaForm';
import styles from './ImportTable.module.css';
import { type ImportRow, isSendable, withSwapped } from './importRows';
import { useAreaTexts } from './useAreaTexts';
import { useSizeText } from './useSizeText';

interface ImportTableProps {
  rows: readonly ImportRow[];
  busy: boolean;
  onChange: (id: string, to: Partial<ImportRow>) => void;
  onChangeAll: Dispatch<SetStateAction<ImportRow[]>>;
}

/** What a file holds: which zones to create, under which names, and how each one goes. */
export function ImportTable({ rows, busy, onChange, onChangeAll }: ImportTableProps) {
  const { file: texts } = useAreaTexts();
  const sendable = rows.filter(isSendable);
  const picked = sendable.filter((row) => row.picked).length;
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className="visually-hidden">{texts.caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                aria-label={texts.pickAll}
                isSelected={sendable.length > 0 && picked === sendable.length}
                isIndeterminate={picked > 0 && picked < sendable.length}
                isDisabled={busy || sendable.length === 0}
                onChange={(all) => onChangeAll((before) => before.map((row) => (isSendable(row) ? { ...row, picked: all } : row)))}
              />
            </th>
            <th scope="col">{texts.name}</th>
            <th scope="col" className={styles.number}>
              {texts.size}
            </th>
            <th scope="col" className={styles.number}>
              {texts.vertices}
            </th>
            <th scope="col">{texts.state}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} busy={busy} onChange={onChange} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

// One of a hundred rows changes at a time.
const Row = memo(function Row({ row, busy, onChange }: { row: ImportRow; busy: boolean; onChange: ImportTableProps['onChange'] }) {
  const { file: texts } = useAreaTexts();
  const { locale } = useLocale();
  const format = useFormats();
  const sizeText = useSizeText();
  const fault = row.fault && (row.fault.kind === 'said' ? row.fault.message : faultText(row.fault, locale));
  const faultId = `import-fault-${row.id}`;
  return (
    <tr data-state={row.state}>
      <td>
        {/* The browser's own: hundreds of them stand here at once. */}
        <input
          type="checkbox"
          className={styles.pick}
          aria-label={texts.pickOne(row.name)}
          checked={row.picked && row.boundary !== null}
          disabled={busy || !isSendable(row)}
          onChange={(event) => onChange(row.id, { picked: event.target.checked })}
        />
      </td>
      <td>
        <input
          className={styles.name}
          aria-label={texts.name}
          aria-describedby={fault ? faultId : undefined}
          aria-invalid={row.state === 'refused'}
          value={row.name}
          disabled={busy || row.state === 'done'}
          onChange={(event) => onChange(row.id, { name: event.target.value })}
        />
      </td>
      <td className={styles.number}>{row.squareMetres === null ? '–' : sizeText(row.squareMetres)}</td>
      <td className={styles.number}>{row.vertices === null ? '–' : format.number(row.vertices)}</td>
      <td>
        <div className={styles.state}>
          <StateBadge row={row} />
        </div>
        {fault && (
          <p id={faultId} className={styles.fault}>
            {fault}
          </p>
        )}
        {row.swapped && (
          <Button size="small" icon={<ArrowLeftRight aria-hidden />} onPress={() => onChange(row.id, withSwapped(row))}>
            {texts.swap}
          </Button>
        )}
      </td>
    </tr>
  );
});

function StateBadge({ row }: { row: ImportRow }) {
  const { file: texts } = useAreaTexts();
  switch (row.state) {
    case 'waiting':
      return <Badge>{texts.waiting}</Badge>;
    case 'sending':
      return (
        <Badge tone="fjord" icon={<LoaderCircle aria-hidden />}>
          {texts.sending}
        </Badge>
      );
    case 'done':
      return (
        <Badge tone="moss" icon={<Check aria-hidden />}>
          {texts.done}
        </Badge>
      );
    case 'refused':
      return (
        <Badge tone="brick" icon={<CircleAlert aria-hidden />}>
          {texts.refused}
        </Badge>
      );
    case 'ready':
      return row.exists ? <Badge tone="amber">{texts.exists}</Badge> : <Badge tone="neutral">{texts.ready}</Badge>;
  }
}
