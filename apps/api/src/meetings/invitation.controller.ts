/** Where a guest's browser brings the code of its link. */
import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { setSessionCookie } from '../people/cookie.js';
import { Public } from '../platform/auth/can.js';
import { refuse } from '../platform/graphql/errors.js';
import { GuestsService } from './guests.service.js';

@Controller('auth')
export class InvitationController {
  constructor(private readonly guests: GuestsService) {}

  @Public()
  @Post('invitation')
  @HttpCode(200)
  async accept(@Body() body: unknown, @Res({ passthrough: true }) response: Response): Promise<{ tenant: string; areaId: string; meetingId: string }> {
    const { code, name } = (body ?? {}) as { code?: unknown; name?: unknown };
    if (typeof code !== 'string' || code.length > 100) throw refuse('INVITATION_NOT_FOUND');
    const { token, hours, ...where } = await this.guests.accept(code, typeof name === 'string' ? name : '');
    setSessionCookie(response, token, hours);
    return where;
  }
}
