/**
 * Where the answers in an invitation lead. Its page is the client's, at the same address, and tells nothing of the
 * meeting: who has the mail has read it there, and anyone else shall not read it here. Only POST acts.
 */
import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { localeOf } from '@kvarter/contract';
import type { Request } from 'express';
import { Public } from '../platform/auth/can.js';
import { ActorOfLink } from '../platform/auth/actor-of-link.js';
import { refuse } from '../platform/graphql/errors.js';
import { MeetingAnswer } from './participant.type.js';
import { type Invited, ParticipantsService } from './participants.service.js';
import { ReplyLinks } from './reply-links.js';

interface ReplyShown {
  readonly answer: MeetingAnswer | null;
}

@Controller()
export class ReplyController {
  constructor(
    private readonly as: ActorOfLink,
    private readonly links: ReplyLinks,
    private readonly participants: ParticipantsService,
  ) {}

  /** @throws LINK_UNKNOWN, LINK_EXPIRED, MEETING_CANCELLED, MEETING_ALREADY_CLOSED */
  @Public()
  @Get('auth/reply/:token')
  look(@Param('token') token: string, @Req() request: Request): Promise<ReplyShown> {
    return this.within(token, request, async ({ answer }) => ({ answer }));
  }

  @Public()
  @Post('reply/:token')
  @HttpCode(200)
  reply(@Param('token') token: string, @Body() body: unknown, @Req() request: Request): Promise<ReplyShown> {
    const { answer } = (body ?? {}) as Record<string, unknown>;
    if (!isAnswer(answer)) throw refuse('VALUE_INVALID', { field: 'answer' }, { field: 'answer' });
    return this.within(token, request, async ({ meetingId, id }) => {
      await this.participants.reply(meetingId, id, answer);
      return { answer };
    });
  }

  /** A member as themselves: what they lost since, the link lost with them. Somebody from outside is noted by Kvarter. */
  private within(token: string, request: Request, work: (invited: Invited) => Promise<ReplyShown>): Promise<ReplyShown> {
    const { tenantId, participantId, personOrAddress } = this.links.open(token);
    const personId = personOrAddress.includes('@') ? null : personOrAddress;
    return this.as.run({ tenantId, personId, locale: localeOf(request.headers['accept-language']) }, async () =>
      work(await this.participants.invited(participantId, personOrAddress)),
    );
  }
}

const isAnswer = (value: unknown): value is MeetingAnswer => Object.values(MeetingAnswer).some((answer) => answer === value);
