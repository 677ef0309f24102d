/** Where this browser keeps what a person has not sent yet: sealed under a key of their own, in records that don't say whose they are. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { blindName, canSeal, newSealingKey, type Sealed } from './seal';

interface Stored extends Sealed {
  readonly owner: string;
  readonly place: string;
}

export interface UnsentSchema extends DBSchema {
  keys: { key: string; value: CryptoKey };
  drawers: { key: string; value: Stored; indexes: { owner: string; place: string } };
}

let database: Promise<IDBPDatabase<UnsentSchema>> | undefined;

/** One database for all areas and persons of this browser. */
export const openUnsent = (): Promise<IDBPDatabase<UnsentSchema>> =>
  (database ??= openDB<UnsentSchema>('kvarter-unsent', 1, {
    upgrade(db) {
      db.createObjectStore('keys');
      const drawers = db.createObjectStore('drawers');
      drawers.createIndex('owner', 'owner');
      drawers.createIndex('place', 'place');
    },
  }));

/** The key of a person on this device, made at first use. */
export async function unsentKeyOf(db: IDBPDatabase<UnsentSchema>, owner: string): Promise<CryptoKey> {
  const known = await db.get('keys', owner);
  if (known) return known;
  const made = await newSealingKey();
  const transaction = db.transaction('keys', 'readwrite');
  // Another window may have been faster; its key is the one.
  const first = await transaction.store.get(owner);
  if (!first) await transaction.store.put(made, owner);
  await transaction.done;
  return first ?? made;
}

/** Whether unsent edits outlive this page here. */
export const canKeep = (): boolean => canSeal() && 'indexedDB' in globalThis && 'locks' in navigator;

/** How many windows' worth of unsent edits of a person lie on this device. */
export async function unsentOf(personId: string): Promise<number> {
  if (!canKeep()) return 0;
  try {
    return await (await openUnsent()).countFromIndex('drawers', 'owner', await blindName(personId));
  } catch {
    return 0;
  }
}

let signedOut = false;

/** Whether this page may keep anything still: not after somebody has signed out, whatever is under way. */
export const mayKeep = (): boolean => !signedOut;

/** From now on this page keeps nothing. */
export function keepNoMore(): void {
  signedOut = true;
}

/** Deletes a person's unsent edits and their key from this device. */
export async function forgetUnsentOf(personId: string): Promise<void> {
  if (!canKeep()) return;
  const [db, owner] = await Promise.all([openUnsent(), blindName(personId)]);
  const transaction = db.transaction(['drawers', 'keys'], 'readwrite', { durability: 'strict' });
  const drawers = transaction.objectStore('drawers');
  const keys = await drawers.index('owner').getAllKeys(owner);
  await Promise.all([...keys.map((key) => drawers.delete(key)), transaction.objectStore('keys').delete(owner), transaction.done]);
}
