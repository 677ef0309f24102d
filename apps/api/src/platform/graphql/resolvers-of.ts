/** The resolver classes of a module and all it imports, found by what the decorators wrote down: nothing is created, so no database is needed. */
import type { DynamicModule, ForwardReference, Type } from '@nestjs/common';

type Class = Type<unknown>;
type Import = Class | DynamicModule | Promise<DynamicModule> | ForwardReference<() => Class>;

/** What @Resolver writes on a class. */
const resolverKey = 'graphql:resolver_name';

export async function resolversOf(root: Class): Promise<Class[]> {
  const seen = new Set<Class>();
  const found = new Set<Class>();
  const visit = async (imported: Import): Promise<void> => {
    const one = await imported;
    const module = 'forwardRef' in one ? one.forwardRef() : 'module' in one ? one.module : one;
    const own = 'module' in one ? one : undefined;
    if (!own && seen.has(module)) return;
    seen.add(module);
    for (const provider of [...listOf<unknown>(module, 'providers'), ...(own?.providers ?? [])]) {
      if (typeof provider === 'function' && isResolver(provider as Class)) found.add(provider as Class);
    }
    for (const next of [...listOf<Import>(module, 'imports'), ...((own?.imports ?? []) as Import[])]) await visit(next);
  };
  await visit(root);
  return [...found];
}

const listOf = <T>(module: Class, key: string): T[] => (Reflect.getMetadata(key, module) as T[] | undefined) ?? [];

const isResolver = (provider: Class): boolean => Reflect.hasMetadata(resolverKey, provider);
