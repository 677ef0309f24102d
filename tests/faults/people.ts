/** People who go on editing and following whatever breaks, as the client does: what is not acknowledged is sent again. */
import { setTimeout as wait } from 'node:timers/promises';
import { applyDocument, creation, type Edit, editsDocument, type LoggedEdit, type Result } from '../support/areas.js';
import type { ApiClient, GraphQLAnswer } from '../support/client.js';

/** Edits one after the other until told to stop. @returns every acknowledged edit with its seq */
export async function editUntil(client: ApiClient, areaId: string, stop: AbortSignal): Promise<Map<string, number>> {
  const acknowledged = new Map<string, number>();
  while (!stop.aborted) {
    const edit = creation('Under uvejr');
    acknowledged.set(edit.editId, await send(client, areaId, edit));
  }
  return acknowledged;
}

/** Until it is acknowledged; the same edit each time. */
async function send(client: ApiClient, areaId: string, edit: Edit): Promise<number> {
  for (;;) {
    const answer = await client
      .ask<{ applyMapEdits: Result[] }>(applyDocument, { areaId, edits: [edit] })
      .catch((): GraphQLAnswer<{ applyMapEdits: Result[] }> => ({}));
    const seq = answer.data?.applyMapEdits[0]?.seq;
    if (typeof seq === 'number') return seq;
    await wait(20); // between two attempts, as a client pauses
  }
}

export interface Follower {
  readonly seqs: readonly number[];
  /** Resolves when everything up to `seq` has been heard. */
  reached(seq: number): Promise<void>;
  stop(): Promise<void>;
}

/** Follows the map and takes it up again where it was after every loss. */
export function followAlways(client: ApiClient, areaId: string): Follower {
  const seqs: number[] = [];
  const waiting = new Set<() => void>();
  const socket = client.socket({}, Number.POSITIVE_INFINITY);
  const variables = {
    areaId,
    get afterSeq() {
      return seqs.at(-1) ?? 0;
    },
  };
  let stopped = false;
  let stop: () => void = () => undefined;
  const begin = (): void => {
    stop = socket.subscribe<{ mapEdits: LoggedEdit }>(
      { query: editsDocument, variables },
      {
        next: ({ data }) => {
          if (data) seqs.push(data.mapEdits.seq);
          for (const look of waiting) look();
        },
        // A server that can't reach its database refuses for a while.
        error: () => void (stopped || wait(50).then(begin)),
        complete: () => void (stopped || wait(50).then(begin)),
      },
    );
  };
  begin();
  return {
    seqs,
    reached: (seq) =>
      new Promise((resolve) => {
        const look = () => {
          if ((seqs.at(-1) ?? 0) < seq) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    async stop() {
      stopped = true;
      stop();
      await socket.dispose();
    },
  };
}
