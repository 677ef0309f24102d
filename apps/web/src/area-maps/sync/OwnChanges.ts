import { changedFields, type FeatureState, fieldOf, same, withFields } from '@kvarter/geo';

/** What one edit made of a mark; null: it wasn't there. */
export interface Made {
  readonly featureId: string;
  readonly before: FeatureState | null;
  readonly after: FeatureState;
}

/** From the mark as it is now to the mark as it shall be. */
export interface Change {
  readonly featureId: string;
  readonly from: FeatureState;
  readonly to: FeatureState | null;
}

const longestMemory = 200;

/**
 * One's own edits of this window, to be undone and redone. Only the fields that the edit set are set back,
 * and only while they are still as it left them: what somebody else wrote since is never undone.
 */
export class OwnChanges {
  private done: Made[] = [];
  private taken: Made[] = [];

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.taken.length > 0;
  }

  /** The mark that undoing would concern. */
  get last(): string | undefined {
    return this.done.at(-1)?.featureId;
  }

  made(made: Made): void {
    this.done = [...this.done, made].slice(-longestMemory);
    this.taken = [];
  }

  /** Takes the newest off, or null where somebody else has been there since. */
  undone(now: (featureId: string) => FeatureState | null): Change | null {
    const made = this.done.pop();
    const change = made && between(made.featureId, now(made.featureId), made.after, made.before);
    if (made && change) this.taken.push(made);
    return change ?? null;
  }

  redone(now: (featureId: string) => FeatureState | null): Change | null {
    const made = this.taken.pop();
    // What was created and undone is there still, removed.
    const left = made && (made.before ?? { ...made.after, removed: true });
    const change = made && left && between(made.featureId, now(made.featureId), left, made.after);
    if (made && change) this.done.push(made);
    return change ?? null;
  }

  /** A mark whose edit the server did not take. */
  forget(featureId: string): void {
    this.done = this.done.filter((made) => made.featureId !== featureId);
    this.taken = this.taken.filter((made) => made.featureId !== featureId);
  }
}

function between(featureId: string, now: FeatureState | null, left: FeatureState, wanted: FeatureState | null): Change | null {
  if (!now) return null;
  if (!wanted) return now.removed || changedFields(left, now).length > 0 ? null : { featureId, from: now, to: null };
  const fields = changedFields(left, wanted).filter((field) => field !== 'outdated');
  if (fields.some((field) => !same(fieldOf(now, field), fieldOf(left, field)))) return null;
  // Everything else stays as it is now.
  return { featureId, from: now, to: withFields(now, wanted, fields) };
}
