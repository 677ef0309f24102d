/** BullMQ's own tables, for where its engine is PostgreSQL. They lie in a schema of their own and hold ids only. */
import { runMigrations } from 'bullmq';
import { type Client, escapeLiteral } from 'pg';

export const queueSchema = 'queues';
/** One queue carries all jobs. */
export const queueName = 'kvarter';

/**
 * Brings the queue's tables up to this build of BullMQ and lets the api's login use, not own, them.
 * @param client the administrator's, acting as the owner
 */
export async function migrateQueues(client: Client): Promise<void> {
  // BullMQ asks for its schema even where it is there, which takes this right for the moment.
  await asAdministrator(client, "execute format('grant create on database %I to kvarter_owner', current_database())");
  try {
    await runMigrations(client, queueSchema);
  } finally {
    await asAdministrator(client, "execute format('revoke create on database %I from kvarter_owner', current_database())");
  }
  await prepareQueue(client, queueName);
  for (const right of [
    'usage on schema',
    'select, insert, update, delete on all tables in schema',
    'usage, select, update on all sequences in schema',
    'execute on all functions in schema',
  ]) {
    await client.query(`grant ${right} ${queueSchema} to kvarter_open`);
  }
}

/** BullMQ would make this sequence with a queue's first job, which the login may not. */
export async function prepareQueue(client: Client, name: string): Promise<void> {
  await client.query(`do $$ declare ids constant text := ${queueSchema}.job_id_seq_name(${escapeLiteral(name)}); begin
    execute format('create sequence if not exists ${queueSchema}.%I', ids);
    execute format('grant usage, select, update on sequence ${queueSchema}.%I to kvarter_open', ids);
  end $$`);
}

async function asAdministrator(client: Client, statement: string): Promise<void> {
  await client.query('reset role');
  await client.query(`do $$ begin ${statement}; end $$`);
  await client.query('set role kvarter_owner');
}
