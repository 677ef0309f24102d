import { readFileSync } from 'node:fs';
import { Clock } from './clock.js';

/** A clock that stands where a file says, the same for all processes that read it. For trials alone: settings refuse it outside of demo. */
export class FileClock extends Clock {
  /** @param path of a file that holds one moment as ISO 8601 text and nothing else; whoever moves it replaces the file as a whole */
  constructor(private readonly path: string) {
    super();
  }

  /** @throws RangeError where the file holds no moment: rather nothing happens than something on a day nobody named */
  override now(): Date {
    const text = readFileSync(this.path, 'utf8').trim();
    const at = new Date(text);
    if (Number.isNaN(at.getTime()) || at.toISOString() !== text) throw new RangeError('the file of the clock holds no moment');
    return at;
  }
}
