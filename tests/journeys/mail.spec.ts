/** Mails through the real worker and a real SMTP dialogue: what arrives, what is refused, what happens when a worker dies, and how one ends them. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SignedLinks } from '../../apps/api/src/platform/mail/signed-link.js';
import { ApiClient } from '../support/client.js';
import { MailServer, type ReceivedMail } from '../support/mail-server.js';
import { seedDemo, type Server, startApi, startWorker } from '../support/servers.js';

let api: Server;
let mails: MailServer;
let admin: Client;
let tenantId: string;
const workers: Server[] = [];
const address = (of: string) => `${of}-${tenantId.slice(0, 8)}@example.dk`;

const work = async () => {
  const worker = await startWorker({ KVARTER_SMTP_URL: mails.url, KVARTER_MAIL_FROM: 'Kvarter i Åkøbing <kvarter@example.dk>', KVARTER_PUBLIC_URL: api.url });
  workers.push(worker);
  return worker;
};

beforeAll(async () => {
  await seedDemo();
  [api, mails] = [await startApi(), await MailServer.start()];
  admin = new Client({ connectionString: inject('database').adminUrl });
  await admin.connect();
  const { rows } = await admin.query<{ tenant_id: string }>("select tenant_id from open_room.tenant where slug = 'aakoebing'");
  tenantId = rows[0]?.tenant_id ?? '';
  for (const persona of ['coordinator', 'team', 'steering'])
    await admin.query('update open_room.membership m set email = $3 from identity.person p where m.tenant_id = $1 and p.id = m.person_id and p.persona = $2', [
      tenantId,
      persona,
      address(persona),
    ]);
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await api.stop();
  await mails.stop();
  await admin.end();
});

const trial = async (persona: string) => (await ApiClient.as(api.url, persona)).do('mutation { sendTrialMail }');
const put = (to: string, key: string = randomUUID()) =>
  admin.query("insert into open_room.outbox (tenant_id, key, kind, address, address_name) values ($1, $2, 'mail.trial', $3, 'Aisha')", [tenantId, key, to]);
const rowOf = async (to: string) =>
  (await admin.query<{ state: string; error: string | null }>('select state, error from open_room.outbox where address = $1', [to])).rows[0];
const headerOf = ({ parsed }: ReceivedMail, name: string) => parsed.headers.find(({ key }) => key === name)?.value;
const reasonOf = async (answer: Response) => ((await answer.json()) as { errors?: { extensions: { reason: string } }[] }).errors?.[0]?.extensions.reason;

describe('a mail', () => {
  it('arrives as text and HTML, says who sent it, and how to get no more', async () => {
    await trial('coordinator');
    await work();
    const [mail] = (await mails.until(address('coordinator'))) as [ReceivedMail];
    const { parsed, raw } = mail;
    expect(parsed.from).toMatchObject({ name: 'Kvarter i Åkøbing', address: 'kvarter@example.dk' });
    expect(parsed.to).toMatchObject([{ name: 'Mette Holm', address: address('coordinator') }]);
    expect(parsed.subject).toBe('Prøvemail fra Kvarter');
    expect(parsed.messageId).toMatch(/^<[0-9a-f-]{36}@example\.dk>$/);
    expect(Math.abs(Date.parse(parsed.date ?? '') - Date.now())).toBeLessThan(60_000);
    expect(parsed.text).toContain('Hej Mette Holm. Du bad om denne mail');
    expect(parsed.text).toContain(`${api.url}/aakoebing/mail`);
    expect(parsed.html).toContain('Hej Mette Holm. Du bad om denne mail');
    expect(parsed.html).not.toMatch(/<img|src=|url\(/);
    expect(headerOf(mail, 'auto-submitted')).toBe('auto-generated');
    expect(headerOf(mail, 'list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(raw).toMatch(new RegExp(`^List-Unsubscribe: <${api.url}/unsubscribe/[\\w-]+>\\r$`, 'm'));
    for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  });

  it('that is refused says so to who sent it and to coordinators, by the server’s figures', async () => {
    mails.answerTo = (to) => (to === address('team') ? { code: 550, words: `5.1.1 <${to}> unknown` } : undefined);
    await trial('team');
    const [team, coordinator, steering] = await Promise.all(['team', 'coordinator', 'steering'].map((persona) => ApiClient.as(api.url, persona)));
    const undelivered = async (client?: ApiClient) =>
      (await client?.do<{ undeliveredMails: object[] }>('{ undeliveredMails { kindName to reason } }'))?.undeliveredMails;
    const expected = { kindName: 'Prøvemails, du selv beder om', to: 'Jonas Overgaard', reason: '550 5.1.1' };
    await expect.poll(() => undelivered(team), { timeout: 30_000, interval: 200 }).toEqual([expected]);
    expect(await undelivered(coordinator)).toContainEqual(expected);
    expect(await undelivered(steering)).toEqual([]);
  });

  it('goes to everybody once, with several workers at it', async () => {
    await work();
    const many = Array.from({ length: 25 }, (_, i) => address(`many${i}`));
    for (const to of many) await put(to);
    await Promise.all(many.map((to) => mails.until(to)));
    await expect.poll(async () => (await Promise.all(many.map(rowOf))).filter((row) => row?.state === 'SENT').length).toBe(25);
    for (const to of many) expect(mails.received.filter((mail) => mail.to === to)).toHaveLength(1);
  });

  it('comes once more, as the same message, where the worker was killed before it heard the yes', async () => {
    const to = address('killed');
    const all = workers.splice(0);
    let killed = false;
    mails.beforeYes = async (mail) => {
      if (mail.to !== to || killed) return;
      killed = true;
      await Promise.all(all.map((worker) => worker.kill()));
    };
    await put(to);
    await mails.until(to);
    await expect.poll(() => killed).toBe(true);
    // Its claim ends in a quarter of an hour; here, now.
    await admin.query('update open_room.outbox set not_before = now() where address = $1', [to]);
    await work();
    const twice = await mails.until(to, 2);
    expect(new Set(twice.map(({ parsed }) => parsed.messageId)).size).toBe(1);
    await expect.poll(() => rowOf(to)).toEqual({ state: 'SENT', error: null });
    expect(mails.received.filter((mail) => mail.to === to)).toHaveLength(2);
  });

  it('leaves no address in the queue', async () => {
    const { rows } = await admin.query<{ name: string }>(
      "select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'queues' and c.relkind in ('r', 'p')",
    );
    for (const { name } of rows) expect((await admin.query(`select 1 from ${name} t where t::text like '%@example.dk%'`)).rows, name).toEqual([]);
  });
});

describe('the link that ends them', () => {
  const tokenIn = ({ parsed }: ReceivedMail) => /\/unsubscribe\/([\w-]+)/.exec(parsed.text ?? '')?.[1] ?? '';
  const look = async (token: string) =>
    (await (await fetch(`${api.url}/auth/unsubscribe/${token}`, { headers: { 'accept-language': 'da' } })).json()) as object;

  it('changes nothing when it is opened, and ends them when it is pressed, by a person or by their mail program', async () => {
    const to = address('outside');
    await put(to);
    const token = tokenIn((await mails.until(to))[0] as ReceivedMail);
    const page = await fetch(`${api.url}/unsubscribe/${token}`, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    const about = { tenant: 'Åkøbing Kommune', kinds: ['Prøvemails, du selv beder om'] };
    expect(await look(token)).toEqual({ ...about, stopped: false });
    const oneClick = await fetch(`${api.url}/unsubscribe/${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
    expect(oneClick.status).toBe(200);
    expect(await look(token)).toEqual({ ...about, stopped: true });
    expect((await fetch(`${api.url}/unsubscribe/${token}`, { method: 'POST' })).status).toBe(200);
    await put(to.toUpperCase(), 'unsubscribed');
    const dropped = async () => (await admin.query("select state, error from open_room.outbox where key = 'unsubscribed'")).rows;
    await expect.poll(dropped, { timeout: 30_000, interval: 200 }).toEqual([{ state: 'DROPPED', error: 'MUTED' }]);
    expect(mails.received.filter((mail) => mail.to.toLowerCase() === to)).toHaveLength(1);
  });

  it('shows in a member’s own choices, where it can be taken back', async () => {
    const token = tokenIn((await mails.until(address('coordinator')))[0] as ReceivedMail);
    await fetch(`${api.url}/unsubscribe/${token}`, { method: 'POST' });
    const coordinator = await ApiClient.as(api.url, 'coordinator');
    const asked = '{ myMailPreferences { address digest locale kinds { kind muted } } }';
    const { myMailPreferences } = await coordinator.do<{ myMailPreferences: { kinds: object[] } }>(asked);
    expect(myMailPreferences).toMatchObject({ address: address('coordinator'), digest: 'EACH', locale: 'da' });
    expect(myMailPreferences.kinds).toContainEqual({ kind: 'mail.trial', muted: true });
    const set = (muted: string[]) =>
      coordinator.ask(
        'mutation ($muted: [String!]!) { setMailPreferences(input: { digest: DAILY, locale: en, muted: $muted }) { digest locale kinds { kind muted } } }',
        { muted },
      );
    expect((await set([])).data).toMatchObject({ setMailPreferences: { digest: 'DAILY', locale: 'en' } });
    expect(await look(token)).toMatchObject({ stopped: false });
    expect((await set(['mail.no-such'])).errors?.[0]?.extensions.reason).toBe('MAIL_KIND_UNKNOWN');
  });

  it('says what is wrong with it, and is no address to be found in', async () => {
    const links = new SignedLinks(Buffer.from('a'.repeat(43), 'base64'));
    const link = { purpose: 'mail.unsubscribe', tenantId, subjectId: 'mail.trial', personOrAddress: randomUUID() };
    const expired = links.sign({ ...link, expires: new Date(Date.now() - 1000) });
    const elsewhere = links.sign({ ...link, purpose: 'meetings.answer', expires: new Date(Date.now() + 60_000) });
    for (const [token, reason] of [
      [expired, 'LINK_EXPIRED'],
      [elsewhere, 'LINK_UNKNOWN'],
      ['x', 'LINK_UNKNOWN'],
    ] as const) {
      expect(await reasonOf(await fetch(`${api.url}/auth/unsubscribe/${token}`))).toBe(reason);
      expect(await reasonOf(await fetch(`${api.url}/unsubscribe/${token}`, { method: 'POST' }))).toBe(reason);
    }
    for (const { raw, to } of mails.received) expect(raw.match(/\/unsubscribe\/[\w-]+/)?.[0]).not.toContain(to.split('@')[0]);
  });

  it('of a page elsewhere is refused', async () => {
    const token = tokenIn((await mails.until(address('coordinator')))[0] as ReceivedMail);
    const foreign = await fetch(`${api.url}/unsubscribe/${token}`, { method: 'POST', headers: { origin: 'https://elsewhere.example' } });
    expect(await reasonOf(foreign)).toBe('FOREIGN_ORIGIN');
  });
});
