import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { config } from '../../config.js';
import { MailDesk } from './mail-desk.js';
import { MailJobs } from './mail.jobs.js';
import { MailRegistry } from './mail-registry.js';
import { MailSender } from './mail-sender.js';
import { Outbox } from './outbox.js';
import { Post } from './post.js';
import { SignedLinks } from './signed-link.js';
import { Unsubscribing } from './unsubscribing.js';

/** Every process puts mails in; only the worker sends them. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    MailDesk,
    MailJobs,
    MailRegistry,
    MailSender,
    Outbox,
    Unsubscribing,
    { provide: Post, useFactory: () => new Post(config().smtp) },
    { provide: SignedLinks, useFactory: () => new SignedLinks(config().masterKey) },
  ],
  exports: [Outbox, SignedLinks],
})
export class MailModule {}
