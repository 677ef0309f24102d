import { randomBytes, randomUUID } from 'node:crypto';
import { MetadataScanner } from '@nestjs/core';
import type { DiscoveryService } from '@nestjs/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { World } from '../../area-maps/map-world.fixture.js';
import type { Actor } from '../auth/actor.js';
import type { Db } from '../db/db.js';
import { digestMoments } from './digest-moments.js';
import { defineMail, Mail, type MailContent, type MailToWrite, paragraph } from './mail.js';
import { MailDesk } from './mail-desk.js';
import { MailRegistry } from './mail-registry.js';
import { MailSender } from './mail-sender.js';
import { Outbox } from './outbox.js';
import type { Counter, Fate, Message, Post } from './post.js';
import { SignedLinks } from './signed-link.js';
import { Unsubscribing } from './unsubscribing.js';

vi.mock('../../config.js', async (original) => ({
  ...(await original<object>()),
  config: () => ({ publicUrl: 'https://kvarter.example', masterKey: Buffer.alloc(32, 1) }),
}));

const note = defineMail({ kind: 'sender.note', name: { da: 'Note', en: 'Note' }, digest: true });
const faulty = defineMail({ kind: 'sender.faulty', name: { da: 'Fejl', en: 'Fault' } });

class Writers {
  constructor(private readonly db: Db) {}

  @Mail(note)
  async note({ ids, to, tenant, locale }: MailToWrite): Promise<MailContent | null> {
    const [row] = await this.db.query<{ kvarter: boolean }>("select open_room.has_role('{system}') as kvarter");
    if (ids['gone']) return null;
    return { subject: `${ids['number']} ${locale}`, lines: [paragraph(`${to.name} ${tenant.slug} ${row?.kvarter}`)] };
  }

  @Mail(faulty)
  async faulty(): Promise<MailContent> {
    await this.db.query('select 1/0');
    throw new Error('not reached');
  }
}

/** A mail server that never fails unless it is told to. */
class FakePost {
  readonly configured = true;
  readonly sent: Message[] = [];
  fate: (message: Message) => Fate | Promise<Fate> = () => ({ fate: 'SENT' });

  async open(): Promise<Counter> {
    return {
      send: async (message) => {
        const fate = await this.fate(message);
        if (fate.fate === 'SENT') this.sent.push(message);
        return fate;
      },
      close: () => undefined,
    };
  }
}

let world: World;
let secondDb: Db;
let post: FakePost;
let member: Actor;
let outbox: Outbox;
const links = new SignedLinks(randomBytes(32));

beforeAll(async () => {
  world = await World.make();
  secondDb = await world.secondDb();
  outbox = new Outbox(world.db);
});
afterAll(async () => {
  await secondDb.close();
  await world.close();
});
beforeEach(async () => {
  await world.admin.query('delete from open_room.outbox where tenant_id = $1', [world.tenantId]);
  post = new FakePost();
  member = await world.member('team_member');
  await world.admin.query('update open_room.membership set email = $3 where tenant_id = $1 and person_id = $2', [
    world.tenantId,
    member.personId,
    `${member.personId.slice(0, 8)}@example.dk`,
  ]);
});

/** Of a worker of its own: its writers ask the database it works on. */
const registryOn = (db: Db) => {
  const made = new MailRegistry({ getProviders: () => [{ instance: new Writers(db) }] } as unknown as DiscoveryService, new MetadataScanner());
  made.onModuleInit();
  return made;
};
const deskOn = (db: Db, own = registryOn(db)) => new MailDesk(db, own, new Unsubscribing(db, links, own));
const senderOn = (db = world.db) => new MailSender(deskOn(db), post as unknown as Post);
const send = (db?: Db) => senderOn(db).send(world.tenantId);
const put = (count: number, more: { kind?: typeof note; ids?: Record<string, string>; to?: { email: string; name: string } } = {}) =>
  world.as(member, () =>
    outbox.put(
      Array.from({ length: count }, (_, i) => ({
        key: randomUUID(),
        kind: more.kind ?? note,
        to: more.to ?? { personId: member.personId },
        ids: { number: String(i), ...more.ids },
      })),
    ),
  );
const rows = async () =>
  (
    await world.admin.query<{ state: string; error: string | null; attempts: number; handovers: number; waits: number }>(
      `select state, error, attempts, handovers, round(extract(epoch from not_before - now()) / 60)::integer as waits
       from open_room.outbox where tenant_id = $1 order by created_at, mail_id`,
      [world.tenantId],
    )
  ).rows;
const due = () => world.admin.query('update open_room.outbox set not_before = now() where tenant_id = $1', [world.tenantId]);

describe('mails that wait', () => {
  it('are written as Kvarter, in the reader’s language, and sent once', async () => {
    await world.as(member, () =>
      world.db.query("insert into open_room.mail_preference (tenant_id, person_id, locale) values ($1, $2, 'en')", [world.tenantId, member.personId]),
    );
    await put(1);
    await send();
    await send();
    expect(post.sent).toMatchObject([{ subject: '0 en', to: { address: `${member.personId.slice(0, 8)}@example.dk` } }]);
    expect(post.sent[0]?.text).toContain(`${world.slug} true`);
    expect(await rows()).toMatchObject([{ state: 'SENT', error: null, attempts: 1, handovers: 0 }]);
  });

  it('are sent once each by two workers at once', async () => {
    for (let i = 0; i < 30; i += 1) await put(1, { to: { email: `a${i}@example.dk`, name: 'A' } });
    await Promise.all([send(), send(secondDb), send(secondDb)]);
    const addresses = post.sent.map(({ to }) => to.address);
    expect(addresses).toHaveLength(30);
    expect(new Set(addresses).size).toBe(30);
    expect((await rows()).every(({ state }) => state === 'SENT')).toBe(true);
  });

  it('go as one where many wait for one person, however long the worker was away', async () => {
    await put(40);
    await send();
    expect(post.sent).toHaveLength(1);
    expect(post.sent[0]?.subject).toBe('40 beskeder fra Kvarter');
    expect((await rows()).filter(({ state }) => state === 'SENT')).toHaveLength(40);
  });

  it('wait for the week’s digest where their reader wants that, and come in one then', async () => {
    await world.as(member, () =>
      world.db.query("insert into open_room.mail_preference (tenant_id, person_id, digest) values ($1, $2, 'WEEKLY')", [world.tenantId, member.personId]),
    );
    await put(2);
    await send();
    expect(post.sent).toEqual([]);
    const { next } = digestMoments('WEEKLY', new Date());
    const waiting = await world.admin.query<{ not_before: Date; attempts: number }>('select not_before, attempts from open_room.outbox where tenant_id = $1', [
      world.tenantId,
    ]);
    expect(waiting.rows).toEqual([1, 2].map(() => ({ not_before: next, attempts: 0 })));
    // The moment has come; here it is last week's.
    await world.admin.query('update open_room.outbox set not_before = $2 where tenant_id = $1', [world.tenantId, digestMoments('WEEKLY', new Date()).last]);
    await send();
    expect(post.sent).toMatchObject([{ subject: '2 beskeder fra Kvarter' }]);
  });

  it('come again once, under the same number, where the worker died after handing them over', async () => {
    await put(1);
    const died = new Error('killed');
    // The note of what became of it never reaches the database.
    const dying = deskOn(world.db);
    vi.spyOn(dying, 'settle').mockImplementation(async (_tenant, settled) => {
      if (settled.length > 0) throw died;
    });
    const crash = () => new MailSender(dying, post as unknown as Post).send(world.tenantId);
    await expect(crash()).rejects.toBe(died);
    await send();
    expect(post.sent, 'not while the claim lasts').toHaveLength(1);
    await due();
    await expect(crash()).rejects.toBe(died);
    expect(new Set(post.sent.map(({ messageId }) => messageId)).size).toBe(1);
    expect(post.sent).toHaveLength(2);
    await due();
    await send();
    expect(post.sent).toHaveLength(2);
    expect(await rows()).toMatchObject([{ state: 'FAILED', error: 'OUTCOME_UNKNOWN' }]);
  });

  it('come again unharmed where the worker died before that', async () => {
    await put(1);
    await deskOn(world.db).claim(world.tenantId);
    await due();
    await send();
    expect(post.sent).toHaveLength(1);
    expect(await rows()).toMatchObject([{ state: 'SENT', attempts: 2 }]);
  });

  it('fail where they are refused, wait where the server says later, and neither stops the others', async () => {
    await put(1, { to: { email: 'refused@example.dk', name: 'R' } });
    await put(1, { to: { email: 'later@example.dk', name: 'L' } });
    await put(1);
    post.fate = ({ to }) => {
      if (to.address.startsWith('refused')) return { fate: 'REFUSED', code: '550 5.1.1' };
      return to.address.startsWith('later') ? { fate: 'LATER', code: '451' } : { fate: 'SENT' };
    };
    await send();
    expect(await rows()).toMatchObject([
      { state: 'FAILED', error: '550 5.1.1' },
      { state: 'WAITING', error: '451', attempts: 1, waits: 1 },
      { state: 'SENT', error: null },
    ]);
  });

  it('are left as they are once the server is away', async () => {
    for (let i = 0; i < 5; i += 1) await put(1, { to: { email: `a${i}@example.dk`, name: 'A' } });
    let asked = 0;
    post.fate = () => {
      asked += 1;
      return { fate: 'UNREACHABLE', code: 'ETIMEDOUT' };
    };
    await send();
    expect(asked).toBe(1);
    expect((await rows()).map(({ state, attempts }) => [state, attempts])).toEqual(Array.from({ length: 5 }, () => ['WAITING', 1]));
  });

  it('are left to others once the process is about to end', async () => {
    for (let i = 0; i < 3; i += 1) await put(1, { to: { email: `b${i}@example.dk`, name: 'B' } });
    const sender = senderOn();
    post.fate = () => {
      sender.onModuleDestroy();
      return { fate: 'SENT' };
    };
    await sender.send(world.tenantId);
    expect(post.sent).toHaveLength(1);
    await due();
    await send();
    expect(post.sent).toHaveLength(3);
  });

  it('that nobody can write come again; those of no interest any more are dropped', async () => {
    await put(1, { kind: faulty });
    await put(1, { ids: { gone: 'GONE' } });
    await put(1);
    await send();
    expect((await rows()).map(({ state, error }) => [state, error])).toEqual([
      ['WAITING', 'NOT_WRITTEN'],
      ['DROPPED', 'OBSOLETE'],
      ['SENT', null],
    ]);
  });

  it('hold a link that ends them, for members and for people outside', async () => {
    await put(1);
    await put(1, { to: { email: 'Outside@example.dk', name: 'O' } });
    await send();
    const unsubscribing = new Unsubscribing(world.db, links, registryOn(world.db));
    for (const { unsubscribeUrl } of post.sent) {
      const token = unsubscribeUrl?.split('/').at(-1) ?? '';
      expect(await unsubscribing.look(token)).toMatchObject({ tenantName: world.slug, stopped: false, kinds: [{ name: note.name }] });
      expect(await unsubscribing.stop(token)).toMatchObject({ stopped: true });
      expect(await unsubscribing.stop(token)).toMatchObject({ stopped: true });
    }
    await put(1);
    await put(1, { to: { email: 'outside@EXAMPLE.dk', name: 'O' } });
    await send();
    expect(post.sent).toHaveLength(2);
    expect((await rows()).map(({ error }) => error)).toEqual([null, null, 'MUTED', 'MUTED']);
    const { rows: stops } = await world.admin.query<{ row: string }>('select s::text as row from open_room.mail_stop s where tenant_id = $1', [world.tenantId]);
    expect(stops).toHaveLength(1);
    expect(stops[0]?.row).not.toContain('outside');
  });
});
