import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { MailRegistry } from './mail-registry.js';
import { Outbox } from './outbox.js';

/** Every process puts mails in; only the worker sends them. */
@Global()
@Module({ imports: [DiscoveryModule], providers: [MailRegistry, Outbox], exports: [Outbox] })
export class MailModule {}
