/** A small application on the real driver, guard and HTTP stack, over memory instead of a database: for the specs beside it. */
import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule, NestFactory } from '@nestjs/core';
import { Args, Field, Float, GraphQLModule, InputType, Int, Mutation, ObjectType, Query, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { MaxLength } from 'class-validator';
import { AccessCheck } from '../auth/access.check.js';
import { type Actor, currentActor, type Locale } from '../auth/actor.js';
import { AccessGuard, Can, Public } from '../auth/can.js';
import type { RunAs } from '../db/db.js';
import { FrontDoor } from '../http/front-door.js';
import { HttpModule } from '../http/http.module.js';
import { prepareHttp } from '../http/prepare-http.js';
import { Traffic } from '../http/traffic.js';
import { type DirectSink, DirectStream } from './direct-subscription.js';
import { refuse } from './errors.js';
import { APP_PIPE } from '@nestjs/core';
import { InputPipe } from './input.pipe.js';
import { KvarterDriver, type KvarterDriverOptions } from './kvarter.driver.js';
import { PersistedDocuments } from './persisted-documents.js';
import { RawJson } from './raw-json.js';
import { ResponseCache } from './response-cache.js';
import { GeoJSONFeatureCollection, GeoJSONGeometry } from './scalars/geo-json.js';
import { UUID } from './scalars/uuid.js';

/** What must never be seen in an answer or a log. */
export const canary = 'Kanariefugl-Egevej-7';

const token = (name: string): string => name.padEnd(43, '-');
export const cookieOf = (name: string): string => `kvarter_session=${token(name)}`;

@ObjectType()
class Bench {
  @Field(() => UUID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => GeoJSONGeometry, { nullable: true })
  place!: unknown;

  @Field(() => [Bench])
  beside!: Bench[];
}

@InputType()
class BenchInput {
  @Field(() => UUID)
  id!: string;

  @MaxLength(20)
  @Field(() => String)
  name!: string;

  @Field(() => GeoJSONGeometry, { nullable: true })
  place?: unknown;
}

const bench = (name: string): Bench => ({ id: '0b7d2c9e-2f7c-4a51-9a3f-0d6d3f3f1c11', name, place: null, beside: [] });

/** What happened below the resolvers. */
export class Traces {
  readonly runs: string[] = [];
  readonly sinks = new Set<DirectSink>();
  mapReads = 0;
  mapSeq = 1;
  ticks = 0;
  ticksEnded = 0;
  /** Resolves waiting ticks. */
  tick: () => void = () => undefined;
  /** Holds `slow` open until it is called. */
  release: () => void = () => undefined;
  failCommit = false;
}

@Resolver(() => Bench)
class BenchResolver {
  constructor(
    private readonly traces: Traces,
    private readonly responses: ResponseCache,
  ) {}

  @Public()
  @Query(() => String)
  hello(): string {
    return 'hej';
  }

  @Can('bench.read')
  @Query(() => Bench)
  bench(@Args('id', { type: () => UUID }) id: string): Bench {
    return { ...bench(currentActor().name), id };
  }

  @Can('bench.read')
  @Query(() => Bench)
  missing(): Bench {
    throw refuse('AREA_NOT_FOUND');
  }

  @Can('bench.read')
  @Query(() => Bench)
  broken(): Bench {
    throw Object.assign(new Error(`Key (name)=(${canary}) exists`), { detail: canary });
  }

  @Can('bench.read')
  @Query(() => Int)
  unserialisable(): unknown {
    return canary;
  }

  @Can('bench.read')
  @Query(() => GeoJSONFeatureCollection)
  async map(): Promise<RawJson> {
    return this.responses.reuse(['map', this.traces.mapSeq], async () => {
      this.traces.mapReads += 1;
      return new RawJson(`{"type":"FeatureCollection","seq":${this.traces.mapSeq},"features":[${'"æ",'.repeat(800)}"\\u0022"]}`);
    });
  }

  @Can('bench.read')
  @Query(() => String)
  slow(): Promise<string> {
    return new Promise((resolve) => {
      this.traces.release = () => resolve('done');
    });
  }

  @Can('bench.edit')
  @Mutation(() => Bench)
  paint(@Args('input') input: BenchInput): Bench {
    if (input.name === 'throw') throw new Error(canary);
    return { ...bench(input.name), place: input.place ?? null };
  }

  @Can('bench.edit')
  @Mutation(() => Bench, { nullable: true })
  maybePaint(@Args('name') name: string): Bench {
    if (name === 'refuse') throw refuse('AREA_NOT_FOUND');
    return bench(name);
  }

  @Can('bench.read')
  @Subscription(() => Bench)
  painted(@Args('from', { type: () => Int }) from: number): DirectStream {
    if (from < 0) throw refuse('AREA_NOT_FOUND');
    return new DirectStream((sink) => {
      this.traces.sinks.add(sink);
      return () => this.traces.sinks.delete(sink);
    });
  }

  @Can('bench.read')
  @Subscription(() => Float)
  ticks(): AsyncIterableIterator<{ ticks: number }> {
    const { traces } = this;
    let end: (result: IteratorResult<{ ticks: number }>) => void = () => undefined;
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      next: () =>
        new Promise((resolve) => {
          end = resolve;
          traces.tick = () => resolve({ done: false, value: { ticks: (traces.ticks += 1) } });
        }),
      return: async () => {
        traces.ticksEnded += 1;
        end({ done: true, value: undefined });
        return { done: true, value: undefined };
      },
    };
  }

  @ResolveField(() => [Bench])
  beside(): Bench[] {
    return [];
  }
}

/** Sign-ins by name: a role list for each tenant; both can change while the application runs. */
export class TestSessions {
  readonly rights = new Map<string, Record<string, string[]>>([
    ['host', { aa: ['bench.read', 'bench.edit'] }],
    ['reader', { aa: ['bench.read'] }],
    ['stranger', { bb: ['bench.read', 'bench.edit'] }],
  ]);
  private readonly listeners = new Set<(personId: string | null) => void>();

  async authenticate(cookie: string | undefined): Promise<never> {
    const name = [...this.rights.keys()].find((one) => cookie?.includes(token(one)));
    return (name ? { personId: name, sessionId: `session of ${name}` } : null) as never;
  }

  actorFor = ({ personId, sessionId }: { personId: string; sessionId: string }, slug: string | undefined, locale: Locale): Actor => {
    const permissions = slug === undefined ? [] : this.rights.get(personId)?.[slug];
    if (!permissions) throw refuse('NOT_A_MEMBER');
    return {
      personId,
      sessionId,
      name: personId,
      tenant: slug === undefined ? null : { id: slug, slug },
      roles: permissions,
      permissions: new Set(permissions),
      locale,
    };
  };

  onRevoked(listener: (personId: string | null) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  revoke(personId: string): void {
    for (const listener of this.listeners) listener(personId);
  }
}

export interface TestApp {
  readonly url: string;
  readonly traces: Traces;
  readonly sessions: TestSessions;
  stop(): Promise<void>;
}

export async function startTestApp({ anyDocument = true, documents }: { anyDocument?: boolean; documents?: Record<string, string> } = {}): Promise<TestApp> {
  const traces = new Traces();
  const sessions = new TestSessions();
  const db = {
    async run<T>(as: RunAs, purpose: string, work: () => Promise<T>, { readOnly = false } = {}): Promise<T> {
      const name = `${purpose}${readOnly ? ' only' : ''} as ${as?.personId ?? 'nobody'}`;
      try {
        const result = await work();
        if (traces.failCommit) throw new Error(canary);
        traces.runs.push(`${name}: commit`);
        return result;
      } catch (error) {
        traces.runs.push(`${name}: rollback`);
        throw error;
      }
    },
  };
  const publicUrl = 'https://kvarter.example';
  const responses = new ResponseCache();

  @Module({
    imports: [
      HttpModule,
      DiscoveryModule,
      GraphQLModule.forRootAsync<KvarterDriverOptions>({
        driver: KvarterDriver,
        inject: [Traffic, FrontDoor],
        useFactory: (traffic: Traffic, door: FrontDoor) => ({
          db,
          sessions,
          traffic,
          door,
          responses,
          anyDocument,
          publicUrl,
          persisted: new PersistedDocuments(documents),
        }),
      }),
    ],
    providers: [
      AccessCheck,
      BenchResolver,
      { provide: APP_GUARD, useClass: AccessGuard },
      { provide: APP_PIPE, useClass: InputPipe },
      { provide: Traces, useValue: traces },
      { provide: ResponseCache, useValue: responses },
    ],
  })
  class TestModule {}

  const app = await NestFactory.create<NestExpressApplication>(TestModule, { logger: false, bodyParser: false, abortOnError: false });
  prepareHttp(app, { publicUrl });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, traces, sessions, stop: () => app.close() };
}
