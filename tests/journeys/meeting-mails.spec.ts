/** What people are mailed about meetings, through the real worker and a real SMTP dialogue, and the answers they give by the link. */
import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { SignedLinks } from '../../apps/api/src/platform/mail/signed-link.js';
import { newArea } from '../support/areas.js';
import { ApiClient } from '../support/client.js';
import { MailServer, type ReceivedMail } from '../support/mail-server.js';
import { seedDemo, type Server, startApi, startWorker } from '../support/servers.js';

const mark = randomUUID().slice(0, 8);
const hostAddress = `mette-${mark}@example.dk`;
const memberAddress = `jonas-${mark}@example.dk`;

let api: Server;
let worker: Server;
let mails: MailServer;
let admin: Client;
let tenantId: string;
let coordinator: ApiClient;
let member: { client: ApiClient; personId: string };

beforeAll(async () => {
  await seedDemo();
  [api, mails] = [await startApi(), await MailServer.start()];
  admin = new Client({ connectionString: inject('database').adminUrl });
  await admin.connect();
  tenantId = (await admin.query<{ id: string }>("select tenant_id as id from open_room.tenant where slug = 'aakoebing'")).rows[0]?.id ?? '';
  for (const [persona, address] of Object.entries({ coordinator: hostAddress, team: memberAddress }))
    await admin.query('update open_room.membership m set email = $3 from identity.person p where m.tenant_id = $1 and p.id = m.person_id and p.persona = $2', [
      tenantId,
      persona,
      address,
    ]);
  coordinator = await ApiClient.as(api.url, 'coordinator');
  const client = await ApiClient.as(api.url, 'team');
  member = { client, personId: (await client.do<{ me: { personId: string } }>('{ me { personId } }')).me.personId };
  const settings = { KVARTER_SMTP_URL: mails.url, KVARTER_MAIL_FROM: 'Kvarter i Åkøbing <kvarter@example.dk>', KVARTER_PUBLIC_URL: api.url };
  worker = await startWorker(settings);
});
afterAll(async () => {
  await worker.stop();
  await api.stop();
  await mails.stop();
  await admin.end();
});

interface Planned {
  readonly id: string;
  readonly startsAt: Date;
  /** An address of somebody from outside, of this meeting alone. */
  readonly outside: string;
  readonly participantIds: Readonly<Record<'member' | 'outside', string>>;
}

const inDays = (days: number, clock = '09:00') => new Date(`${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T${clock}:00.000Z`);

/** A meeting with the member and one from outside, both invited. */
async function invited(title: string, more: object = {}, startsAt = inDays(40)): Promise<Planned> {
  const outside = `sofie-${randomUUID().slice(0, 8)}@example.dk`;
  const described = { kind: 'TEAM', title, place: 'Rådhuset; lokale 2, 1. sal', purpose: 'At se hinanden.\nOg at lægge en plan.', ...more };
  const { scheduleMeeting } = await coordinator.do<{ scheduleMeeting: { id: string } }>(
    'mutation ($input: ScheduleMeetingInput!) { scheduleMeeting(input: $input) { id } }',
    { input: { ...described, startsAt } },
  );
  const { id } = scheduleMeeting;
  const people = { personIds: [member.personId], externals: [{ name: 'Sofie "Fie" Ærø, leder', email: outside, organisation: 'Biblioteket' }] };
  const { addParticipants } = await coordinator.do<{ addParticipants: { participants: { id: string; personId: string | null }[] } }>(
    'mutation ($id: UUID!, $input: AddParticipantsInput!) { addParticipants(meetingId: $id, input: $input) { participants { id personId } } }',
    { id, input: people },
  );
  await coordinator.do('mutation ($id: UUID!) { inviteParticipants(meetingId: $id) { id } }', { id });
  const idOf = (personId: string | null) => addParticipants.participants.find((one) => one.personId === personId)?.id ?? '';
  return { id, startsAt, outside, participantIds: { member: idOf(member.personId), outside: idOf(null) } };
}

const mailTo = (address: string, subject: string): Promise<ReceivedMail> =>
  vi.waitFor(
    () => {
      const found = mails.received.find(({ to, parsed }) => to === address && parsed.subject === subject);
      if (!found) throw new Error(`»${subject}« has not come to ${address}`);
      return found;
    },
    { timeout: 40_000, interval: 100 },
  );
const linkIn = ({ parsed }: ReceivedMail) => /\/reply\/([\w-]+)/.exec(parsed.text ?? '')?.[1] ?? '';

/** The file of a mail, read by another program, and held against the rules of its lines; and what mail programs show of it with their own buttons. */
function fileIn({ parsed, raw }: ReceivedMail) {
  const [shown, file, ...others] = parsed.attachments;
  expect([shown?.mimeType, file?.mimeType, file?.filename, others]).toEqual(['text/calendar', 'application/ics', 'moede.ics', []]);
  // As it came: the parser of mails makes other ends of lines.
  const octets = /Content-Type: application\/ics[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+?)\r\n--/.exec(raw)?.[1] ?? '';
  const text = Buffer.from(octets, 'base64').toString('utf8');
  expect(new TextDecoder().decode(shown?.content as Uint8Array).trim()).toBe(text.replaceAll('\r\n', '\n').trim());
  // RFC 5545, 3.1: octets and ends of lines.
  expect(text.endsWith('\r\n')).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const warnings: unknown[] = [];
  const warn = console.warn;
  console.warn = (...said: unknown[]) => void warnings.push(said);
  try {
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const component = calendar.getFirstSubcomponent('vevent');
    if (!component) throw new Error('no event');
    expect(warnings).toEqual([]);
    const method = String(calendar.getFirstPropertyValue('method'));
    return { text, method, component, event: new ICAL.Event(component), declared: shown?.method };
  } finally {
    console.warn = warn;
  }
}

const look = (token: string) => fetch(`${api.url}/auth/reply/${token}`, { headers: { 'accept-language': 'da' } });
const reply = (token: string, answer: unknown) =>
  fetch(`${api.url}/reply/${token}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ answer }) });
const reasonOf = async (answer: Response) => ((await answer.json()) as { errors?: { extensions: { reason: string } }[] }).errors?.[0]?.extensions.reason;
const answersOf = async (id: string) =>
  (
    await coordinator.do<{ meeting: { participants: { personId: string | null; answer: string | null }[] } }>(
      'query ($id: UUID!) { meeting(id: $id) { participants { personId answer } } }',
      { id },
    )
  ).meeting.participants.reduce<Record<string, string | null>>((all, one) => ({ ...all, [one.personId ? 'member' : 'outside']: one.answer }), {});

describe('an invitation', () => {
  it('comes to a member and to somebody from outside, with a file that another calendar reads as it was meant', async () => {
    const title = `Møde; status, del 1 ${mark}`;
    const planned = await invited(title);
    for (const [address, name] of [
      [memberAddress, 'Jonas Overgaard'],
      [planned.outside, 'Sofie "Fie" Ærø, leder'],
    ] as const) {
      const mail = await mailTo(address, `Invitation: ${title}`);
      expect(mail.parsed.to).toMatchObject([{ address }]);
      expect(mail.parsed.replyTo).toMatchObject([{ name: 'Mette Holm', address: hostAddress }]);
      expect(mail.parsed.text).toContain('Formål: At se hinanden.\nOg at lægge en plan.');
      expect(mail.parsed.text).toContain('• Sofie "Fie" Ærø, leder, Biblioteket');
      for (const answer of ['YES', 'MAYBE', 'NO']) expect(mail.parsed.text).toContain(`${api.url}/reply/${linkIn(mail)}#${answer}`);
      const { method, declared, component, event } = fileIn(mail);
      expect([method, declared]).toEqual(['REQUEST', 'REQUEST']);
      expect([event.uid, event.summary, event.location, event.sequence]).toEqual([`${planned.id}@kvarter`, title, 'Rådhuset; lokale 2, 1. sal', 0]);
      expect(event.description).toContain('At se hinanden.\nOg at lægge en plan.');
      expect(event.startDate.toJSDate()).toEqual(planned.startsAt);
      const [organizer, attendee] = [component.getFirstProperty('organizer'), component.getFirstProperty('attendee')];
      expect(organizer?.getFirstValue()).toBe(`mailto:${hostAddress}`);
      expect([attendee?.getFirstValue(), attendee?.getParameter('cn')]).toEqual([`mailto:${address}`, name.replaceAll('"', '')]);
    }
    const linkOf = async (address: string) => linkIn(await mailTo(address, `Invitation: ${title}`));
    const [theirs, hers] = [await linkOf(memberAddress), await linkOf(planned.outside)];

    // Opening changes nothing, by whatever opens it: mail programs do.
    for (const method of ['GET', 'HEAD']) expect((await fetch(`${api.url}/reply/${hers}`, { method, headers: { accept: 'text/html' } })).status).toBe(200);
    const seen = (await (await look(hers)).json()) as object;
    expect(seen).toEqual({ answer: null });
    expect(await answersOf(planned.id)).toEqual({ member: null, outside: null });

    expect(await (await reply(hers, 'YES')).json()).toEqual({ answer: 'YES' });
    expect(await (await reply(theirs, 'MAYBE')).json()).toEqual({ answer: 'MAYBE' });
    expect(await (await reply(theirs, 'NO')).json()).toEqual({ answer: 'NO' });
    expect(await (await look(hers)).json()).toEqual({ answer: 'YES' });
    expect(await answersOf(planned.id)).toEqual({ member: 'NO', outside: 'YES' });
    for (const wrong of ['yes', '', null, { YES: true }]) expect(await reasonOf(await reply(hers, wrong))).toBe('VALUE_INVALID');

    // Whoever holds another's link is told nothing by it, and nothing stands in the address.
    const links = new SignedLinks(Buffer.from('a'.repeat(43), 'base64'));
    const link = { purpose: 'meetings.reply', tenantId, subjectId: planned.participantIds.outside, personOrAddress: planned.outside };
    const later = new Date(Date.now() + 60_000);
    for (const [token, reason] of [
      [links.sign({ ...link, expires: new Date(Date.now() - 1000) }), 'LINK_EXPIRED'],
      [links.sign({ ...link, expires: later, purpose: 'agreements.report' }), 'LINK_UNKNOWN'],
      [links.sign({ ...link, expires: later, personOrAddress: memberAddress }), 'LINK_EXPIRED'],
      [new SignedLinks(Buffer.from('b'.repeat(43), 'base64')).sign({ ...link, expires: later }), 'LINK_UNKNOWN'],
      [`${hers.slice(0, -2)}xx`, 'LINK_UNKNOWN'],
      ['x', 'LINK_UNKNOWN'],
    ] as const) {
      expect(await reasonOf(await look(token)), reason).toBe(reason);
      expect(await reasonOf(await reply(token, 'NO')), reason).toBe(reason);
    }
    expect(await answersOf(planned.id)).toEqual({ member: 'NO', outside: 'YES' });
    const foreign = await fetch(`${api.url}/reply/${hers}`, { method: 'POST', headers: { origin: 'https://elsewhere.example' } });
    expect(await reasonOf(foreign)).toBe('FOREIGN_ORIGIN');
  });

  it('round an area kept to some tells its title and the way there alone, in the file too', async () => {
    const areaId = await newArea(coordinator);
    await coordinator.do('mutation ($id: UUID!) { updateArea(id: $id, input: { restricted: true }) { id } }', { id: areaId });
    const title = `Fortroligt møde ${mark}`;
    const planned = await invited(title, { areaId, process: 'Ingen må vide det', audience: 'Få' });
    const mail = await mailTo(planned.outside, `Invitation: ${title}`);
    const { text, method, event } = fileIn(mail);
    expect([method, event.summary, event.location, event.description]).toEqual(['REQUEST', title, null, null]);
    for (const said of [mail.parsed.text, mail.parsed.html, text]) expect(said).not.toMatch(/At se hinanden|Rådhuset|Ingen må vide|Biblioteket|Få/);
    expect(mail.parsed.text).toContain(`/reply/${linkIn(mail)}#YES`);
    expect(await (await reply(linkIn(mail), 'YES')).json()).toEqual({ answer: 'YES' });
  });
});

describe('what happens to a meeting', () => {
  let moved: Planned;
  let off: Planned;
  let held: Planned;
  const titles = { moved: `Flyttes ${mark}`, off: `Aflyses ${mark}`, held: `Holdes ${mark}` };
  const link: Record<string, string> = {};
  beforeAll(async () => {
    [moved, off, held] = [await invited(titles.moved), await invited(titles.off), await invited(titles.held, {}, inDays(30))];
    for (const [name, planned] of Object.entries({ moved, off, held })) {
      link[name] = linkIn(await mailTo(planned.outside, `Invitation: ${titles[name as keyof typeof titles]}`));
      expect(await (await reply(link[name] ?? '', 'YES')).json()).toEqual({ answer: 'YES' });
    }
    const startsAt = inDays(47);
    await coordinator.do('mutation ($id: UUID!, $startsAt: DateTime!) { rescheduleMeeting(id: $id, startsAt: $startsAt) { id } }', { id: moved.id, startsAt });
    await coordinator.do('mutation ($id: UUID!) { cancelMeeting(id: $id, reason: "For få kunne komme") { id } }', { id: off.id });
    await coordinator.do('mutation ($id: UUID!, $participantId: UUID!) { removeParticipant(meetingId: $id, participantId: $participantId) { id } }', {
      id: held.id,
      participantId: held.participantIds.outside,
    });
    await conclude(held.id);
  });

  /** Opens it, notes what comes of it, and closes it; the mail of an hour later comes now. */
  async function conclude(id: string): Promise<void> {
    await coordinator.do('mutation ($id: UUID!) { openMeeting(id: $id) { id } }', { id });
    const { setAgenda } = await coordinator.do<{ setAgenda: { agenda: { id: string }[] } }>(
      'mutation ($id: UUID!) { setAgenda(meetingId: $id, items: [{ title: "Lys på stien" }, { title: "Åbent om lørdagen" }]) { agenda { id } } }',
      { id },
    );
    const finish =
      'mutation ($id: UUID!, $itemId: UUID!) { finishAgendaItem(meetingId: $id, itemId: $itemId, done: true, outcome: "Torben spørger vejafdelingen") { id } }';
    await coordinator.do(finish, { id, itemId: setAgenda.agenda[0]?.id });
    const { noteOutcome } = await member.client.do<{ noteOutcome: { outcomes: { id: string }[] } }>(
      'mutation ($id: UUID!) { noteOutcome(meetingId: $id, input: { text: "To lamper mere", phase: IDEAS, question: 0 }) { outcomes { id } } }',
      { id },
    );
    const input = { title: 'Bestille to lamper', responsiblePersonId: member.personId, dueOn: inDays(60).toISOString().slice(0, 10) };
    const agree = 'mutation ($id: UUID!, $input: CreateAgreementInput!) { agreeOnOutcome(outcomeId: $id, input: $input) { agreement { title meetingId } } }';
    const agreed = { id: noteOutcome.outcomes[0]?.id, input };
    expect(await member.client.do(agree, agreed)).toEqual({ agreeOnOutcome: { agreement: { title: 'Bestille to lamper', meetingId: id } } });
    expect((await member.client.ask(agree, agreed)).errors?.[0]?.extensions.reason).toBe('OUTCOME_AGREED');
    await member.client.do('mutation ($id: UUID!) { saveMinutes(meetingId: $id, text: "Kun for teamet", baseVersion: 0) { saved } }', { id });
    await coordinator.do('mutation ($id: UUID!) { closeMeeting(id: $id) { id } }', { id });
    await coordinator.do('mutation ($id: UUID!, $startsAt: DateTime!) { fixNextMeeting(meetingId: $id, startsAt: $startsAt) { id } }', {
      id,
      startsAt: inDays(120),
    });
    const early =
      "update open_room.outbox set not_before = now() where kind = 'meetings.summary' and ids ->> 'meetingId' = $1 returning not_before > created_at + interval '59 minutes' as late";
    const before = await admin.query<{ late: boolean }>(
      "select not_before > created_at + interval '59 minutes' as late from open_room.outbox where kind = 'meetings.summary' and ids ->> 'meetingId' = $1",
      [id],
    );
    expect(before.rows).toEqual([{ late: true }]);
    await admin.query(early, [id]);
  }

  it('moved, asks everybody again, and the calendar takes the newer one', async () => {
    const mail = await mailTo(moved.outside, `Flyttet: ${titles.moved}`);
    const { method, declared, event } = fileIn(mail);
    expect([method, declared, event.uid, event.sequence]).toEqual(['REQUEST', 'REQUEST', `${moved.id}@kvarter`, 1]);
    expect(event.startDate.toJSDate()).toEqual(inDays(47));
    expect(mail.parsed.text).toContain('Mødet er flyttet.');
    expect(await answersOf(moved.id)).toEqual({ member: null, outside: null });
    // The first link leads to the same question.
    expect(await (await look(link['moved'] ?? '')).json()).toEqual({ answer: null });
    expect(await (await reply(linkIn(mail), 'NO')).json()).toEqual({ answer: 'NO' });
    await mailTo(memberAddress, `Flyttet: ${titles.moved}`);
  });

  it('called off, says why, leaves the calendar, and its links are over', async () => {
    const mail = await mailTo(off.outside, `Aflyst: ${titles.off}`);
    expect(mail.parsed.text).toContain('Begrundelse: For få kunne komme');
    expect(mail.parsed.text).not.toContain('/reply/');
    const { method, declared, component, event } = fileIn(mail);
    expect([method, declared, event.uid, event.sequence]).toEqual(['CANCEL', 'CANCEL', `${off.id}@kvarter`, 1]);
    expect(component.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(await reasonOf(await look(link['off'] ?? ''))).toBe('MEETING_CANCELLED');
    expect(await reasonOf(await reply(link['off'] ?? '', 'YES'))).toBe('MEETING_CANCELLED');
  });

  it('off the list, one is told so, and the link holds no more', async () => {
    const mail = await mailTo(held.outside, `Du er taget af listen: ${titles.held}`);
    expect(fileIn(mail).method).toBe('CANCEL');
    expect(mail.parsed.text).not.toMatch(/Lys på stien|Biblioteket/);
    expect(await reasonOf(await look(link['held'] ?? ''))).toBe('LINK_EXPIRED');
    expect(await reasonOf(await reply(link['held'] ?? '', 'YES'))).toBe('LINK_EXPIRED');
  });

  it('held, sends what it arrived at to those who were there, never the minutes', async () => {
    const mail = await mailTo(memberAddress, `Opsamling: ${titles.held}`);
    const { text = '', html = '' } = mail.parsed;
    expect(text).toContain('• Lys på stien: Torben spørger vejafdelingen');
    expect(text).toContain('• Åbent om lørdagen: tages op igen');
    expect(text).toMatch(/• Bestille to lamper \(Jonas Overgaard, senest \d+\. \w+ \d{4}\)/);
    expect(text).toContain('Næste møde er ');
    expect(`${text}${html}`).not.toMatch(/Kun for teamet|To lamper mere/);
    expect(mails.received.filter(({ to, parsed }) => to === held.outside && parsed.subject?.startsWith('Opsamling'))).toEqual([]);
    const theirs = linkIn(await mailTo(memberAddress, `Invitation: ${titles.held}`));
    expect(await reasonOf(await look(theirs))).toBe('MEETING_ALREADY_CLOSED');
  });
});
