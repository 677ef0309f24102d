/** The documents our own web client sends, registered when it is built; production takes no others. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** The list was changed after it was built. */
export class DamagedDocumentList extends Error {}

export class PersistedDocuments {
  private readonly texts = new Map<string, string>();

  /**
   * @param documents `{ id: text }`; an id is the SHA-256 of the text in hex, with or without `sha256:` before it
   * @throws DamagedDocumentList where an id isn't that of its text
   */
  constructor(documents: Readonly<Record<string, string>> = {}) {
    for (const [id, text] of Object.entries(documents)) {
      const hash = createHash('sha256').update(text).digest('hex');
      if (bare(id) !== hash) throw new DamagedDocumentList('A registered document is not the one its id names: build the web client again.');
      this.texts.set(hash, text);
    }
  }

  /** Reads the list beside the built web client; without one there are no registered documents. */
  static from(file: string): PersistedDocuments {
    return new PersistedDocuments(existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {});
  }

  get size(): number {
    return this.texts.size;
  }

  text(id: string): string | undefined {
    return this.texts.get(bare(id));
  }

  has(hash: string): boolean {
    return this.texts.has(hash);
  }
}

const bare = (id: string): string => id.replace(/^sha256:/, '').toLowerCase();
