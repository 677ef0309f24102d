import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { CreateAreaDocument } from '../generated/graphql';
import { failureOf } from '../platform/failure';
import { notify } from '../platform/notify';
import { useFailureText } from '../platform/useFailureText';
import { type ImportRow, isSendable } from './importRows';

/** So many areas are on their way at a time: quick, and the server keeps room for others. */
const atOnce = 3;

/** Creates the picked rows a few at a time, each by itself: a refused one says why and holds up nothing. */
export function useAreaImport(onBusy: (busy: boolean) => void) {
  const client = useClient();
  const failureText = useFailureText();
  const [rows, setRows] = useState<ImportRow[]>([]);
  const [busy, setBusy] = useState(false);
  const stopped = useRef(false);

  const change = useCallback((id: string, to: Partial<ImportRow>) => setRows((before) => before.map((row) => (row.id === id ? { ...row, ...to } : row))), []);

  async function createOne(row: ImportRow, parentId: string | null) {
    if (!row.boundary) return;
    change(row.id, { state: 'sending', fault: null });
    const input = { name: row.name, boundary: row.boundary, parentId };
    const { error } = await client.mutation(CreateAreaDocument, { input }).toPromise();
    if (!error) return change(row.id, { state: 'done' });
    const failure = failureOf(error);
    if (failure.kind === 'refused' && failure.code !== 'UNAUTHENTICATED') {
      return change(row.id, { state: 'refused', fault: { kind: 'said', message: failureText(failure) } });
    }
    // Nothing is wrong with the row: the rest waits until one is signed in or connected again.
    stopped.current = true;
    change(row.id, { state: 'ready' });
    if (failure.kind !== 'refused') notify({ text: failureText(failure), tone: 'brick' });
  }

  async function create(parentId: string | null) {
    const queue = rows.filter((row) => row.picked && isSendable(row));
    const ids = new Set(queue.map(({ id }) => id));
    stopped.current = false;
    setBusy(true);
    onBusy(true);
    setRows((before) => before.map((row) => (ids.has(row.id) ? { ...row, state: 'waiting', fault: null } : row)));
    const work = async () => {
      for (let row = queue.shift(); row && !stopped.current; row = queue.shift()) await createOne(row, parentId);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    setRows((before) => before.map((row) => (row.state === 'waiting' ? { ...row, state: 'ready' } : row)));
    setBusy(false);
    onBusy(false);
  }

  useEffect(() => {
    if (!busy) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [busy]);

  return { rows, setRows, change, busy, create, stop: () => void (stopped.current = true) };
}
