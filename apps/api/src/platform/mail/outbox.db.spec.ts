import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { World } from '../../area-maps/map-world.fixture.js';
import type { Actor } from '../auth/actor.js';
import { defineMail, MailFault } from './mail.js';
import { Outbox, type OutgoingMail } from './outbox.js';

const news = defineMail({ kind: 'outbox.news', name: { da: 'Nyt', en: 'News' } });

let world: World;
let outbox: Outbox;
let team: Actor;
let coordinator: Actor;

beforeAll(async () => {
  world = await World.make();
  outbox = new Outbox(world.db);
  [team, coordinator] = [await world.member('team_member'), await world.member('coordinator')];
});

afterAll(() => world.close());

const mailTo = (personId: string, more: Partial<OutgoingMail> = {}): OutgoingMail => ({ key: randomUUID(), kind: news, to: { personId }, ids: {}, ...more });
const keysSeenBy = async (actor: Actor): Promise<string[]> =>
  world.as(actor, async () => (await world.db.query<{ key: string }>('select key from open_room.outbox')).map(({ key }) => key));

describe('the outbox', () => {
  it('takes the same key once, and mails in their caller’s transaction', async () => {
    const mail = mailTo(coordinator.personId, { ids: { areaId: randomUUID(), number: '3', on: '2026-11-21', state: 'DONE' } });
    await world.as(team, () => outbox.put([mail, mail]));
    await world.as(coordinator, () => outbox.put([mail]));
    const undone = mailTo(coordinator.personId);
    await expect(
      world.as(team, async () => {
        await outbox.put([undone]);
        throw new Error('it did not happen after all');
      }),
    ).rejects.toThrow('after all');
    const { rows } = await world.admin.query<Record<string, unknown>>('select * from open_room.outbox where tenant_id = $1 and key = any ($2)', [
      world.tenantId,
      [mail.key, undone.key],
    ]);
    expect(rows).toMatchObject([{ key: mail.key, kind: 'outbox.news', ids: mail.ids, state: 'WAITING', attempts: 0, created_by: team.personId }]);
  });

  it('shows a mail to who gets it, who caused it and coordinators', async () => {
    const [recipient, other] = [await world.member('politician'), await world.member('team_member')];
    const mail = mailTo(recipient.personId);
    await world.as(team, () => outbox.put([mail]));
    const seen = await Promise.all([recipient, team, coordinator, world.system].map(keysSeenBy));
    for (const keys of seen) expect(keys).toContain(mail.key);
    expect(await keysSeenBy(other)).toEqual([]);
  });

  it('takes no address that is none, no stranger, and no text in keys or ids', async () => {
    const put = (mail: OutgoingMail) => world.as(team, () => outbox.put([mail]));
    const outside = (email: string) => mailTo('', { to: { email, name: 'Aisha\r\nBcc: alle@aakoebing.dk' } });
    await expect(put(outside('aisha@aakoebing.dk\r\nBcc: alle@aakoebing.dk'))).rejects.toMatchObject({ reason: 'MAIL_ADDRESS_INVALID' });
    const mail = outside('Aisha@Åkøbing.dk');
    await put(mail);
    const { rows } = await world.admin.query('select address, address_name from open_room.outbox where key = $1', [mail.key]);
    expect(rows).toEqual([{ address: 'Aisha@xn--kbing-lra8k.dk', address_name: 'Aisha Bcc: alle@aakoebing.dk' }]);
    await expect(put(mailTo(randomUUID()))).rejects.toMatchObject({ code: '23503' });
    await expect(put(mailTo(team.personId, { key: 'til Mette Holm' }))).rejects.toThrow(MailFault);
    await expect(put(mailTo(team.personId, { ids: { name: 'Mette Holm' } }))).rejects.toThrow(MailFault);
  });

  it('holds those who write into it by themselves to the same', async () => {
    const insert = (ids: string, key: string = randomUUID()) =>
      world.as(team, () =>
        world.db.query('insert into open_room.outbox (tenant_id, key, kind, person_id, ids) values ($1, $2, $3, $4, $5)', [
          world.tenantId,
          key,
          news.kind,
          team.personId,
          ids,
        ]),
      );
    await insert(`{"areaId":"${randomUUID()}"}`);
    for (const ids of ['{"name":"Mette Holm"}', '{"deep":{"a":"A"}}', '{"number":3}', '["A"]', '{"cpr":"0101901234"}'])
      await expect(insert(ids), ids).rejects.toMatchObject({ code: '23514' });
    await expect(insert('{}', 'mette@aakoebing.dk')).rejects.toMatchObject({ code: '23514' });
    await expect(world.as(team, () => world.db.query("update open_room.outbox set state = 'SENT' returning 1"))).resolves.toEqual([]);
    await expect(world.as(team, () => world.db.query('delete from open_room.outbox'))).rejects.toMatchObject({ code: '42501' });
  });

  it('knows what a member wants of mails from that member alone', async () => {
    const set = (by: Actor, of: Actor) =>
      world.as(by, () =>
        world.db.query("insert into open_room.mail_preference (tenant_id, person_id, digest) values ($1, $2, 'DAILY')", [world.tenantId, of.personId]),
      );
    await set(team, team);
    await expect(set(coordinator, team)).rejects.toMatchObject({ code: '42501' });
    const seen = (by: Actor) => world.as(by, () => world.db.query('select person_id from open_room.mail_preference'));
    expect(await seen(team)).toEqual([{ person_id: team.personId }]);
    expect(await seen(coordinator)).toEqual([]);
    const reached = (by: Actor) => world.as(by, () => world.db.query('select digest from open_room.mail_recipients($1)', [[team.personId]]));
    expect(await reached(coordinator)).toEqual([]);
    expect(await reached(world.system)).toEqual([{ digest: 'DAILY' }]);
  });

  it('forgets addresses of people outside a month after the mail was settled', async () => {
    const mails = [mailTo('', { to: { email: 'a@example.dk', name: 'A' } }), mailTo('', { to: { email: 'b@example.dk', name: 'B' } })];
    await world.as(team, () => outbox.put(mails));
    await world.admin.query(
      "update open_room.outbox set state = 'SENT', created_at = now() - interval '60 days', not_before = now() - interval '60 days', sent_at = now() - make_interval(days => $2) where key = $1",
      [mails[0]?.key, 31],
    );
    await world.admin.query("update open_room.outbox set created_at = now() - interval '60 days', not_before = now() - interval '60 days' where key = $1", [
      mails[1]?.key,
    ]);
    await world.db.run(null, 'job', () => world.db.query('select open_room.forget_mail_addresses()'));
    const { rows } = await world.admin.query('select address from open_room.outbox where key = any ($1) order by address', [mails.map(({ key }) => key)]);
    expect(rows).toEqual([{ address: 'b@example.dk' }, { address: null }]);
  });
});
