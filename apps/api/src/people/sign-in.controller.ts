/** Signing in and out. Demo sign-in exists only where KVARTER_DEMO=1. */
import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { config } from '../config.js';
import { Public } from '../platform/auth/can.js';
import { refuse } from '../platform/graphql/errors.js';
import { clearSessionCookie, setSessionCookie } from './cookie.js';
import { type Persona, SignInService } from './sign-in.service.js';

@Controller('auth')
export class SignInController {
  constructor(private readonly signIn: SignInService) {}

  @Public()
  @Get('demo')
  personas(): Promise<Persona[]> {
    onlyInDemo();
    return this.signIn.personas();
  }

  @Public()
  @Post('demo')
  @HttpCode(200)
  async signInAsPersona(@Body() body: unknown, @Res({ passthrough: true }) response: Response): Promise<{ persona: string }> {
    onlyInDemo();
    const persona = (body as { persona?: unknown } | undefined)?.persona;
    if (typeof persona !== 'string') throw refuse('UNKNOWN_PERSONA');
    const { token, hours } = await this.signIn.asPersona(persona);
    setSessionCookie(response, token, hours);
    return { persona };
  }

  @Public()
  @Post('sign-out')
  @HttpCode(204)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.signIn.out(request.headers.cookie);
    clearSessionCookie(response);
  }
}

function onlyInDemo(): void {
  if (!config().demo) throw refuse('DEMO_OFF');
}
