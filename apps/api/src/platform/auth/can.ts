/** Every field and route says who may call it: @Can('permission') or @Public(). Saying nothing stops the start. */
import { type CanActivate, Injectable, SetMetadata } from '@nestjs/common';
import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { refuse } from '../graphql/errors.js';
import { maybeActor } from './actor.js';

export const canKey = 'kvarter:can';
export const publicKey = 'kvarter:public';

/** What concerns only the caller: needs a sign-in, but no tenant and no role. */
export const SELF = 'self';

/** The caller has to be signed in, a member of the tenant named, and of a role with this permission. */
export const Can = (permission: string) => SetMetadata(canKey, permission);

/** Anyone may call this, signed in or not. */
export const Public = () => SetMetadata(publicKey, true);

@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const handler = context.getHandler();
    if (this.reflector.get<boolean>(publicKey, handler)) return true;
    const permission = this.reflector.get<string | undefined>(canKey, handler);
    if (!permission) throw refuse('NOT_ALLOWED');
    const actor = maybeActor();
    if (!actor) throw refuse('SIGN_IN_NEEDED');
    if (permission === SELF) return true;
    if (!actor.tenant) throw refuse('TENANT_MISSING');
    if (!actor.permissions.has(permission)) throw refuse('NOT_ALLOWED');
    return true;
  }
}
