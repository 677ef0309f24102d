import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { RefusalFilter } from './refusal.filter.js';
import { Traffic } from './traffic.js';

@Global()
@Module({ providers: [Traffic, { provide: APP_FILTER, useClass: RefusalFilter }], exports: [Traffic] })
export class HttpModule {}
