/** Siblings of one operation ask one by one and are answered by one statement. */
import DataLoader from 'dataloader';
import { currentOperation, type OperationContext } from './operation-context.js';

const loaders = new WeakMap<OperationContext, Map<symbol, DataLoader<string, unknown>>>();

/**
 * The value of `key`, read together with all other keys asked for in the same tick of this operation.
 * @param which names the loader
 * @param read values by key for all of `keys`; what is missing becomes `absent`
 */
export async function loadOne<V>(which: symbol, key: string, read: (keys: readonly string[]) => Promise<ReadonlyMap<string, V>>, absent: V): Promise<V> {
  const context = currentOperation();
  if (!context) return (await read([key])).get(key) ?? absent;
  const ofOperation = loaders.get(context) ?? new Map<symbol, DataLoader<string, unknown>>();
  loaders.set(context, ofOperation);
  let loader = ofOperation.get(which) as DataLoader<string, V> | undefined;
  if (!loader) {
    loader = new DataLoader<string, V>(
      async (keys) => {
        const values = await read(keys);
        return keys.map((one) => values.get(one) ?? absent);
      },
      { cache: false },
    );
    ofOperation.set(which, loader);
  }
  return loader.load(key);
}
