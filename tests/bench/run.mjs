/**
 * `npm run bench` measures Kvarter beside others, all on this machine in one run, and prints one table. Rows by
 * number: `npm run bench -- 1 5`. Needs PostgreSQL with PostGIS; installs the peers at the first run.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { prepareWorkspace } from '../../infra/local/workspace.mjs';
import { here, makeWorld, peersInstalled } from './world.mjs';

const wanted = process.argv.slice(2);
const size = { rounds: Number(process.env['BENCH_ROUNDS'] ?? 5), times: Number(process.env['BENCH_TIMES'] ?? 60) };

await prepareWorkspace(new AbortController().signal);
if (!peersInstalled()) execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: join(here, 'peers'), stdio: 'inherit' });
const rows = readdirSync(join(here, 'rows'))
  .toSorted()
  .filter((name) => wanted.length === 0 || wanted.includes(name[0]));
const world = await makeWorld();
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${size.rounds} rounds\n`);
console.log('| row | what | ratio | target | | |\n|---|---|---|---|---|---|');
try {
  for (const name of rows) {
    const { run } = await import(join(here, 'rows', name));
    for (const { what, value, target, note } of await run(world, size)) {
      console.log(`| ${name[0]} | ${what} | ${value.toFixed(2)} | ${target} | ${value <= target ? 'reached' : 'missed'} | ${note} |`);
    }
  }
} finally {
  await world.stop();
}
process.exit(0);
