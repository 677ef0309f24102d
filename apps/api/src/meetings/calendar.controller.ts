/** A meeting as a calendar file, for whoever is signed in and may see it. The browser fetches it by a link, so the tenant stands in the address. */
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { localeOf } from '@kvarter/contract';
import { actAs } from '../platform/auth/actor.js';
import { Public } from '../platform/auth/can.js';
import { Sessions } from '../platform/auth/sessions.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { CalendarService } from './calendar.service.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly sessions: Sessions,
    private readonly db: Db,
    private readonly calendar: CalendarService,
  ) {}

  /** @throws UNAUTHENTICATED, FORBIDDEN for who is no member, NOT_FOUND */
  @Public()
  @Get(':tenant/:meetingId.ics')
  async file(@Param('tenant') tenant: string, @Param('meetingId') meetingId: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const signedIn = await this.sessions.authenticate(request.headers.cookie);
    if (!signedIn) throw refuse('SIGN_IN_NEEDED');
    const actor = this.sessions.actorFor(signedIn, tenant, localeOf(request.headers['accept-language']));
    if (!actor.permissions.has('meeting.read')) throw refuse('NOT_ALLOWED');
    if (!uuid.test(meetingId)) throw refuse('MEETING_NOT_FOUND');
    const file = await actAs(actor, () => this.db.run(actor, 'read', () => this.calendar.file(meetingId), { readOnly: true }));
    response
      .set({ 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': `attachment; filename="${meetingId}.ics"`, 'cache-control': 'no-store' })
      .send(file);
  }
}
