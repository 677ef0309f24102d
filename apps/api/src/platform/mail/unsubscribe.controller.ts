/**
 * Where the link in a mail leads. Its page is the client's, at the same address; what looks into mails for harm opens
 * that without changing anything, and only POST acts: the page's button, or a mail program's own (RFC 8058).
 */
import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { type Locale, localeOf } from '@kvarter/contract';
import type { Request } from 'express';
import { Public } from '../auth/can.js';
import { type Subscription, Unsubscribing } from './unsubscribing.js';

interface SubscriptionShown {
  readonly tenant: string;
  /** What the kinds of mail are called, in the reader's language. */
  readonly kinds: readonly string[];
  readonly stopped: boolean;
}

@Controller()
export class UnsubscribeController {
  constructor(private readonly unsubscribing: Unsubscribing) {}

  @Public()
  @Get('auth/unsubscribe/:token')
  async look(@Param('token') token: string, @Req() request: Request): Promise<SubscriptionShown> {
    return shown(await this.unsubscribing.look(token), localeOf(request.headers['accept-language']));
  }

  @Public()
  @Post('unsubscribe/:token')
  @HttpCode(200)
  async stop(@Param('token') token: string, @Req() request: Request): Promise<SubscriptionShown> {
    return shown(await this.unsubscribing.stop(token), localeOf(request.headers['accept-language']));
  }
}

const shown = ({ tenantName, kinds, stopped }: Subscription, locale: Locale): SubscriptionShown => ({
  tenant: tenantName,
  kinds: kinds.map(({ name }) => name[locale]),
  stopped,
});
