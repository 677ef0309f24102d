/** Who acts: a person in one tenant (or in none yet, for what concerns only themselves). */
import { AsyncLocalStorage } from 'node:async_hooks';

export type Locale = 'da' | 'en';

export interface Actor {
  readonly personId: string;
  /** The sign-in this came with; jobs have none. */
  readonly sessionId: string | null;
  readonly name: string;
  readonly tenant: { readonly id: string; readonly slug: string } | null;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<string>;
  readonly locale: Locale;
}

const storage = new AsyncLocalStorage<Actor>();

/** Runs `work` as `actor`: everything it awaits sees the same one. */
export const actAs = <T>(actor: Actor, work: () => T): T => storage.run(actor, work);

/** The one who acts, or undefined outside an operation. */
export const maybeActor = (): Actor | undefined => storage.getStore();

/** The one who acts. Throws outside an operation: that is a fault of the program, not of a user. */
export function currentActor(): Actor {
  const actor = storage.getStore();
  if (!actor) throw new Error('nobody acts here: wrap the call in actAs');
  return actor;
}

/** The tenant acted in. Throws where none was named; @Can refuses such calls before they come here. */
export function currentTenant(): { id: string; slug: string } {
  const { tenant } = currentActor();
  if (!tenant) throw new Error('no tenant is named here');
  return tenant;
}
