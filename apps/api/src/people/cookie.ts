/** The session cookie: never read by scripts, never sent along from another site's forms. */
import type { Response } from 'express';
import { config } from '../config.js';
import { cookieName } from '../platform/auth/sessions.js';

const options = () => ({ httpOnly: true, sameSite: 'lax' as const, secure: config().publicUrl.startsWith('https:'), path: '/' });

export function setSessionCookie(response: Response, token: string, hours: number): void {
  response.cookie(cookieName, token, { ...options(), maxAge: hours * 3_600_000 });
}

export function clearSessionCookie(response: Response): void {
  response.clearCookie(cookieName, options());
}
