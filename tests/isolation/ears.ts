/** Ears at every place where words could leave the database: notifications, the queue's tables, Redis. */
import { connect as open } from 'node:net';
import { once } from 'node:events';
import { Client } from 'pg';
import { inject } from 'vitest';

export interface Ear {
  heard(): Promise<string>;
  close(): Promise<void>;
}

/** What is notified on the channels of ours and of whoever listens now. */
export async function toNotifications(): Promise<Ear> {
  const client = new Client({ connectionString: inject('database').adminUrl });
  await client.connect();
  const heard: string[] = [];
  client.on('notification', ({ channel, payload }) => heard.push(`${channel} ${payload}`));
  for (const channel of ['kvarter_access', 'kvarter_area', 'kvarter_map', 'kvarter_presence']) await client.query(`listen ${channel}`);
  return { heard: async () => heard.join('\n'), close: () => client.end() };
}

/** Every row that is ever written into the queue's tables, also those that are gone again at once. */
export async function toQueueTables(): Promise<Ear> {
  const client = new Client({ connectionString: inject('database').adminUrl });
  await client.connect();
  const { rows: tables } = await client.query<{ name: string }>(
    "select c.oid::regclass::text as name from pg_class c where c.relnamespace = 'queues'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition",
  );
  await client.query(`create schema ear; create table ear.heard (words text);
    create function ear.hear() returns trigger language plpgsql security definer as $$ begin insert into ear.heard values (new::text); return null; end $$`);
  for (const { name } of tables) await client.query(`create trigger ear after insert or update on ${name} for each row execute function ear.hear()`);
  return {
    heard: async () => (await client.query<{ words: string }>('select words from ear.heard')).rows.map(({ words }) => words).join('\n'),
    async close() {
      await client.query('drop schema ear cascade');
      await client.end();
    },
  };
}

/** Every command that Redis is given. */
export async function toRedis(url: string): Promise<Ear> {
  const socket = open(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  let heard = '';
  socket.setEncoding('utf8').on('data', (text: string) => (heard += text));
  socket.write('MONITOR\r\n');
  return {
    heard: async () => heard,
    async close() {
      socket.destroy();
    },
  };
}
