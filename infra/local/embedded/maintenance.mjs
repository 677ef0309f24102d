/** What autovacuum and the checkpointer would do: the single backend has neither, so its log would grow for ever. */

/** Tables whose figures are out of date or that hold much dead weight, the worst first. */
const needy = `
  select format('%I.%I', schemaname, relname)
  from pg_stat_all_tables
  where schemaname not in ('pg_toast', 'pg_catalog', 'information_schema')
    and (n_dead_tup > 200 + 0.2 * n_live_tup or n_mod_since_analyze > 200 + 0.1 * n_live_tup)
  order by n_dead_tup + n_mod_since_analyze desc limit 1`;

const checkpointBytes = 64 * 1024 * 1024;

/**
 * Looks every few seconds, and works only where nobody else does.
 * @param {import('./server.mjs').EmbeddedServer} server
 * @param {number} [everyMs]
 * @returns {() => void} ends it
 */
export function maintain({ backend, scheduler }, everyMs = 5000) {
  let checkpointAt = '0/0';
  let busy = false;
  const work = async () => {
    const [[table] = []] = await backend.rowsAsOwner(needy);
    if (table) await backend.rows(`vacuum (analyze, skip_locked) ${table}`);
    const [[due, at] = []] = await backend.rows(`select pg_current_wal_lsn() - '${checkpointAt}'::pg_lsn > ${checkpointBytes}, pg_current_wal_lsn()`);
    if (due !== 't') return;
    await backend.rows('checkpoint');
    checkpointAt = at ?? checkpointAt;
  };
  const timer = setInterval(() => {
    if (busy || !scheduler.idle) return;
    busy = true;
    scheduler.alone(work).then(
      () => (busy = false),
      () => (busy = false), // a table that was just dropped; the next look finds another
    );
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
