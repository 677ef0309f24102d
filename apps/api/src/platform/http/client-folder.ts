import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the built web client lies beside the api, seen from the source as from the build; undefined where it isn't built. */
export function clientFolder(): string | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const built = join(folder, 'apps', 'web', 'dist');
    if (existsSync(join(built, 'index.html'))) return built;
  }
  return undefined;
}
