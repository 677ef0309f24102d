/** A clock that the server and its browsers go by, which a test moves. */
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { ServerSettings } from '../support/servers.js';

export class MovedClock {
  private readonly directory = mkdtempSync(join(tmpdir(), 'kvarter-clock-'));
  private readonly file = join(this.directory, 'now');

  constructor(public now = new Date()) {
    this.goTo(now);
  }

  /** For the server that is to go by it. */
  get settings(): ServerSettings {
    return { KVARTER_DEMO_CLOCK: this.file };
  }

  goTo(now: Date): void {
    this.now = now;
    writeFileSync(`${this.file}.next`, now.toISOString());
    renameSync(`${this.file}.next`, this.file);
  }

  /** Puts a window, before it shows anything, to where the clock stands; time goes on in it no more. */
  async hungIn<P extends Page>(page: P): Promise<P> {
    await page.clock.setFixedTime(this.now);
    return page;
  }

  /** A day so many days from now in Denmark, as it is typed into a field: day, month, year. */
  digits(ahead: number): string {
    const day = new Date(this.now.getTime() + ahead * 86_400_000);
    const parts = new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', day: '2-digit', month: '2-digit', year: 'numeric' });
    return parts.format(day).replaceAll(/\D/g, '');
  }

  dispose(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
