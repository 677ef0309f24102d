import 'reflect-metadata';
import { type DynamicModule, forwardRef, Module } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import { expect, it } from 'vitest';
import { resolversOf } from './resolvers-of.js';

@Resolver()
class One {
  @Query(() => String)
  one(): string {
    return '';
  }
}

@Resolver(() => String)
class Two {}

@Resolver()
class Three {}

class NoResolver {}

@Module({ providers: [One, NoResolver, { provide: 'value', useValue: 1 }] })
class Inner {}

@Module({})
class Dynamic {
  static of(): DynamicModule {
    return { module: Dynamic, providers: [Three], imports: [Inner] };
  }
}

@Module({ imports: [forwardRef(() => Inner), Promise.resolve(Dynamic.of())], providers: [Two] })
class Outer {}

it('finds the resolvers of a module and of all it imports, once each, creating none', async () => {
  expect(new Set(await resolversOf(Outer))).toEqual(new Set([One, Two, Three]));
});
