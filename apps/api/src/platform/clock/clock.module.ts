import { Global, Module } from '@nestjs/common';
import { config } from '../../config.js';
import { Clock } from './clock.js';
import { FileClock } from './file-clock.js';

const clockOfConfig = (): Clock => {
  const { clockFile } = config();
  return clockFile === undefined ? new Clock() : new FileClock(clockFile);
};

@Global()
@Module({ providers: [{ provide: Clock, useFactory: clockOfConfig }], exports: [Clock] })
export class ClockModule {}
