import { ArrowUp } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useLocale } from 'react-aria-components/I18nProvider';
import { classes } from './classes';
import { sortRows } from './sortRows';
import styles from './Table.module.css';

// Few tables let their columns be chosen.
const ColumnMenu = lazy(() => import('./ColumnMenu'));

export interface Column<T> {
  id: string;
  header: string;
  /** `sorted` is false while the rows stand in the order they were given, as a tree does. */
  cell: (row: T, sorted: boolean) => ReactNode;
  /** What the column is sorted by; null sorts last. Without it the column can't be sorted. */
  sortBy?: (row: T) => string | number | null;
  align?: 'start' | 'end';
  /** The header is for screen readers only, as over a column of buttons. */
  quietHeader?: boolean;
  /** Takes the room that is left. */
  grows?: boolean;
  /** Left out on phones, where there is room for little. */
  wideOnly?: boolean;
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
  /** The row the pointer is at, and null when it leaves the table. */
  onRowPoint?: (row: T | null) => void;
  empty: string;
  /** Filters and the like, above the table beside the choice of columns. */
  bar?: ReactNode;
}

/** A real table: a caption, sorting in the heads, a head that stays, a choice of columns. */
export function Table<T>({ caption, columns, rows, rowKey, nameColumn, initialSorting, ...props }: TableProps<T>) {
  const { selectedKey, onRowPress, onRowPoint, empty, bar } = props;
  const { locale } = useLocale();
  const [sorting, setSorting] = useState<Sorting | null>(initialSorting ?? null);
  const [hidden, setHidden] = useState(() => columns.filter(({ optional }) => optional === 'hidden').map(({ id }) => id));
  const optional = columns.filter((column) => column.optional);
  const shown = columns.filter(({ id }) => !hidden.includes(id));
  const sorted = useMemo(() => sortRows(rows, columns, sorting, locale), [rows, columns, sorting, locale]);

  return (
    <div>
      {(bar || optional.length > 0) && (
        <div className={styles.bar}>
          {bar}
          {optional.length > 0 && (
            <Suspense>
              <ColumnMenu columns={optional} hidden={hidden} onChange={setHidden} />
            </Suspense>
          )}
        </div>
      )}
      <div className={styles.frame}>
        <table className={styles.table} onPointerLeave={() => onRowPoint?.(null)}>
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
                  onPointerEnter={onRowPoint && (() => onRowPoint(row))}
                  onClick={onRowPress && ((event) => !isControl(event.target) && onRowPress(row))}
                >
                  {shown.map((column) => (
                    <Cell key={column.id} column={column} row={row} names={column.id === nameColumn} sorted={sorting !== null} />
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

const placing = <T,>(column: Column<T>) => [column.align === 'end' && styles.end, column.wideOnly && styles.wideOnly, column.grows && styles.wide];

/** A press on a control in a row is for that control alone. */
const isControl = (target: EventTarget) => target instanceof Element && target.closest('a,button,input,label,select,textarea') !== null;

interface CellProps<T> {
  column: Column<T>;
  row: T;
  names: boolean;
  sorted: boolean;
}

function Cell<T>({ column, row, names, sorted }: CellProps<T>) {
  const className = classes(styles.cell, names && styles.rowHead, ...placing(column));
  return names ? (
    <th scope="row" className={className}>
      {column.cell(row, sorted)}
    </th>
  ) : (
    <td className={className}>{column.cell(row, sorted)}</td>
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
    <th scope="col" className={classes(styles.head, ...placing(column))} aria-sort={direction}>
      {column.sortBy ? (
        <button type="button" className={styles.sort} onClick={() => onSort({ column: column.id, descending: active && !sorting.descending })}>
          {column.header}
          <ArrowUp aria-hidden />
        </button>
      ) : (
        <span className={column.quietHeader ? 'visually-hidden' : styles.plain}>{column.header}</span>
      )}
    </th>
  );
}
