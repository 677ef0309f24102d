/** What processes tell each other of who is there: ids and places, split so that each message fits into a NOTIFY. */

/** One window. */
export interface Trace {
  readonly clientId: string;
  readonly personId: string;
  readonly cursor: { readonly lon: number; readonly lat: number } | null;
  readonly editing: string | null;
}

export interface PresenceMessage {
  readonly processId: string;
  /** Tenant and area. */
  readonly key: string;
  readonly here: readonly Trace[];
  readonly gone: readonly string[];
  /** Whoever has the area open is asked to tell all of theirs. */
  readonly ask: boolean;
}

/** PostgreSQL takes less than 8000 bytes. */
const longestPayload = 7_900;

type Row = [clientId: string, personId: string, lon: number | null, lat: number | null, editing: string | null];

/** One message as few payloads as it takes, each understood by itself. */
export function payloadsOf({ processId, key, here, gone, ask }: PresenceMessage): string[] {
  const payloads: string[] = [];
  let body = { c: [] as Row[], g: [] as string[], ...(ask && { q: 1 }) };
  let length = 200;
  const close = (): void => {
    payloads.push(`${processId} ${key} ${JSON.stringify(body)}`);
    body = { c: [], g: [] };
    length = 200;
  };
  const room = (bytes: number): void => {
    if (length + bytes > longestPayload) close();
    length += bytes;
  };
  for (const { clientId, personId, cursor, editing } of here) {
    const row: Row = [clientId, personId, rounded(cursor?.lon), rounded(cursor?.lat), editing];
    room(Buffer.byteLength(JSON.stringify(row)) + 1);
    body.c.push(row);
  }
  for (const clientId of gone) {
    room(Buffer.byteLength(clientId) + 3);
    body.g.push(clientId);
  }
  if (body.c.length + body.g.length > 0 || payloads.length === 0) close();
  return payloads;
}

/** Null where a payload isn't one of ours: any login of the database may notify. */
export function messageIn(payload: string): PresenceMessage | null {
  const [processId = '', key = ''] = payload.split(' ', 2);
  try {
    const { c, g, q } = JSON.parse(payload.slice(processId.length + key.length + 2)) as { c: unknown[][]; g: unknown[]; q?: unknown };
    const here = c.map(traceIn);
    if (here.includes(null) || !g.every(isText)) return null;
    return { processId, key, here: here as Trace[], gone: g, ask: q === 1 };
  } catch {
    return null; // not JSON, or of another shape
  }
}

function traceIn([clientId, personId, lon, lat, editing]: unknown[]): Trace | null {
  if (!isText(clientId) || !isUuid(personId) || !(editing === null || isUuid(editing))) return null;
  return { clientId, personId, cursor: isPlace(lon, lat) ? { lon: lon as number, lat: lat as number } : null, editing };
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isUuid = (value: unknown): value is string => isText(value) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

/** Whether two numbers are a place on earth, in degrees. */
export const isPlace = (lon: unknown, lat: unknown): boolean =>
  typeof lon === 'number' && typeof lat === 'number' && Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

/** To a centimetre or so. */
const rounded = (degrees: number | undefined): number | null => (degrees === undefined ? null : Math.round(degrees * 1e7) / 1e7);
