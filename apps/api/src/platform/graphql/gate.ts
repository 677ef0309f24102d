/** The one way in: whoever asks, over HTTP or a socket, is identified and their document prepared here, so both get the same verdict. */
import type { Locale } from '@kvarter/contract';
import type { Actor } from '../auth/actor.js';
import type { Sessions } from '../auth/sessions.js';
import type { Documents } from './documents.js';
import type { OperationContext } from './operation-context.js';
import { requestParams } from './request-params.js';

/** Who asks, as the transport knows them. */
export interface Caller {
  readonly transport: 'http' | 'socket';
  readonly connectionId?: string;
  readonly cookie: string | undefined;
  readonly tenant: string | undefined;
  readonly locale: Locale;
  readonly correlationId: string;
}

export type Identity = Pick<Sessions, 'authenticate' | 'actorFor' | 'onRevoked'>;

export class Gate {
  constructor(
    private readonly sessions: Identity,
    private readonly documents: Documents,
  ) {}

  /**
   * The actor behind a caller, or null where nobody is signed in.
   * @throws Refusal FORBIDDEN: no member of the tenant named
   */
  async actor({ cookie, tenant, locale }: Pick<Caller, 'cookie' | 'tenant' | 'locale'>): Promise<Actor | null> {
    const signedIn = await this.sessions.authenticate(cookie);
    return signedIn && this.sessions.actorFor(signedIn, tenant, locale);
  }

  /**
   * What an executor needs to run the operation in `body`.
   * @throws Refusal: not a member, malformed, unknown document, over a limit
   */
  async admit(caller: Caller, body: unknown): Promise<OperationContext> {
    const actor = await this.actor(caller);
    const params = requestParams(body);
    const operation = this.documents.prepare(params);
    const { transport, connectionId, locale, correlationId } = caller;
    return { transport, connectionId, actor, locale, correlationId, operation, variables: params.variables };
  }
}
