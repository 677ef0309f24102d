/** Answering an invitation from the link in its mail, without signing in. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Server, startWorker } from '../support/servers.js';
import { hasBrowser, kvarter, phone, violations } from './browser.js';

const one = kvarter();
let worker: Server | undefined;
beforeAll(async () => {
  if (hasBrowser) worker = await startWorker();
});
afterAll(() => worker?.stop());

/** A meeting whose invitation has come to the coordinator: its id and where the mail leads. */
async function invited(): Promise<{ id: string; title: string; link: string }> {
  const coordinator = await one.coordinator();
  const { me } = await coordinator.do<{ me: { personId: string } }>('{ me { personId } }');
  const title = `Om klubben ${randomUUID().slice(0, 8)}`;
  const input = { kind: 'TEAM', title, startsAt: new Date(Date.now() + 30 * 86_400_000).toISOString() };
  const { scheduleMeeting } = await coordinator.do<{ scheduleMeeting: { id: string } }>(
    'mutation ($input: ScheduleMeetingInput!) { scheduleMeeting(input: $input) { id } }',
    { input },
  );
  const { id } = scheduleMeeting;
  const people = { personIds: [me.personId] };
  await coordinator.do('mutation ($id: UUID!, $people: AddParticipantsInput!) { addParticipants(meetingId: $id, input: $people) { id } }', { id, people });
  await coordinator.do('mutation ($id: UUID!) { inviteParticipants(meetingId: $id) { id } }', { id });
  const linkIn = async () => {
    const { demoMails } = await coordinator.do<{ demoMails: { subject: string; lines: { path: string | null }[] }[] }>(
      '{ demoMails { subject lines { path } } }',
    );
    return demoMails.find(({ subject }) => subject.includes(title))?.lines.find(({ path }) => path?.startsWith('/reply/'))?.path ?? '';
  };
  await expect.poll(linkIn, { timeout: 30_000, interval: 500 }).toContain('/reply/');
  return { id, title, link: (await linkIn()).split('#')[0] ?? '' };
}

describe.runIf(hasBrowser)('an invitation', () => {
  it('is answered on a phone: the address only chooses, the answer can be changed, and nothing tells of the meeting', async () => {
    const { id, title, link } = await invited();
    const coordinator = await one.coordinator();
    const answer = async () =>
      (
        await coordinator.do<{ meeting: { participants: { answer: string | null }[] } }>(
          'query ($id: UUID!) { meeting(id: $id) { participants { answer } } }',
          { id },
        )
      ).meeting.participants[0]?.answer;
    const page = await one.as(null, phone);
    await page.goto(`${one.url}${link}#MAYBE`);
    await page.getByRole('heading', { level: 1, name: 'Kommer du til mødet?' }).waitFor();
    expect(await page.getByRole('radio', { name: 'Måske' }).isChecked()).toBe(true);
    expect(await answer()).toBeNull();
    expect(await violations(page), 'question').toEqual([]);
    expect(await page.locator('body').textContent()).not.toContain(title);
    await page.getByRole('button', { name: 'Send svar' }).click();
    await page.getByRole('heading', { name: 'Tak for svaret' }).waitFor();
    expect(await violations(page), 'answered').toEqual([]);
    expect(await answer()).toBe('MAYBE');
    await page.getByRole('button', { name: 'Ret svaret' }).click();
    await page.getByText('Du har svaret måske.').waitFor();
    await page.getByText('Jeg kan ikke', { exact: true }).click();
    await page.getByRole('button', { name: 'Send svar' }).click();
    await page.getByText('Mødelederen kan se, at du ikke kan.').waitFor();
    expect(await answer()).toBe('NO');
    await coordinator.do('mutation ($id: UUID!) { cancelMeeting(id: $id, reason: "For få") { id } }', { id });
    await page.reload();
    await page.getByRole('heading', { name: 'Mødet er aflyst' }).waitFor();
    expect(await violations(page), 'called off').toEqual([]);
    // The browser itself notes what was refused.
    expect(page.complaints.filter((complaint) => !complaint.includes('status of 409'))).toEqual([]);
  });

  it('that nothing was chosen of asks for a choice, and one copied in part says so', async () => {
    const { link } = await invited();
    const page = await one.as(null);
    await page.goto(one.url + link);
    await page.getByRole('button', { name: 'Send svar' }).click();
    await page.getByText('Vælg et af de tre svar.').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.goto(`${one.url}/reply/x`);
    await page.getByRole('heading', { name: 'Linket virker ikke' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
