import { Global, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { FrontDoor } from './front-door.js';
import { RefusalFilter } from './refusal.filter.js';
import { Traffic } from './traffic.js';

@Global()
@Module({ providers: [Traffic, FrontDoor, { provide: APP_FILTER, useClass: RefusalFilter }], exports: [Traffic, FrontDoor] })
export class HttpModule {}
