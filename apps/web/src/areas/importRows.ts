import type { Reason } from '@kvarter/contract';
import type { Areal } from '@kvarter/geo';
import type { MeasuredZone } from './boundaryFile.worker';

/** Why something can't be created: found here, or said by the server in its words. */
export type RowFault = { kind: 'found'; reason: Reason; params: object } | { kind: 'said'; message: string };

export type RowState = 'ready' | 'waiting' | 'sending' | 'done' | 'refused';

/** One zone of a file on its way to becoming an area. */
export interface ImportRow {
  id: string;
  name: string;
  /** null where the zone can't be used as it is. */
  boundary: Areal | null;
  /** What was probably meant, where longitude and latitude seem to have changed places. */
  swapped: Areal | null;
  /** Of what can be used; null where nothing can. */
  squareMetres: number | null;
  vertices: number | null;
  picked: boolean;
  /** An area of this name is there already. */
  exists: boolean;
  state: RowState;
  fault: RowFault | null;
}

/**
 * The zones of a file as rows. Those that can be created are picked beforehand, but for those whose name
 * an area has already: a file chosen twice makes nothing double.
 */
export function rowsOf(zones: readonly MeasuredZone[], existing: readonly string[]): ImportRow[] {
  const taken = new Set(existing.map(normal));
  return zones.map(({ name, check, squareMetres }, index) => {
    const exists = taken.has(normal(name));
    return {
      id: String(index),
      name,
      boundary: check.ok ? check.geometry : null,
      swapped: check.ok ? null : (check.swapped ?? null),
      squareMetres,
      vertices: check.ok ? check.vertices : null,
      picked: check.ok && !exists,
      exists,
      state: check.ok ? 'ready' : 'refused',
      fault: check.ok ? null : { kind: 'found', reason: check.fault.reason, params: check.fault.params },
    };
  });
}

/** Takes up the offer to swap longitude and latitude. */
export const withSwapped = (row: ImportRow): ImportRow =>
  row.swapped ? { ...row, boundary: row.swapped, swapped: null, picked: true, state: 'ready', fault: null } : row;

/** Whether it can be sent now: it fits, and is not on its way or there already. */
export const isSendable = ({ boundary, state }: ImportRow): boolean => boundary !== null && (state === 'ready' || state === 'refused');

export interface Tally {
  /** Picked and possible: what the button would create. */
  picked: number;
  fit: number;
  done: number;
  refused: number;
  /** Of those that were sent off together, how many there are and how many have an answer. */
  all: number;
  answered: number;
}

export function tallyOf(rows: readonly ImportRow[]): Tally {
  const count = (test: (row: ImportRow) => boolean) => rows.filter(test).length;
  const sent = rows.filter(({ picked, boundary }) => picked && boundary !== null);
  return {
    picked: count((row) => row.picked && isSendable(row)),
    fit: count(({ boundary }) => boundary !== null),
    done: count(({ state }) => state === 'done'),
    refused: sent.filter(({ state }) => state === 'refused').length,
    all: sent.length,
    answered: sent.filter(({ state }) => state === 'done' || state === 'refused').length,
  };
}

const normal = (name: string) => name.trim().toLocaleLowerCase('da');
