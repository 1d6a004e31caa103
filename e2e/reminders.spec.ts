import { createHash } from 'node:crypto';
import { DEMO_PEOPLE } from '#lib/auth/people.ts';
import { test as base, expect } from './fixtures.ts';
import { GridPage } from './pages/grid-page.ts';
import { execute, query } from './rights/database.ts';
import { startServer } from './server.ts';

const { personId } = DEMO_PEOPLE.accountant2;
const ADDRESS = '/2023-12/konti?sort=konto.asc&kolonner=konto,navn,tildelt,frist';
const [ASSIGNEE, DEADLINE] = [2, 3];

/** A server that could send mail: nothing is sent here, since nobody runs the reminders. */
const test = base.extend({
  server: async ({ data }, use) => {
    const server = await startServer(data, {
      AFSTEMT_SMTP_URL: 'smtp://127.0.0.1:2525',
      AFSTEMT_MAIL_FROM: 'afstemt@kommune.example',
    });
    await use(server);
    await server.stop();
  },
});

const choiceOf = (folder: string) =>
  query<{ value: string }>(
    folder,
    `SELECT value FROM PersonSetting WHERE personId = ? AND key = 'reminders'`,
    personId,
  ).map(({ value }) => JSON.parse(value));

test('a deadline on a Sunday is told of and moved by a button, and one of a plan stands in the own calendar until its address is renewed', async ({
  page,
  baseURL,
}) => {
  const grid = new GridPage(page);
  await grid.open(ADDRESS);
  const account = await grid.text(0, 0);
  await grid.goTo(0, ASSIGNEE);
  await page.keyboard.type('Demo Bogholder');
  await grid.press('Tab');
  await page.keyboard.type('30.5.2027');
  await grid.press('Enter');
  await expect(grid.cell(0, DEADLINE)).toHaveText('30.05.2027');
  await expect(page.getByText('30.05.2027 er en søndag')).toBeVisible();
  await page.getByRole('button', { name: 'Brug 31.05.2027' }).click();
  await expect(grid.cell(0, DEADLINE)).toHaveText('31.05.2027');
  await expect(page.getByText('30.05.2027 er en søndag')).toBeHidden();
  await expect(grid.grid).toBeFocused();
  await grid.expectSaved();

  // The account's plan follows whoever it is assigned to. Nobody must take the working day.
  await grid.open('/2023-12/opfoelgning?sort=konto.asc&kolonner=konto,udvalg,deadline');
  expect(await grid.text(0, 0)).toBe(account);
  await grid.goTo(0, 2);
  await page.keyboard.type('30.5.2027');
  await grid.press('Enter');
  await expect(page.getByText('30.05.2027 er en søndag')).toBeVisible();
  await expect(grid.cell(0, 2)).toHaveText('30.05.2027');
  await grid.expectSaved();

  await page.goto('/min-konto');
  await page.getByRole('button', { name: 'Lav kalenderadresse' }).click();
  const shown = page.getByText('/api/calendar/');
  const address = (await shown.textContent()) ?? '';
  expect(address.startsWith(`${baseURL}/api/calendar/`)).toBe(true);
  // A calendar program is nobody that is signed in.
  const calendar = await fetch(address);
  expect(calendar.status).toBe(200);
  expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  const events = (await calendar.text()).replace(/\r\n /g, '').split('BEGIN:VEVENT').slice(1);
  expect(events.filter((event) => event.includes('DTSTART;VALUE=DATE:20270530'))).toEqual([
    expect.stringContaining(`SUMMARY:${account}: `),
  ]);

  await page.getByRole('button', { name: 'Lav en ny adresse' }).click();
  await expect(shown).not.toHaveText(address);
  const renewed = (await shown.textContent()) ?? '';
  expect((await fetch(address)).status).toBe(404);
  expect((await fetch(renewed)).status).toBe(200);
  await page.getByRole('button', { name: 'Fjern adressen' }).click();
  await expect(shown).toBeHidden();
  expect((await fetch(renewed)).status).toBe(404);
});

test('how one is reminded is kept, and ends by the page that a mail leads to', async ({
  page,
  server,
  browser,
  faults,
}) => {
  await page.goto('/min-konto');
  await page.getByLabel('Hvor tit').selectOption({ label: 'Ugens første arbejdsdag' });
  await page.getByLabel('Dage før fristen').fill('3');
  await page.getByLabel('Ingen mail fra').selectOption({ label: 'kl. 16' });
  const section = page.locator('section', { has: page.getByRole('heading', { name: 'Påmindelser' }) });
  await section.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(section.getByRole('status').filter({ hasText: 'Gemt' })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Hvor tit')).toHaveValue('weekly');
  await expect(page.getByLabel('Dage før fristen')).toHaveValue('3');
  await expect(page.getByLabel('Ingen mail fra')).toHaveValue('16');

  // As the last mail to them left it.
  const token = 'vejen-ud-af-paamindelser';
  execute(
    server.folder,
    `INSERT INTO SecretAddress (tokenHash, personId, kind, createdAt) VALUES (?, ?, 'unsubscribe', '2027-01-04T07:00:00Z')`,
    createHash('sha256').update(token).digest('hex'),
    personId,
  );
  const context = await browser.newContext({ baseURL: server.address });
  faults.watch(context);
  const stranger = await context.newPage();
  await stranger.goto('/afmeld/en-anden-vej');
  await expect(stranger.getByText('Linket virker ikke')).toBeVisible();
  await stranger.goto(`/afmeld/${token}`);
  await expect(stranger.getByRole('button', { name: 'Få ingen påmindelser' })).toBeVisible();
  // Mail programs open what is in a mail: that alone ends nothing.
  expect(choiceOf(server.folder)).toEqual([{ frequency: 'weekly', daysBefore: 3, quietFrom: 16, quietUntil: 7 }]);
  await stranger.getByRole('button', { name: 'Få ingen påmindelser' }).click();
  await expect(stranger.getByText('Du får ingen påmindelser mere')).toBeVisible();
  expect(choiceOf(server.folder)).toEqual([{ frequency: 'never', daysBefore: 3, quietFrom: 16, quietUntil: 7 }]);
  await context.close();
  await page.reload();
  await expect(page.getByLabel('Hvor tit')).toHaveValue('never');
});
