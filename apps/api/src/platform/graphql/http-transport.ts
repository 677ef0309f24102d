/** POST /graphql: one operation a request, answered as GraphQL over HTTP wants it, compressed where that pays. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { localeOf } from '@kvarter/contract';
import type { ExecutionResult } from 'graphql';
import { createHandler, type Request, type Response } from 'graphql-http';
import { readBody } from '../http/read-body.js';
import { correlationIdOf, refusalResponse } from '../http/refusal-response.js';
import { refuse } from './errors.js';
import type { Answer, Executor } from './execute.js';
import { codeIn, formatError } from './format-error.js';
import type { Gate } from './gate.js';
import { headOf } from './http-answer.js';
import type { InFlight } from './in-flight.js';
import type { OperationContext } from './operation-context.js';
import { countOperation, countRefused } from './operation-metrics.js';
import { encode } from './raw-json.js';
import { isReusable, type ResponseCache } from './response-cache.js';

export const tenantHeader = 'x-kvarter-tenant';

/** What belongs to one request while the library leads it through. */
interface Exchange {
  readonly gzip: boolean;
  asked?: unknown;
  context?: OperationContext;
  /** Past the library, which would have it as a text. */
  answer?: Buffer;
}

/** How the library knows an OperationContext: it only hands it on. */
type LibraryContext = Record<PropertyKey, unknown>;
type GraphQLRequest = Request<IncomingMessage, Exchange>;

const compress = promisify(gzip);
/** Bytes below which compressing costs more than it saves. */
const worthCompressing = 1_400;
/** Level 3 of 9: most of the gain for a third of the time. */
const level = 3;

export class HttpTransport {
  private readonly handle;

  constructor(
    private readonly gate: Gate,
    private readonly executor: Executor,
    private readonly responses: ResponseCache,
    private readonly inFlight: InFlight,
  ) {
    this.handle = createHandler<IncomingMessage, Exchange, LibraryContext>({
      schema: executor.schema,
      parseRequestParams: (request) => this.read(request),
      onSubscribe: (request) => this.admit(request),
      // Its errors are in their final words already; only `answered` looks at them.
      execute: ({ contextValue }) => this.run(contextValue as OperationContext) as Promise<ExecutionResult>,
      onOperation: ({ raw, context }, _args, answer) => answered(raw, context, answer),
    });
  }

  /** Answers one request. Never rejects. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const exchange: Exchange = { gzip: /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '') };
    const done = this.inFlight.begin();
    try {
      const [body, { status, headers = {} }] = await this.answer(request, exchange);
      // The library leaves the body of its own refusals empty.
      const filled = body === null ? refusalResponse(request, refuse('REQUEST_MALFORMED')) : { body, headers: {} };
      const all = { 'cache-control': 'no-store', ...filled.headers, ...headers, ...(request.complete ? {} : { connection: 'close' }) };
      await this.send(response, status, all, exchange.answer ?? Buffer.from(filled.body), exchange);
    } catch (error) {
      const { status, headers, body } = refusalResponse(request, error);
      if (!response.headersSent) response.writeHead(status, headers);
      response.end(body);
    } finally {
      done();
    }
  }

  private async answer(request: IncomingMessage, context: Exchange): Promise<Response> {
    const { method = '', url = '', headers } = request;
    if (method !== 'POST') return [null, { status: 405, statusText: '', headers: { allow: 'POST' } }];
    return this.handle({ method, url, headers, body: null, raw: request, context });
  }

  /** Reads the body; the library itself answers what isn't JSON by its media type. */
  private async read({ raw, context }: GraphQLRequest): Promise<Response | { query: string } | undefined> {
    const [mediaType, charset = 'charset=utf-8'] = (raw.headers['content-type'] ?? '').replaceAll(/[\s"]/g, '').toLowerCase().split(';');
    if (mediaType !== 'application/json' || charset !== 'charset=utf-8') {
      raw.resume();
      return undefined;
    }
    try {
      context.asked = jsonIn(await readBody(raw));
      return { query: '' };
    } catch (error) {
      const { status, headers, body } = refusalResponse(raw, error);
      countRefused('http', status === 413 ? 'LIMIT_EXCEEDED' : 'INVALID_INPUT');
      return [body, { status, statusText: '', headers: { ...headers } }];
    }
  }

  private async admit({ raw, context: exchange }: GraphQLRequest) {
    const locale = localeOf(raw.headers['accept-language']);
    const correlationId = correlationIdOf(raw);
    try {
      const tenant = raw.headers[tenantHeader];
      const caller = { transport: 'http', cookie: raw.headers.cookie, tenant: typeof tenant === 'string' ? tenant : undefined, locale, correlationId } as const;
      const context = await this.gate.admit(caller, exchange.asked);
      const { document, operation, operationName } = context.operation;
      if (operation.operation === 'subscription') throw refuse('REQUEST_MALFORMED', {}, { field: 'query' });
      exchange.context = exchange.gzip && isReusable(context.operation) ? { ...context, response: {} } : context;
      return { schema: this.executor.schema, document, operationName, contextValue: exchange.context as unknown as LibraryContext };
    } catch (error) {
      const formatted = formatError(error, { locale, correlationId, operation: 'other' });
      countRefused('http', codeIn(formatted));
      return answered(raw, exchange, { errors: [formatted] });
    }
  }

  private async run(context: OperationContext): Promise<Answer> {
    const startedAt = performance.now();
    const answer = await this.executor.run(context);
    if (answer.errors && context.response) delete context.response.key;
    countOperation(context, answer, startedAt);
    return answer;
  }

  private async send(response: ServerResponse, status: number, headers: Record<string, string>, answer: Buffer, { gzip, context }: Exchange): Promise<void> {
    const compressed = { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' };
    if (context?.response?.hit) return end(response, 200, compressed, context.response.hit);
    const key = context?.response?.key;
    if (!gzip || (answer.length < worthCompressing && key === undefined)) return end(response, status, headers, answer);
    const bytes = await compress(answer, { level });
    if (key !== undefined) this.responses.keep(key, bytes);
    end(response, status, compressed, bytes);
  }
}

function answered(request: IncomingMessage, exchange: Exchange, answer: Answer): Response {
  exchange.answer = encode(answer);
  return ['', headOf(request, answer)];
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse('REQUEST_MALFORMED');
  }
}

function end(response: ServerResponse, status: number, headers: Record<string, string>, body: Buffer): void {
  response.writeHead(status, { ...headers, 'content-length': body.length });
  response.end(body);
}
