import { Module } from '@nestjs/common';
import { MailboxReader } from './mailbox-reader.js';
import { MailboxResolver } from './mailbox.resolver.js';
import { MailboxService } from './mailbox.service.js';

@Module({ providers: [MailboxReader, MailboxResolver, MailboxService], exports: [MailboxReader, MailboxService] })
export class MailboxModule {}
