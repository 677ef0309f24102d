import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { config } from '../../config.js';
import { DemoMailbox } from './demo-mailbox.js';
import { MailDesk } from './mail-desk.js';
import { MailJobs } from './mail.jobs.js';
import { MailPreferencesService } from './mail-preferences.service.js';
import { MailRegistry } from './mail-registry.js';
import { MailResolver } from './mail.resolver.js';
import { MailSender } from './mail-sender.js';
import { Outbox } from './outbox.js';
import { Post } from './post.js';
import { SignedLinks } from './signed-link.js';
import { TrialMail } from './trial-mail.js';
import { UnsubscribeController } from './unsubscribe.controller.js';
import { Unsubscribing } from './unsubscribing.js';

/** Every process puts mails in; only the worker sends them. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [UnsubscribeController],
  providers: [
    DemoMailbox,
    MailDesk,
    MailJobs,
    MailPreferencesService,
    MailRegistry,
    MailResolver,
    MailSender,
    Outbox,
    TrialMail,
    Unsubscribing,
    { provide: Post, useFactory: () => new Post(config().smtp) },
    { provide: SignedLinks, useFactory: () => new SignedLinks(config().masterKey) },
  ],
  exports: [Outbox, SignedLinks],
})
export class MailModule {}
