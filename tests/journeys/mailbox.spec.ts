/** Invited by mail, answered in a calendar: over SMTP and IMAP, through the real worker and a real mailbox. */
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { dovecot } from '../../infra/local/services/programs.mjs';
import { appleReply, calendarsInUse, googleReply, outlookReply, type Replied } from '../../apps/api/src/meetings/calendar-reply.fixture.js';
import { ApiClient } from '../support/client.js';
import { MailServer, type ReceivedMail } from '../support/mail-server.js';
import { TestMailbox } from '../support/mailbox.js';
import { seedDemo, type Server, startApi, startWorker } from '../support/servers.js';

const address = 'moeder@aakoebing.example';
const patient = { timeout: 40_000, interval: 200 };

interface Participant {
  id: string;
  name: string;
  answer: string | null;
  fromCalendar: boolean;
}

describe.runIf(dovecot())('a mailbox of the municipality', () => {
  let api: Server;
  let mails: MailServer;
  let box: TestMailbox;
  let db: Client;
  let administrator: ApiClient;
  let coordinator: ApiClient;
  let tenantId: string;
  const workers: Server[] = [];
  let log = '';
  const hear = (text: string) => {
    log += text;
  };
  const settings = () => ({
    KVARTER_SMTP_URL: mails.url,
    KVARTER_MAIL_FROM: 'Kvarter <kvarter@example.dk>',
    KVARTER_MAILBOX_HOSTS: 'localhost',
    KVARTER_PUBLIC_URL: api?.url,
  });
  const work = async () => workers.push(await startWorker(settings(), hear));

  beforeAll(async () => {
    await seedDemo();
    [mails, box] = [await MailServer.start(), await TestMailbox.start()];
    api = await startApi({ KVARTER_MAILBOX_HOSTS: 'localhost' }, hear);
    db = new Client({ connectionString: inject('database').adminUrl });
    await db.connect();
    const { rows } = await db.query<{ tenant_id: string }>("select tenant_id from open_room.tenant where slug = 'aakoebing'");
    tenantId = rows[0]?.tenant_id ?? '';
    [administrator, coordinator] = [await ApiClient.as(api.url, 'admin'), await ApiClient.as(api.url, 'coordinator')];
    await work();
  }, 120_000);
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await api.stop();
    await mails.stop();
    await box.stop();
    await db.end();
  });

  const input = (more: object = {}) => {
    const { host, tlsPort: port, user, password } = box.server;
    return { host, port, tls: 'IMPLICIT', user, password, address, ...more };
  };
  const state = 'host port tls user address readAt fault faultAt';
  const set = (more: object = {}) => administrator.ask(`mutation ($input: MailboxInput!) { setMailbox(input: $input) { ${state} } }`, { input: input(more) });
  const tried = async (more: object = {}, by: ApiClient = administrator) => {
    const { data, errors } = await by.ask<{ tryMailbox: { fault: string | null } }>(
      'mutation ($input: MailboxInput!) { tryMailbox(input: $input) { fault } }',
      {
        input: input(more),
      },
    );
    return data ? data.tryMailbox.fault : errors?.[0]?.extensions.reason;
  };
  const seen = async () => (await administrator.do<{ mailbox: { fault: string | null; readAt: string | null } | null }>(`{ mailbox { ${state} } }`)).mailbox;
  /** Its time comes at once, and it is read to the end. */
  const read = async () => {
    const { rows } = await db.query<{ at: Date }>(
      'update open_room.mailbox_reading set next_at = now() where tenant_id = $1 returning clock_timestamp() as at',
      [tenantId],
    );
    const since = rows[0]?.at ?? new Date(0);
    const readSince = async () =>
      (await db.query('select 1 from open_room.mailbox_reading where tenant_id = $1 and greatest(read_at, fault_at) > $2', [tenantId, since])).rows;
    await expect.poll(readSince, patient).toHaveLength(1);
  };
  const someone = (name: string) => ({ name, address: `${name.toLowerCase().replaceAll(' ', '.')}.${randomUUID().slice(0, 8)}@bibliotek.example` });
  const list = 'participants { id name answer fromCalendar }';
  const participants = async (id: string): Promise<Participant[]> =>
    (await coordinator.do<{ meeting: { participants: Participant[] } }>(`query ($id: UUID!) { meeting(id: $id) { ${list} } }`, { id })).meeting.participants;
  const answersOf = async (id: string) => Object.fromEntries((await participants(id)).map(({ name, answer, fromCalendar }) => [name, [answer, fromCalendar]]));

  /** A meeting, its people invited, and their invitations arrived. */
  async function invited(people: readonly { name: string; address: string }[], personIds: readonly string[] = []): Promise<string> {
    const { scheduleMeeting } = await coordinator.do<{ scheduleMeeting: { id: string } }>(
      'mutation { scheduleMeeting(input: { kind: TEAM, title: "Teammøde", startsAt: "2027-02-02T08:00:00Z" }) { id } }',
    );
    const { id } = scheduleMeeting;
    await coordinator.do('mutation ($id: UUID!, $input: AddParticipantsInput!) { addParticipants(meetingId: $id, input: $input) { id } }', {
      id,
      input: { personIds, externals: people.map((one) => ({ name: one.name, email: one.address })) },
    });
    await coordinator.do('mutation ($id: UUID!) { inviteParticipants(meetingId: $id) { id } }', { id });
    await Promise.all(people.map((one) => mails.until(one.address)));
    return id;
  }
  const calendarIn = ({ parsed }: ReceivedMail): string => {
    const [calendar] = parsed.attachments.filter(({ mimeType }) => mimeType === 'text/calendar');
    return new TextDecoder().decode(calendar?.content as ArrayBuffer).replaceAll(/\r?\n /g, '');
  };
  const replied = (meetingId: string, person: { name: string; address: string }, more: Partial<Replied> = {}): Replied => ({
    meetingId,
    ...person,
    mailbox: address,
    sequence: 0,
    stamp: new Date(),
    partstat: 'ACCEPTED',
    ...more,
  });

  it('is tried before it is saved, and says what is wrong by a word', async () => {
    expect(await tried()).toBeNull();
    expect(await tried({ port: box.server.startTlsPort, tls: 'STARTTLS' })).toBeNull();
    expect(await tried({ password: 'forkert' })).toBe('SIGN_IN_REFUSED');
    expect(await tried({ port: box.server.startTlsPort })).toBe('NO_TLS');
    expect(await tried({ port: 1 })).toBe('UNREACHABLE');
    expect(await tried({ host: '127.0.0.1', port: 993 })).toBe('HOST_UNKNOWN');
    expect(await tried({ host: 'intet.invalid', port: 993 })).toBe('HOST_UNKNOWN');
    expect(await tried({ password: null })).toBe('MAILBOX_PASSWORD_NEEDED');
    expect(await tried({ host: '127.0.0.1', port: 6379 })).toBe('MAILBOX_PORT_INVALID');
    expect(await tried({}, coordinator)).toBe('NOT_ALLOWED');
  });

  it('whose certificate nobody vouches for is told no password', async () => {
    const certificate = process.env['NODE_EXTRA_CA_CERTS'];
    delete process.env['NODE_EXTRA_CA_CERTS'];
    const wary = await startApi({ KVARTER_MAILBOX_HOSTS: 'localhost' });
    process.env['NODE_EXTRA_CA_CERTS'] = certificate;
    const by = await ApiClient.as(wary.url, 'admin');
    expect(await tried({}, by)).toBe('CERTIFICATE');
    expect(await tried({ port: box.server.startTlsPort, tls: 'STARTTLS' }, by)).toBe('CERTIFICATE');
    await wary.stop();
  });

  it('is set up by an administrator, its password sealed and told to nobody', async () => {
    const answer = JSON.stringify(await set());
    expect(answer).toContain(address);
    expect(answer).not.toContain(box.server.password);
    expect(await tried({ password: null })).toBeNull();
    // On another server it is another mailbox, and this password is not for it.
    expect((await set({ host: 'imap.elsewhere.example', port: 993, password: null })).errors?.[0]?.extensions.reason).toBe('MAILBOX_PASSWORD_NEEDED');
    expect(await tried({ user: 'another', password: null })).toBe('MAILBOX_PASSWORD_NEEDED');
    const { rows } = await db.query<{ row: string }>('select b::text as row from open_room.mailbox b where tenant_id = $1', [tenantId]);
    for (const form of ['utf8', 'hex', 'base64'] as const) expect(rows[0]?.row).not.toContain(Buffer.from(box.server.password).toString(form));
    await expect.poll(async () => (await seen())?.readAt, patient).toBeTruthy();
    expect((await box.folder('Kvarter')).length).toBe(0);
  });

  it('is where invitations ask for answers, and calendars in use give them', async () => {
    const people = calendarsInUse.map(([name]) => someone(name));
    const id = await invited(people);
    const [first] = await mails.until(people[0]?.address ?? '');
    const calendar = calendarIn(first as ReceivedMail);
    expect(calendar).toMatch(new RegExp(`^ORGANIZER;CN="Åkøbing Kommune":mailto:${address}\\r?$`, 'm'));
    expect(calendar).toContain(`UID:${id}@kvarter`);
    expect(first?.parsed.replyTo).toMatchObject([{ address }]);
    const partstats = ['ACCEPTED', 'DECLINED', 'TENTATIVE'] as const;
    const written = calendarsInUse.map(([, write], at) => write(replied(id, people[at] ?? someone('x'), { partstat: partstats[at] ?? 'ACCEPTED' })));
    // Among what is for people: a mail in words, and one that tells of nobody's meeting.
    const human = `From: ${people[0]?.address}\r\nTo: ${address}\r\nSubject: Et spørgsmål\r\nMessage-ID: <human@example>\r\n\r\nHvor er det?\r\n`;
    const broken = 'From: x@y.dk\r\nSubject: Itu\r\nContent-Type: text/calendar; method=REPLY\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:\r\n';
    const large = outlookReply(replied(id, people[0] ?? someone('x'), { partstat: 'DECLINED', comment: 'x'.repeat(1_100_000) })).replace(
      /^Subject: .*$/m,
      'Subject: Stor',
    );
    for (const message of [human, broken, large, ...written]) await box.deliver(message);
    await read();
    expect(await answersOf(id)).toEqual({ Outlook: ['YES', true], Google: ['NO', true], Apple: ['MAYBE', true] });
    expect((await box.folder('INBOX')).map(({ subject, flags }) => [subject, flags])).toEqual([
      ['Et spørgsmål', []],
      ['Itu', []],
      ['Stor', []],
    ]);
    expect((await box.folder('Kvarter')).map(({ flags }) => flags)).toEqual([[], [], []]);
  });

  it('takes an answer from nobody for another, nor for who isn’t on the list', async () => {
    const [sofie, ali] = [someone('Sofie'), someone('Ali')];
    const id = await invited([sofie, ali]);
    const before = (await box.folder('INBOX')).length;
    await box.deliver(googleReply(replied(id, sofie)).replace(`From: Sofie <${sofie.address}>`, `From: Ali <${ali.address}>`));
    await box.deliver(appleReply(replied(id, someone('Fremmed'))));
    await box.deliver(appleReply(replied(randomUUID(), sofie)));
    await read();
    expect(await answersOf(id)).toEqual({ Sofie: [null, false], Ali: [null, false] });
    expect((await box.folder('INBOX')).length).toBe(before + 3);
  });

  it('takes a member’s answer from the address the municipality has of them', async () => {
    const team = await ApiClient.as(api.url, 'team');
    const { me } = await team.do<{ me: { personId: string; name: string } }>('{ me { personId name } }');
    const own = `Jonas.${randomUUID().slice(0, 8)}@Kommune.Example`;
    await db.query('update open_room.membership set email = $3 where tenant_id = $1 and person_id = $2', [tenantId, me.personId, own]);
    const id = await invited([], [me.personId]);
    await mails.until(own.replace('Kommune.Example', 'kommune.example'));
    await box.deliver(outlookReply(replied(id, { name: me.name, address: own.toLowerCase() }, { partstat: 'TENTATIVE' })));
    await read();
    expect(await answersOf(id)).toEqual({ [me.name]: ['MAYBE', true] });
  });

  it('keeps the newest answer, whichever way it came and however often', async () => {
    const sofie = someone('Sofie');
    const id = await invited([sofie]);
    const [early, late] = [new Date(Date.now() - 60_000), new Date()];
    await box.deliver(googleReply(replied(id, sofie, { stamp: late, partstat: 'DECLINED' })));
    await box.deliver(googleReply(replied(id, sofie, { stamp: early, partstat: 'ACCEPTED' })));
    await read();
    expect(await answersOf(id)).toEqual({ Sofie: ['NO', true] });
    // She rings; and a worker that had died comes upon the calendar's answer once more.
    const [hers] = await participants(id);
    await coordinator.do('mutation ($id: UUID!, $hers: UUID!) { replyToMeeting(meetingId: $id, participantId: $hers, answer: MAYBE) { id } }', {
      id,
      hers: hers?.id,
    });
    await db.query('update open_room.mailbox_reading set last_uid = 0 where tenant_id = $1', [tenantId]);
    await box.deliver(googleReply(replied(id, sofie, { stamp: late, partstat: 'DECLINED' })));
    await read();
    expect(await answersOf(id)).toEqual({ Sofie: ['MAYBE', false] });
  });

  it('counts an answer once where a worker died between noting it and putting it aside, and with two workers at it', async () => {
    const sofie = someone('Sofie');
    const id = await invited([sofie]);
    const message = appleReply(replied(id, sofie));
    await box.deliver(message);
    await read();
    const aside = (await box.folder('Kvarter')).length;
    const at = async () =>
      (await db.query<{ at: Date }>('select answered_at as at from open_room.meeting_participant where meeting_id = $1', [id])).rows[0]?.at;
    const first = await at();
    // As such a worker leaves it: noted, in the inbox, its UID not dealt with.
    await db.query('update open_room.mailbox_reading set last_uid = null, uid_validity = null where tenant_id = $1', [tenantId]);
    await box.deliver(message);
    await work();
    await read();
    expect(await at()).toEqual(first);
    expect((await box.folder('Kvarter')).length).toBe(aside + 1);
    expect(await answersOf(id)).toEqual({ Sofie: ['YES', true] });
  });

  it('loses and doubles nothing where its worker is killed in the middle', async () => {
    const people = Array.from({ length: 60 }, (_, at) => someone(`Nr ${at}`));
    const id = await invited(people);
    const [inbox, aside] = [(await box.folder('INBOX')).length, (await box.folder('Kvarter')).length];
    for (const [at, person] of people.entries()) await box.deliver((at % 2 ? outlookReply : googleReply)(replied(id, person)));
    await db.query('update open_room.mailbox_reading set next_at = now() where tenant_id = $1', [tenantId]);
    const answered = async () =>
      (await db.query<{ count: number }>('select count(answer)::integer as count from open_room.meeting_participant where meeting_id = $1', [id])).rows[0]
        ?.count;
    await expect.poll(answered, { timeout: 40_000, interval: 5 }).toBeGreaterThan(2);
    await Promise.all(workers.splice(0).map((worker) => worker.kill()));
    await work();
    await read();
    expect(new Set((await participants(id)).map(({ answer, fromCalendar }) => `${answer} ${fromCalendar}`))).toEqual(new Set(['YES true']));
    expect([(await box.folder('INBOX')).length, (await box.folder('Kvarter')).length]).toEqual([inbox, aside + 60]);
  });

  it('takes no answer to another time, and asks again', async () => {
    const sofie = someone('Sofie');
    const id = await invited([sofie]);
    await coordinator.do('mutation ($id: UUID!) { rescheduleMeeting(id: $id, startsAt: "2027-02-09T08:00:00Z") { id } }', { id });
    const [, moved] = await mails.until(sofie.address, 2);
    const sequence = Number(/^SEQUENCE:(\d+)/m.exec(calendarIn(moved as ReceivedMail))?.[1]);
    expect(sequence).toBe(1);
    await box.deliver(outlookReply(replied(id, sofie, { sequence: 0 })));
    await read();
    expect(await answersOf(id)).toEqual({ Sofie: [null, false] });
    // What only says more of it, without another time, leaves the answer good.
    await coordinator.do('mutation ($id: UUID!) { describeMeeting(id: $id, input: { purpose: "At tale sammen" }) { id } }', { id });
    await box.deliver(outlookReply(replied(id, sofie, { sequence, comment: 'Er der kaffe?' })));
    await read();
    expect(await answersOf(id)).toEqual({ Sofie: ['YES', true] });
    // There is something to read in it: it stays, marked.
    expect((await box.folder('INBOX')).at(-1)?.flags).toEqual(['\\Flagged']);
  });

  it('tells whoever answers to what was called off, once', async () => {
    const sofie = someone('Sofie');
    const id = await invited([sofie]);
    await coordinator.do('mutation ($id: UUID!) { cancelMeeting(id: $id, reason: "For få") { id } }', { id });
    await mails.until(sofie.address, 2);
    await box.deliver(googleReply(replied(id, sofie)));
    await box.deliver(googleReply(replied(id, sofie, { stamp: new Date(Date.now() + 2_000), partstat: 'TENTATIVE' })));
    await read();
    const [, , told] = await mails.until(sofie.address, 3);
    expect(told?.parsed.subject).toBe('Aflyst: Teammøde');
    await box.deliver(googleReply(replied(id, sofie, { stamp: new Date(Date.now() + 4_000) })));
    await read();
    const { rows } = await db.query('select 1 from open_room.outbox where tenant_id = $1 and address = $2', [tenantId, sofie.address]);
    expect(rows).toHaveLength(3);
    expect(await answersOf(id)).toEqual({ Sofie: [null, false] });
  });

  it('that can’t be read any more says so to its administrators, and is read again when it is mended', async () => {
    await set({ password: 'en anden adgangskode' });
    await expect.poll(async () => (await seen())?.fault, patient).toBe('SIGN_IN_REFUSED');
    expect((await coordinator.ask('{ mailbox { host } }')).errors?.[0]?.extensions.reason).toBe('NOT_ALLOWED');
    await set();
    await expect.poll(async () => (await seen())?.fault, patient).toBeNull();
    expect(log).toContain('"code":"SIGN_IN_REFUSED"');
    expect(log).not.toMatch(/en anden adgangskode|bibliotek\.example/);
    expect(log).not.toContain(box.server.password);
  });

  it('is taken away, and hosts are written to again', async () => {
    expect(await administrator.do('mutation { removeMailbox }')).toEqual({ removeMailbox: true });
    expect(await seen()).toBeNull();
    const sofie = someone('Sofie');
    await invited([sofie]);
    const [mail] = await mails.until(sofie.address);
    expect(calendarIn(mail as ReceivedMail)).not.toContain(address);
  });
});
