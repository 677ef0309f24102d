/** Choosing one's mails, looking at them in the demonstration, and leaving by the link in one. */
import { describe, expect, it } from 'vitest';
import { ApiClient } from '../support/client.js';
import { calm, hasBrowser, kvarter, phone, violations } from './browser.js';

const one = kvarter();

describe.runIf(hasBrowser)('mails', () => {
  it.each([
    ['a desk', 'team', {}],
    ['a phone', 'steering', phone],
  ])('are chosen, shown and ended on %s', async (_name, persona, options) => {
    const page = await one.as(persona, options);
    await page.goto(`${one.url}/aakoebing`);
    await page.getByRole('button', { name: /^Mig/ }).click();
    await page.getByRole('menuitem', { name: 'Mails til dig' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mails til dig' }).waitFor();
    await page.getByText('Samlet hver dag').click();
    await page.getByRole('button', { name: 'Gem valgene' }).click();
    await page.getByText('Dine valg om mails er gemt.').first().waitFor();
    await page.reload();
    await expect.poll(() => page.getByRole('radio', { name: /Samlet hver dag/ }).isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Send en prøvemail til mig' }).click();
    await page.getByText('Prøvemailen ligger i postkassen.').first().waitFor();
    expect(await violations(page), 'choices').toEqual([]);

    await page.getByRole('link', { name: 'Åbn postkassen' }).click();
    await page.getByRole('heading', { level: 2, name: 'Prøvemail fra Kvarter' }).waitFor();
    // What React Aria says of a button under way names it for some seconds, on other pages too.
    await page.reload();
    await page.getByRole('heading', { level: 2, name: 'Prøvemail fra Kvarter' }).waitFor();
    const mail = page.getByRole('article').filter({ hasText: 'Prøvemail fra Kvarter' }).first();
    await mail.getByText('Som ren tekst').click();
    const text = (await mail.locator('pre').textContent()) ?? '';
    expect(await violations(page), 'mailbox').toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);

    const stranger = await one.as(null, options);
    await stranger.goto(one.url + (/\/unsubscribe\/[\w-]+/.exec(text)?.[0] ?? ''));
    const ask = stranger.getByText('Vil du ikke have flere af disse mails fra Åkøbing Kommune: Prøvemails, du selv beder om?');
    await ask.waitFor();
    await stranger.reload();
    await ask.waitFor();
    expect(await violations(stranger), 'question').toEqual([]);
    await stranger.getByRole('button', { name: 'Afmeld' }).click();
    await stranger.getByRole('heading', { name: 'Du er afmeldt' }).waitFor();
    await stranger.reload();
    await stranger.getByRole('heading', { name: 'Du er afmeldt' }).waitFor();
    expect(await violations(stranger), 'answer').toEqual([]);
    await stranger.getByRole('button', { name: 'English' }).click();
    await stranger.getByRole('heading', { name: 'You will get no more' }).waitFor();
    await page.getByRole('link', { name: 'Vælg mails' }).click();
    await expect.poll(() => page.getByRole('checkbox', { name: 'Prøvemails, du selv beder om' }).isChecked()).toBe(false);
    calm(page, stranger);
  });

  it('say why a link does not work', async () => {
    const page = await one.as(null);
    await page.goto(`${one.url}/unsubscribe/x`);
    await page.getByRole('heading', { name: 'Linket virker ikke' }).waitFor();
    await page.getByText('Kopiér hele linket fra mailen').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('of others are shown to coordinators alone', async () => {
    const mailsOf = async (persona: string) =>
      (await (await ApiClient.as(one.url, persona)).do<{ demoMails: { to: string; subject: string }[] }>('{ demoMails { to subject } }')).demoMails;
    const mine = { to: 'Jonas Overgaard', subject: 'Prøvemail fra Kvarter' };
    expect(await mailsOf('coordinator')).toContainEqual(mine);
    const ofTeam = await mailsOf('team');
    expect(ofTeam).toContainEqual(mine);
    expect(new Set(ofTeam.map(({ to }) => to))).toEqual(new Set(['Jonas Overgaard']));
    expect(await mailsOf('participant')).toEqual([]);
  });
});
