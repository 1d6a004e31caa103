import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { openNextPeriod } from './open-next-period.ts';
import { ListPage } from './pages/list-page.ts';

/* What the five commonest tasks cost in keys, from Konti open; docs/keystrokes.md has the same beside Excel. */

/** A keyboard that counts: a key with those held down beside it is one press, a typed text one for each character. */
class Keyboard {
  presses = 0;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      this.presses += 1;
      await this.page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    this.presses += text.length;
    await this.page.keyboard.type(text);
  }

  /** Searches, waits for what was found, and goes there. */
  async find(text: string, found: string): Promise<void> {
    await this.press('/');
    await expect(this.page.getByRole('searchbox')).toBeFocused();
    await this.type(text);
    await expect(this.page.getByRole('status').filter({ hasText: found })).toBeVisible();
    await this.press('ArrowDown');
    await expect(this.page.getByRole('grid', { name: 'Konti' })).toBeFocused();
  }
}

const LIST = '/2024-01/konti';

test.use({ role: 'accountant' });

// A period that was just opened: most accounts are not begun, items and plans of the last one stand as drafts.
test.beforeEach(async ({ browser, server }) => {
  await openNextPeriod(browser, server);
});

test('log what is left as category 1 and send it in 20 presses, take it back in one', async ({ page }) => {
  test.slow();
  const list = new ListPage(page);
  const keyboard = new Keyboard(page);
  await list.open(LIST);
  await keyboard.find('ikke p', '2.243 af 2.334 rækker');
  await keyboard.press('ControlOrMeta+a');
  await keyboard.press('Space');
  await keyboard.press('Tab', 3);
  await expect(page.getByRole('button', { name: 'Log kategori 1 for 2.243' })).toBeFocused();
  await keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Log kategori 1' });
  await expect(dialog.getByText(/^2\.243 konti logges som kategori 1\./)).toBeVisible();
  await keyboard.press('Tab', 4);
  await expect(dialog.getByRole('checkbox', { name: 'Send til godkendelse med det samme' })).toBeFocused();
  await keyboard.press('Space');
  await keyboard.press('Enter');
  await expect(page.getByText('2.243 konti er logget som kategori 1.')).toBeVisible({ timeout: 60_000 });
  expect(keyboard.presses).toBeLessThanOrEqual(20);

  const undo = new Keyboard(page);
  await expect(page.getByRole('button', { name: 'Fortryd', exact: true })).toBeFocused();
  await undo.press('Enter');
  await expect(page.getByText('Fortrudt på 2.243 konti.')).toBeVisible({ timeout: 60_000 });
  expect(undo.presses).toBeLessThanOrEqual(1);
  await list.open(`${LIST}?status=ikke-paabegyndt`);
  await expect(list.status).toContainText('2.243 af 2.334 rækker');
});

test('give forty accounts a responsible and a deadline in 3 presses', async ({ page, context }) => {
  const list = new ListPage(page);
  const keyboard = new Keyboard(page);
  await list.open(LIST);
  const csv = await (await page.request.get('/api/accounts?period=2024-01&format=csv')).text();
  // Every other one of the list: rows are found by their numbers, not by their places.
  const accounts = csv
    .split(/\r?\n/)
    .slice(1, 81)
    .flatMap((line, index) => (index % 2 === 0 ? [line.slice(0, line.indexOf(';')).replaceAll('"', '')] : []));
  expect(accounts).toHaveLength(40);
  const copied = ['Konto\tTildelt\tFrist', ...accounts.map((one) => `${one}\tDemo Regnskab\t15-02-2024`)].join('\r\n');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), copied);

  await keyboard.press('/');
  await keyboard.press('ArrowDown');
  await expect(list.grid).toBeFocused();
  await keyboard.press('ControlOrMeta+v');
  await expect(page.getByText('80 celler er ændret.')).toBeVisible();
  await expect(list.grid.getByRole('columnheader', { name: 'Frist' })).toBeVisible();
  await expect(page.getByText(/^Gemt \d/)).toBeVisible();
  expect(keyboard.presses).toBeLessThanOrEqual(3);
  await list.open(`${LIST}?tildelt=Demo%20Regnskab`);
  await expect(list.status).toContainText('40 af 2.334 rækker');
});

test('correct an item of an account and send it in 39 presses', async ({ page }) => {
  const list = new ListPage(page);
  const keyboard = new Keyboard(page);
  await list.open(LIST);
  await keyboard.find('95900015', '1 af 2.334 rækker');
  await keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Kontoen ved siden af listen' })).toBeFocused();
  const amount = page.getByRole('textbox', { name: 'Beløb, post 1' });
  await expect(amount).toHaveValue('190.466,00');
  await keyboard.press('Tab', 20);
  await expect(amount).toBeFocused();
  await keyboard.type('180466');
  await keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('Der er ikke angivet, hvad saldoen er holdt op imod')).toBeVisible();
  await keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(/^Gemt \d/)).toBeVisible();
  expect(keyboard.presses).toBeLessThanOrEqual(39);
  await list.open(`${LIST}?q=95900015`);
  await expect(list.grid.getByRole('row', { name: /95900015/ })).toContainText('Til godkendelse');
  await expect(list.grid.getByRole('row', { name: /95900015/ })).toContainText('180.466,00');
});

test('write a finding with an item and a plan and send it in 93 presses', async ({ page }) => {
  const list = new ListPage(page);
  const keyboard = new Keyboard(page);
  await list.open(LIST);
  await keyboard.find('90100008', '1 af 2.334 rækker');
  await keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Kontoen ved siden af listen' })).toBeFocused();
  await expect(page.getByRole('radio', { name: /Afstemt uden bemærkninger/ })).toBeVisible();
  await keyboard.press('Tab', 15);
  await keyboard.press('ArrowDown');
  await keyboard.press('Tab', 3);
  await expect(page.getByRole('textbox', { name: 'Bogført, post 1' })).toBeFocused();
  await keyboard.type('311023');
  await keyboard.press('Tab', 2);
  await keyboard.type('117376,42');
  // Tab from the last amount begins a new row, as in Excel; one that is left empty is not an item.
  await keyboard.press('Tab', 6);
  await expect(page.getByLabel('Ansvarlig')).toBeFocused();
  await keyboard.type('Demo Regnskab');
  await keyboard.press('Tab', 5);
  await expect(page.getByRole('textbox', { name: /^Aktivitet/ })).toBeFocused();
  await keyboard.type('Indhent bilag');
  await keyboard.press('Tab');
  await keyboard.type('310324');
  await keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText('Der er ikke angivet, hvad saldoen er holdt op imod')).toBeVisible();
  await keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByText(/^Gemt \d/)).toBeVisible();
  expect(keyboard.presses).toBeLessThanOrEqual(93);
  await list.open(`${LIST}?q=90100008`);
  await expect(list.grid.getByRole('row', { name: /90100008/ })).toContainText('Til godkendelse');
});
