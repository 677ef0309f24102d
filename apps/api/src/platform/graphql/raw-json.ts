/** JSON that is ready-made (by PostgreSQL, say) goes into a response as it is: no parse, no second stringify. */
import { randomBytes } from 'node:crypto';

/**
 * A value whose JSON is known already, and trusted to be valid. It may come in parts, and should where it is long:
 * texts over 128 KB never live with the young, so that their end takes a collection of everything there is.
 */
export class RawJson {
  readonly parts: readonly string[];

  constructor(...parts: readonly string[]) {
    this.parts = parts;
  }

  /** Inside `stringify` and `encode` a mark that is replaced later; elsewhere the parsed value. */
  toJSON(): unknown {
    if (!collected) return JSON.parse(this.parts.join(''));
    collected.push(this);
    return mark;
  }
}

// Unguessable, so no text of a user can hold it; needs no JSON escapes.
const mark = `raw:${randomBytes(16).toString('hex')}`;
const quoted = `"${mark}"`;
let collected: RawJson[] | undefined;

/** As JSON.stringify, with every RawJson spliced in as it stands. */
export const stringify = (value: unknown): string => piecesOf(value).join('');

/** As `stringify`, in UTF-8. */
export function encode(value: unknown): Buffer {
  const pieces = piecesOf(value);
  const bytes = Buffer.allocUnsafe(pieces.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0));
  let at = 0;
  for (const piece of pieces) at += bytes.write(piece, at);
  return bytes;
}

function piecesOf(value: unknown): readonly string[] {
  const ready: RawJson[] = (collected = []);
  let json: string;
  try {
    json = JSON.stringify(value);
  } finally {
    collected = undefined;
  }
  if (ready.length === 0) return [json];
  return json.split(quoted).flatMap((between, index) => [between, ...(ready[index]?.parts ?? [])]);
}
