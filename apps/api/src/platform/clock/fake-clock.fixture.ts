import { instantOf, localDate } from '@kvarter/cadence';
import { Clock } from './clock.js';

/** A clock that stands at noon of whatever day it is put to. */
export class FakeClock extends Clock {
  private at: Date;

  constructor(day: string) {
    super();
    this.at = instantOf(localDate(day), '12:00');
  }

  override now(): Date {
    return this.at;
  }

  goTo(day: string, time = '12:00'): void {
    this.at = instantOf(localDate(day), time);
  }
}
