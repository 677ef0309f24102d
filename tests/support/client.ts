/** A client of the outside contract: what any program could do with a cookie. */
import { type Client as SocketClient, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

export interface GraphQLAnswer<Data = Record<string, unknown>> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string; readonly reason?: string } }[];
}

export interface Heard<Data> {
  readonly events: Data[];
  /** Resolves when `wanted` events have come, or the stream has ended. */
  until(wanted: number): Promise<Data[]>;
  /** How the socket was closed, if it was. */
  closed(): Promise<{ code: number }>;
  stop(): Promise<void>;
}

export class ApiClient {
  private constructor(
    readonly url: string,
    readonly cookie: string | undefined,
    readonly tenant: string | undefined,
  ) {}

  static async as(url: string, persona: string, tenant: string | undefined = 'aakoebing'): Promise<ApiClient> {
    const answer = await fetch(`${url}/auth/demo`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ persona }) });
    if (!answer.ok) throw new Error(`signing in as ${persona}: ${answer.status}`);
    return new ApiClient(url, cookieIn(answer), tenant);
  }

  static nobody = (url: string, tenant: string | undefined = 'aakoebing'): ApiClient => new ApiClient(url, undefined, tenant);
  static withCookie = (url: string, cookie: string, tenant: string): ApiClient => new ApiClient(url, cookie, tenant);

  /** The same person at another process or tenant. */
  at({ url = this.url, tenant = this.tenant }: { url?: string; tenant?: string }): ApiClient {
    return new ApiClient(url, this.cookie, tenant);
  }

  /** Status and body as they come. */
  async post(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
    const answer = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { ...this.headers(), ...headers },
      body: JSON.stringify({ query, variables }),
    });
    return { status: answer.status, text: await answer.text() };
  }

  async ask<Data = Record<string, unknown>>(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<GraphQLAnswer<Data>> {
    return JSON.parse((await this.post(query, variables, headers)).text) as GraphQLAnswer<Data>;
  }

  /** The data of an operation that has to succeed. */
  async do<Data = Record<string, never>>(query: string, variables: object = {}): Promise<Data> {
    const { data, errors } = await this.ask<Data>(query, variables);
    if (errors || !data) throw new Error(JSON.stringify(errors));
    return data;
  }

  socket(headers: Record<string, string> = {}, retryAttempts = 0): SocketClient {
    const mine = this.headers(headers);
    class Ours extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(address, protocols, { headers: mine });
      }
    }
    return createClient({
      url: `${this.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: Ours,
      connectionParams: this.tenant === undefined ? {} : { tenant: this.tenant },
      retryAttempts,
      retryWait: () => new Promise((resolve) => setTimeout(resolve, 20)),
      shouldRetry: () => retryAttempts > 0,
      lazy: true,
    });
  }

  /** Follows a subscription on a socket of its own. */
  follow<Data = Record<string, unknown>>(query: string, variables: object, headers: Record<string, string> = {}): Heard<Data> {
    return follow(this.socket(headers), query, variables);
  }

  private headers(more: Record<string, string> = {}): Record<string, string> {
    return {
      'content-type': 'application/json',
      'accept-language': 'da',
      ...(this.cookie ? { cookie: this.cookie } : {}),
      ...(this.tenant === undefined ? {} : { 'x-kvarter-tenant': this.tenant }),
      ...more,
    };
  }
}

export const cookieIn = (answer: Response): string => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';

/** Errors of a stream come as the last event, under `errors`. */
export function follow<Data>(socket: SocketClient, query: string, variables: object): Heard<Data> {
  const events: Data[] = [];
  const waiting = new Set<() => void>();
  let ended = false;
  let closeWith: (event: { code: number }) => void = () => undefined;
  const closing = new Promise<{ code: number }>((resolve) => (closeWith = resolve));
  const wake = () => {
    for (const look of waiting) look();
  };
  socket.on('closed', (event) => {
    ended = true;
    closeWith(event as { code: number });
    wake();
  });
  const stop = socket.subscribe<Data>(
    { query, variables: variables as Record<string, unknown> },
    {
      next: ({ data }) => {
        if (data) events.push(data);
        wake();
      },
      error: (error) => {
        if (Array.isArray(error)) events.push({ errors: error } as Data);
        ended = true;
        wake();
      },
      complete: () => {
        ended = true;
        wake();
      },
    },
  );
  return {
    events,
    until: (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          if (events.length < wanted && !ended) return;
          waiting.delete(look);
          resolve(events);
        };
        waiting.add(look);
        look();
      }),
    closed: () => closing,
    async stop() {
      stop();
      await socket.dispose();
    },
  };
}
