import { expect, it, vi } from 'vitest';
import { useEmbedded } from './embedded.fixture.js';

const { connect } = useEmbedded();

it('clears away what is dead, counts anew and writes a checkpoint, though nobody asks', async () => {
  const client = await connect();
  await client.query("create table busy as select n, repeat('x', 1000) as text from generate_series(1, 60000) n");
  await client.query('update busy set n = n + 1');
  const state = async () =>
    (
      await client.query<{ dead: number; counted: boolean; log: number }>(`
        select n_dead_tup::int as dead, last_analyze is not null as counted,
          (pg_current_wal_lsn() - (select redo_lsn from pg_control_checkpoint()))::float as log
        from pg_stat_all_tables where relname = 'busy'`)
    ).rows[0];
  expect((await state())?.log).toBeGreaterThan(64 * 1024 * 1024);
  await vi.waitUntil(
    async () => {
      const { dead = 1, counted = false, log = Infinity } = (await state()) ?? {};
      return dead === 0 && counted && log < 16 * 1024 * 1024;
    },
    { timeout: 40_000, interval: 500 },
  );
});
