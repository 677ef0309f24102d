import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** Which time the page shows: now, one moment, or two of them side by side. */
export type Shown =
  | { readonly mode: 'now' }
  | { readonly mode: 'at'; readonly seq: number }
  | { readonly mode: 'compare'; readonly from: number; readonly to: number };

export interface MapAddress {
  readonly shown: Shown;
  readonly table: boolean;
  /** The mark that the address opens with. */
  readonly mark: string | null;
  readonly show: (shown: Shown) => void;
  readonly showTable: (table: boolean) => void;
}

/** What the page shows lives in its address, so that it can be sent, reloaded and gone back from. */
export function useMapAddress(): MapAddress {
  const [search, setSearch] = useSearchParams();
  return useMemo(
    () => ({
      shown: shownIn(search),
      table: search.get('view') === 'table',
      mark: search.get('mark'),
      show: (shown) =>
        setSearch((before) => {
          const next = new URLSearchParams(before);
          next.delete('at');
          next.delete('compare');
          if (shown.mode === 'at') next.set('at', String(shown.seq));
          if (shown.mode === 'compare') next.set('compare', `${shown.from},${shown.to}`);
          return next;
        }),
      showTable: (table) =>
        setSearch((before) => {
          const next = new URLSearchParams(before);
          if (table) next.set('view', 'table');
          else next.delete('view');
          return next;
        }),
    }),
    [search, setSearch],
  );
}

function shownIn(search: URLSearchParams): Shown {
  const [from, to] = (search.get('compare') ?? '').split(',').map(seqOf);
  if (from !== null && from !== undefined && to !== null && to !== undefined) return { mode: 'compare', from, to };
  const at = seqOf(search.get('at') ?? '');
  return at === null ? { mode: 'now' } : { mode: 'at', seq: at };
}

const seqOf = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null);
