/** Whether this process can do its work: each part that it needs adds a check of its own. */
import { Injectable } from '@nestjs/common';

/** Resolves to undefined, or to why not in fixed words of ours; what it throws is not shown. */
export type Check = () => Promise<string | undefined> | string | undefined;

export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, string>>;
}

/** Milliseconds a check may take. */
const patience = 3_000;

@Injectable()
export class HealthChecks {
  private readonly checks = new Map<string, Check>();

  /** @param name `database`, `queue` ...; a second one of a name replaces the first */
  add(name: string, check: Check): void {
    this.checks.set(name, check);
  }

  /** From now on this process takes no new work, whatever its parts say. */
  stop(): void {
    this.checks.clear();
    this.add('process', () => 'stopping');
  }

  async run(): Promise<Readiness> {
    const results = await Promise.all([...this.checks].map(async ([name, check]) => [name, await outcome(check)] as const));
    return { ready: results.every(([, result]) => result === 'ok'), checks: Object.fromEntries(results) };
  }
}

async function outcome(check: Check): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('no answer in time'), patience);
  });
  try {
    return (await Promise.race([Promise.resolve().then(check), late])) ?? 'ok';
  } catch {
    return 'not reachable';
  } finally {
    clearTimeout(timer);
  }
}
