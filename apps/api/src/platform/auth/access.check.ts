/** Stops the start where a field or route doesn't say who may call it, or says it twice. */
import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { canKey, publicKey } from './can.js';

const resolverTypeKey = 'graphql:resolver_type';
const routeKey = 'path';
const rootTypes = ['Query', 'Mutation', 'Subscription'];

/** A field or route without exactly one of @Can and @Public. */
export class UnguardedCall extends Error {}

@Injectable()
export class AccessCheck implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    const unguarded = [...this.discovery.getProviders(), ...this.discovery.getControllers()].flatMap(({ instance, metatype }) => {
      if (!instance || !metatype) return [];
      const prototype = Object.getPrototypeOf(instance) as Record<string, (...args: never[]) => unknown> | null;
      if (!prototype) return [];
      return this.scanner
        .getAllMethodNames(prototype)
        .map((name) => ({ name, handler: prototype[name] as (...args: never[]) => unknown }))
        .filter(({ handler }) => isCall(handler) && !saysOnce(handler))
        .map(({ name }) => `${metatype.name}.${name}`);
    });
    if (unguarded.length > 0) throw new UnguardedCall(`Say exactly one of @Can(...) and @Public() on: ${unguarded.join(', ')}`);
  }
}

function isCall(handler: (...args: never[]) => unknown): boolean {
  const rootField = rootTypes.includes(Reflect.getMetadata(resolverTypeKey, handler) as string);
  const route = Reflect.hasMetadata(routeKey, handler) && (Reflect.getMetadata('method', handler) as RequestMethod | undefined) !== undefined;
  return rootField || route;
}

const saysOnce = (handler: (...args: never[]) => unknown): boolean => Reflect.hasMetadata(canKey, handler) !== Reflect.hasMetadata(publicKey, handler);
