/** JSON that is ready-made (by PostgreSQL, say) goes into a response as it is: no parse, no second stringify. */
import { randomBytes } from 'node:crypto';

/** A value whose JSON is known already. `text` is trusted to be valid JSON. */
export class RawJson {
  constructor(readonly text: string) {}

  /** Inside `stringify` a mark that is replaced later; elsewhere the parsed value. */
  toJSON(): unknown {
    if (!collected) return JSON.parse(this.text);
    collected.push(this.text);
    return mark;
  }
}

// Unguessable, so no text of a user can hold it; needs no JSON escapes.
const mark = `raw:${randomBytes(16).toString('hex')}`;
const quoted = `"${mark}"`;
let collected: string[] | undefined;

/** As JSON.stringify, with every RawJson spliced in as it stands. */
export function stringify(value: unknown): string {
  const texts: string[] = (collected = []);
  let json: string;
  try {
    json = JSON.stringify(value);
  } finally {
    collected = undefined;
  }
  if (texts.length === 0) return json;
  const between = json.split(quoted);
  let spliced = between[0] ?? '';
  texts.forEach((text, i) => {
    spliced += text + (between[i + 1] ?? '');
  });
  return spliced;
}
