/**
 * Where the link in a reminder leads. Its page is the client's, at the same address, and tells nothing of the agreement:
 * who has the mail has read it there, and anyone else shall not read it here. Only POST acts.
 */
import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { localeOf } from '@kvarter/contract';
import type { Request } from 'express';
import { ActorOfLink } from '../platform/auth/actor-of-link.js';
import { Public } from '../platform/auth/can.js';
import { refuse } from '../platform/graphql/errors.js';
import { isCalendarDate } from '../platform/graphql/scalars/calendar-date.js';
import { type Agreement, AgreementAnswer, AgreementState } from './agreement.type.js';
import { AgreementsService } from './agreements.service.js';
import { ReportLinks } from './report-links.js';

interface ReportShown {
  /** Whether an answer is still wanted. */
  readonly open: boolean;
}

@Controller()
export class ReportController {
  constructor(
    private readonly as: ActorOfLink,
    private readonly links: ReportLinks,
    private readonly agreements: AgreementsService,
  ) {}

  @Public()
  @Get('auth/report/:token')
  look(@Param('token') token: string, @Req() request: Request): Promise<ReportShown> {
    return this.within(token, request, async (agreement) => shown(agreement));
  }

  @Public()
  @Post('report/:token')
  @HttpCode(200)
  report(@Param('token') token: string, @Body() body: unknown, @Req() request: Request): Promise<ReportShown> {
    const { answer, note, dueOn } = (body ?? {}) as Record<string, unknown>;
    if (!isAnswer(answer)) throw refuse('VALUE_INVALID', { field: 'answer' }, { field: 'answer' });
    if (dueOn !== undefined && dueOn !== null && !isCalendarDate(dueOn)) throw refuse('VALUE_INVALID', { field: 'dueOn' }, { field: 'dueOn' });
    const said = { note: typeof note === 'string' ? note : null, dueOn: dueOn ?? null };
    return this.within(token, request, async ({ id }) => shown(await this.agreements.report({ id, answer, ...said })));
  }

  /** As the person the link was sent to. */
  private within(token: string, request: Request, work: (agreement: Agreement) => Promise<ReportShown>): Promise<ReportShown> {
    const { tenantId, agreementId, personId } = this.links.open(token);
    return this.as.run({ tenantId, personId, locale: localeOf(request.headers['accept-language']) }, async () => {
      const agreement = await this.agreements.one(agreementId);
      if (agreement.responsibleId !== personId) throw refuse('LINK_EXPIRED');
      return work(agreement);
    });
  }
}

const isAnswer = (value: unknown): value is AgreementAnswer => Object.values(AgreementAnswer).some((answer) => answer === value);
const shown = ({ state }: Agreement): ReportShown => ({ open: state === AgreementState.OPEN });
