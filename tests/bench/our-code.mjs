/** Builds `our-code.ts` as the api is built, once a run. */
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../infra/local/workspace.mjs';

const outDir = join(root, 'node_modules/.cache/kvarter/bench');
let built;

export async function ourDb() {
  built ??= build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: false,
      rollupOptions: { input: join(root, 'tests/bench/our-code.ts'), output: { format: 'es', entryFileNames: 'our-code.js' } },
    },
  }).then(() => import(join(outDir, 'our-code.js')));
  return built;
}
