import { ArrowUp, Columns3 } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import { Button } from './Button';
import { classes } from './classes';
import { Menu, MenuChoices } from './Menu';
import { sortRows } from './sortRows';
import { useUiTexts } from './UiTexts';
import styles from './Table.module.css';

export interface Column<T> {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** What the column is sorted by; null sorts last. Without it the column can't be sorted. */
  sortBy?: (row: T) => string | number | null;
  align?: 'start' | 'end';
  /** The header is for screen readers only, as over a column of buttons. */
  quietHeader?: boolean;
  /** May be left out by the user; `hidden` leaves it out at first. */
  optional?: boolean | 'hidden';
}

export interface Sorting {
  column: string;
  descending: boolean;
}

export interface TableProps<T> {
  /** Says what the table holds; read before it. */
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string;
  /** The column that names a row. */
  nameColumn: string;
  initialSorting?: Sorting;
  selectedKey?: string | null;
  /** A press anywhere in a row; the row must also hold a link or button that does the same. */
  onRowPress?: (row: T) => void;
  empty: string;
  /** Filters and the like, above the table beside the choice of columns. */
  bar?: ReactNode;
}

/** A real table: a caption, sorting in the heads, a head that stays, a choice of columns. */
export function Table<T>({ caption, columns, rows, rowKey, nameColumn, initialSorting, ...props }: TableProps<T>) {
  const { selectedKey, onRowPress, empty, bar } = props;
  const { locale } = useLocale();
  const [sorting, setSorting] = useState<Sorting | null>(initialSorting ?? null);
  const [hidden, setHidden] = useState(() => columns.filter(({ optional }) => optional === 'hidden').map(({ id }) => id));
  const shown = columns.filter(({ id }) => !hidden.includes(id));
  const sorted = useMemo(() => sortRows(rows, columns, sorting, locale), [rows, columns, sorting, locale]);

  return (
    <div>
      {(bar || columns.some(({ optional }) => optional)) && (
        <div className={styles.bar}>
          {bar}
          <ColumnMenu columns={columns} hidden={hidden} onChange={setHidden} />
        </div>
      )}
      <div className={styles.frame}>
        <table className={styles.table}>
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {shown.map((column) => (
                <Head key={column.id} column={column} sorting={sorting} onSort={setSorting} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => {
              const key = rowKey(row);
              return (
                <tr
                  key={key}
                  className={styles.row}
                  data-selected={key === selectedKey || undefined}
                  data-active={onRowPress ? true : undefined}
                  onClick={onRowPress && ((event) => !isControl(event.target) && onRowPress(row))}
                >
                  {shown.map((column) => (
                    <Cell key={column.id} column={column} row={row} names={column.id === nameColumn} />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
        {rows.length === 0 && <p className={styles.empty}>{empty}</p>}
      </div>
    </div>
  );
}

/** A press on a control in a row is for that control alone. */
const isControl = (target: EventTarget) => target instanceof Element && target.closest('a,button,input,label,select,textarea') !== null;

function Cell<T>({ column, row, names }: { column: Column<T>; row: T; names: boolean }) {
  const className = classes(styles.cell, names && styles.rowHead, column.align === 'end' && styles.end);
  return names ? (
    <th scope="row" className={className}>
      {column.cell(row)}
    </th>
  ) : (
    <td className={className}>{column.cell(row)}</td>
  );
}

interface HeadProps<T> {
  column: Column<T>;
  sorting: Sorting | null;
  onSort: (sorting: Sorting) => void;
}

function Head<T>({ column, sorting, onSort }: HeadProps<T>) {
  const active = sorting?.column === column.id;
  const direction = active ? (sorting.descending ? 'descending' : 'ascending') : undefined;
  return (
    <th scope="col" className={classes(styles.head, column.align === 'end' && styles.end)} aria-sort={direction}>
      {column.sortBy ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => onSort({ column: column.id, descending: active && !sorting.descending })}
        >
          {column.header}
          <ArrowUp aria-hidden />
        </button>
      ) : (
        <span className={column.quietHeader ? 'visually-hidden' : styles.plain}>{column.header}</span>
      )}
    </th>
  );
}

interface ColumnMenuProps<T> {
  columns: readonly Column<T>[];
  hidden: readonly string[];
  onChange: (hidden: string[]) => void;
}

function ColumnMenu<T>({ columns, hidden, onChange }: ColumnMenuProps<T>) {
  const texts = useUiTexts();
  const optional = columns.filter((column) => column.optional);
  if (optional.length === 0) return null;
  return (
    <Menu
      label={texts.chooseColumns}
      trigger={
        <Button size="small" icon={<Columns3 aria-hidden />}>
          {texts.columns}
        </Button>
      }
    >
      <MenuChoices
        multiple
        title={texts.chooseColumns}
        choices={optional.map(({ id, header }) => ({ id, label: header }))}
        selected={optional.map(({ id }) => id).filter((id) => !hidden.includes(id))}
        onChange={(chosen) => onChange(optional.map(({ id }) => id).filter((id) => !chosen.includes(id)))}
      />
    </Menu>
  );
}
