/** What time it is: asked here and nowhere else by rules that go by dates, so that a test can be in any year. */
import { Injectable } from '@nestjs/common';
import { type LocalDate, localDateOf } from '@kvarter/cadence';

@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** The day it is in Denmark. */
  today(): LocalDate {
    return localDateOf(this.now());
  }
}
