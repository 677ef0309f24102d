import { Injectable } from '@nestjs/common';
import { newToken, Sessions } from '../platform/auth/sessions.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';

export interface Persona {
  persona: string;
  name: string;
  tenants: { slug: string; tenantName: string; role: string }[];
}

/** A working day and a bit: nobody signs in again in the middle of a meeting. */
const demoHours = 12;

@Injectable()
export class SignInService {
  constructor(
    private readonly db: Db,
    private readonly sessions: Sessions,
  ) {}

  /** Who one may be in the demonstration. */
  personas(): Promise<Persona[]> {
    return this.db.run(null, 'sign-in', () => this.db.query<Persona>('select persona, name, tenants from identity.demo_personas()'));
  }

  /** @throws INVALID_INPUT for a persona that isn't there */
  async asPersona(persona: string): Promise<{ token: string; hours: number }> {
    const { token, hash } = newToken();
    const [row] = await this.db.run(null, 'sign-in', () =>
      this.db.query<{ id: string | null }>('select identity.sign_in_as_persona($1, $2, make_interval(hours => $3)) as id', [
        persona.slice(0, 60),
        hash,
        demoHours,
      ]),
    );
    if (!row?.id) throw refuse('UNKNOWN_PERSONA');
    return { token, hours: demoHours };
  }

  /** Revokes the sign-in of this cookie; its sockets close. Without one there is nothing to do. */
  async out(cookieHeader: string | undefined): Promise<void> {
    const signedIn = await this.sessions.authenticate(cookieHeader);
    if (!signedIn) return;
    await this.db.run({ personId: signedIn.personId, tenant: null }, 'sign-in', () =>
      this.db.query('select identity.revoke_session($1)', [signedIn.sessionId]),
    );
    this.sessions.forget(signedIn.personId);
  }
}
