import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { config } from '../../config.js';
import { MailRegistry } from './mail-registry.js';
import { Outbox } from './outbox.js';
import { SignedLinks } from './signed-link.js';

/** Every process puts mails in; only the worker sends them. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [MailRegistry, Outbox, { provide: SignedLinks, useFactory: () => new SignedLinks(config().masterKey) }],
  exports: [Outbox, SignedLinks],
})
export class MailModule {}
