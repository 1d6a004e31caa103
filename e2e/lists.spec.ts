import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { ListPage } from './pages/list-page.ts';
import { readSheet } from './read-sheet.ts';
import { signIn } from './sign-in.ts';

/* Sums added up from the files of the reference case by hand, outside the product. */
const ACCOUNTS = { all: '0,00', biu: '\u221219.749.008.088,97', function2814: '1.384.758.444,70' };
const FINDINGS = {
  all: ['\u2212399.562.579,89', '\u2212387.354.377,00'],
  biu: ['1.201.627,00', '274.513,00'],
  kfu: ['409.098,23', '139.870,00'],
  older: ['\u2212387.292.449,29', '\u2212387.354.377,00'],
};

/** No filter is in force: *28 af 2.449 rækker* is not it. */
const ALL_ROWS = /(?<!af )2\.449 rækker/;

async function download(page: Page, link: string): Promise<Buffer> {
  const started = page.waitForEvent('download', { timeout: 60_000 });
  await page.getByRole('link', { name: link }).click();
  return readFileSync(await (await started).path());
}

test('Konti: filters and order stand in the address, with exact sums', async ({ page }) => {
  const list = new ListPage(page);
  await list.open('/2023-12/konti');
  await expect(list.status).toContainText(ALL_ROWS);
  await expect(list.status).toContainText(`Sum Saldo, kr. ${ACCOUNTS.all}`);
  await expect(list.grid).toHaveAttribute('aria-rowcount', '2450');

  await list.filter('IM-funktion', /^9\.28\.14/);
  await expect(list.status).toContainText('28 af 2.449 rækker');
  await expect(list.status).toContainText(`Sum Saldo, kr. ${ACCOUNTS.function2814}`);
  await expect(list.status).toContainText('Sum Opfølgning, kr. 191.888,86');

  await list.sort('Saldo, kr.');
  await list.sort('Saldo, kr.');
  await expect(page).toHaveURL(/sort=saldo\.desc/);
  const ends = ['196.311.697,15', '\u22128.252,00'];
  const balances = async () => {
    const column = await list.column(3);
    return [column[0], column.at(-1)];
  };
  await expect.poll(balances).toEqual(ends);
  const sorted = page.url();

  await page.reload();
  await expect(list.status).toContainText('28 af 2.449 rækker');
  await expect.poll(balances).toEqual(ends);

  await page.getByRole('grid').getByRole('link', { name: '91403000' }).click();
  await page.getByRole('complementary').getByRole('link', { name: 'Åbn siden' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('91403000');
  await expect(page).toHaveURL(/\/konti\/91403000/);
  await page.goBack();
  await page.getByRole('complementary').getByRole('button', { name: /^Luk/ }).click();
  await expect(page).toHaveURL(sorted);
  await expect(list.status).toContainText('28 af 2.449 rækker');

  await page.getByRole('button', { name: /^Fjern filteret IM-funktion: 9\.28\.14/ }).click();
  await expect(list.status).toContainText(ALL_ROWS);
});

test('Konti: a committee’s accounts by its filter, and the same in the files', async ({ page }) => {
  const list = new ListPage(page);
  await list.open('/2023-12/konti?udvalg=BIU&sort=saldo.desc');
  await expect(list.status).toContainText('341 af 2.449 rækker');
  await expect(list.status).toContainText(`Sum Saldo, kr. ${ACCOUNTS.biu}`);
  const lines = (await download(page, 'Hent CSV')).toString('utf8').trim().split(/\r?\n/);
  const heads = lines.findIndex((line) => line.includes('Konto;') || line.includes('Saldo'));
  expect(lines.slice(heads + 1).filter((line) => /9\d{7}/.test(line.split(';')[0] ?? ''))).toHaveLength(341);
  const sheet = await readSheet(await download(page, 'Hent Excel'), 1);
  const rows = sheet.filter((cells) => /^9\d{7}$/.test(String(cells[0])));
  expect(rows).toHaveLength(341);
  const ore = rows.reduce((sum, cells) => sum + BigInt(Math.round(Number(cells[3]) * 100)), 0n);
  expect(ore).toBe(-1_974_900_808_897n);
  const balances = rows.map((cells) => Number(cells[3]));
  expect(balances).toEqual([...balances].sort((left, right) => right - left));
});

test('Konti: a file that is asked for with the list just changed is of the list as it is then', async ({ page }) => {
  const list = new ListPage(page);
  await list.open('/2023-12/konti?udvalg=BIU&sort=saldo.asc');
  const started = page.waitForEvent('download', { timeout: 60_000 });
  const file = await page.getByRole('link', { name: 'Hent CSV' }).elementHandle();
  await list.head('Saldo, kr.').evaluate((head: HTMLElement, link) => {
    head.click();
    (link as HTMLElement).click();
  }, file);
  const lines = readFileSync(await (await started).path(), 'utf8').split(/\r?\n/);
  const balances = lines.filter((line) => /^9\d{7};/.test(line)).map((line) => line.split(';')[3] ?? '');
  const amounts = balances.map((text) => Number(text.replaceAll('.', '').replace(',', '.')));
  expect(amounts).toHaveLength(341);
  expect(amounts).toEqual([...amounts].sort((left, right) => right - left));
});

test('Konti: searching finds by number and name, and says when nothing fits', async ({ page }) => {
  const list = new ListPage(page);
  await list.open('/2023-12/konti');
  const search = page.getByRole('searchbox', { name: 'Søg i alle kolonner' });
  await search.fill('nemkonto');
  await expect(list.status).toContainText('1 af 2.449 rækker');
  await expect(list.grid.getByRole('link', { name: '95900027' })).toBeVisible();
  await expect(page).toHaveURL(/q=nemkonto/);
  await search.fill('findes ikke her');
  await expect(page.getByText('Ingen rækker passer til filtrene')).toBeVisible();
  await page.getByRole('main').getByRole('button', { name: 'Ryd filtre' }).last().click();
  await expect(list.status).toContainText(ALL_ROWS);
  await expect(page).toHaveURL('/2023-12/konti');
});

test('Konti: conditions by kind, as chips, in the address and in the file', async ({ page }) => {
  const list = new ListPage(page);
  await list.open('/2023-12/konti');
  await list.condition('Saldo, kr.', 'mellem', '-8252', '-8.251,99');
  await expect(list.status).toContainText('1 af 2.449 rækker');
  await expect(list.grid.getByRole('link', { name: '91403000' })).toBeVisible();
  await expect(page).toHaveURL(/hvor=saldo\.mellem\.-8\.252,00\.\.-8\.251,99/);
  const sheet = await readSheet(await download(page, 'Hent Excel'), 1);
  expect(sheet.filter((cells) => /^9\d{7}$/.test(String(cells[0])))).toHaveLength(1);
  await page.getByRole('button', { name: 'Fjern filteret Saldo, kr. mellem -8.252,00 og -8.251,99' }).click();
  await expect(list.status).toContainText(ALL_ROWS);

  const menu = await list.menu('Saldo, kr.');
  await menu.getByRole('textbox', { name: 'Værdi' }).fill('mange penge');
  await menu.getByRole('button', { name: 'Filtrér' }).click();
  await expect(menu.getByText('Skriv et beløb, for eksempel 1.234,50')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list.head('Saldo, kr.')).toBeFocused();

  await list.condition('Navn', 'begynder med', 'kasse');
  await expect(list.status).toContainText('84 af 2.449 rækker');
  await page.getByRole('searchbox').fill('-8.252,00');
  await expect(page.getByText('Ingen rækker passer til filtrene')).toBeVisible();
});

test('Konti: several orders, groups with sums that open and close', async ({ page }) => {
  const list = new ListPage(page);
  await list.open('/2023-12/konti?udvalg=BIU&udvalg=KFU');
  await list.sort('Udvalg');
  await list.head('Saldo, kr.').click({ modifiers: ['Shift'] });
  await list.head('Saldo, kr.').press('Shift+Enter');
  await expect(page).toHaveURL(/sort=udvalg\.asc,saldo\.desc/);
  await page.getByRole('button', { name: 'Gruppér', exact: true }).click();
  await page.getByRole('combobox', { name: 'Gruppér efter' }).selectOption('Udvalg');
  await page.keyboard.press('Escape');
  const group = list.grid.getByRole('row').filter({ hasText: 'Udvalg: BIU' });
  await expect(group).toContainText('341 rækker');
  await expect(group).toContainText(ACCOUNTS.biu);
  await page.getByRole('button', { name: 'Grupperet: Udvalg' }).click();
  await page.getByRole('button', { name: 'Luk alle' }).click();
  await expect(list.grid).toHaveAttribute('aria-rowcount', '3');
  await page.reload();
  await expect(list.grid.getByText('Udvalg: BIU')).toBeVisible();
});

test('Konti: columns are chosen, moved and kept, and the file has the same', async ({ page }) => {
  const list = new ListPage(page);
  await list.open('/2023-12/konti');
  const before = await list.heads();
  await page.getByRole('button', { name: 'Kolonner' }).click();
  const columns = page.getByRole('dialog', { name: 'Kolonner' });
  const tick = (name: string) => columns.getByRole('checkbox', { name, exact: true });
  await tick('Navn').uncheck();
  await tick('Initialer').check();
  await tick('Saldo, kr.').press('Alt+ArrowUp');
  await expect(columns.getByText('Saldo, kr. er nu nr. 2 af')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await list.heads()).at(-1)).toBe('Initialer');
  const heads = await list.heads();
  expect(heads.slice(0, 3)).toEqual(['Konto', 'Saldo, kr.', 'IM-funktion']);
  expect(heads).not.toContain('Navn');
  const csv = (await download(page, 'Hent CSV')).toString('utf8');
  expect(
    csv
      .split(/\r?\n/)
      .find((line) => line.includes('Saldo, kr.'))
      ?.split(';'),
  ).toHaveLength(heads.length);

  // Wider by keys, and as it was when one comes back without an address.
  const width = () => list.grid.getByRole('columnheader', { name: 'Saldo, kr.' }).evaluate((head) => head.clientWidth);
  const narrow = await width();
  await list.head('Saldo, kr.').press('Control+ArrowRight');
  await expect.poll(width).toBe(narrow + 16);
  await list.open('/2023-12/opfoelgning');
  await list.open('/2023-12/konti');
  await expect.poll(() => list.heads()).toEqual(heads);
  await expect.poll(width).toBe(narrow + 16);
  await page.getByRole('button', { name: 'Kolonner' }).click();
  await columns.getByRole('button', { name: 'Standardkolonner' }).click();
  await columns.getByRole('button', { name: 'Standardbredder' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => list.heads()).toEqual(before);
});

test('Konti: a view is saved by name, shared, chosen by a colleague and taken away', async ({ page, browser }) => {
  const list = new ListPage(page);
  await list.open('/2023-12/konti?udvalg=BIU&sort=saldo.desc');
  await page.getByRole('button', { name: 'Visninger' }).click();
  await expect(page.getByRole('dialog', { name: 'Visninger' }).locator(':focus')).toHaveCount(1);
  await page.getByRole('textbox', { name: 'Gem denne visning som' }).fill('BIU store');
  await page.getByRole('checkbox', { name: 'Del med alle, der kan se listen' }).check();
  await page.getByRole('button', { name: 'Gem visning' }).click();
  await expect(page.getByRole('button', { name: /^BIU store/ })).toBeVisible();

  const colleague = await browser.newPage();
  await colleague.goto(page.url());
  await signIn(colleague, 'auditor');
  const theirs = new ListPage(colleague);
  await theirs.open('/2023-12/konti');
  await colleague.getByRole('button', { name: 'Visninger' }).click();
  const shared = colleague.getByRole('button', { name: /^BIU store/ });
  await expect(shared).toBeVisible();
  await expect(colleague.getByRole('button', { name: 'Fjern BIU store' })).toHaveCount(0);
  await shared.click();
  await expect(theirs.status).toContainText('341 af 2.449 rækker');
  await expect(colleague).toHaveURL(/udvalg=BIU/);
  await colleague.close();

  await page.getByRole('button', { name: 'Fjern BIU store' }).click();
  await expect(page.getByText('BIU store er fjernet.')).toBeVisible();
  await page.getByRole('button', { name: 'Fortryd' }).click();
  await expect(page.getByRole('button', { name: /^BIU store/ })).toBeVisible();
});

test('the period that one works in stays, also after a reload elsewhere', async ({ page }) => {
  await page.goto('/2023-12/konti');
  await page.goto('/mine-opgaver');
  await expect(page.getByRole('link', { name: 'Konti' })).toHaveAttribute('href', '/2023-12/konti');
  await page.goto('/');
  await expect(page).toHaveURL('/2023-12');
});

test('Opfølgning: sums of all, of a committee, of what is older', async ({ page }) => {
  const list = new ListPage(page);
  const expectSums = async (count: string, [followUp, older]: string[]) => {
    await expect(list.status).toContainText(count);
    await expect(list.status).toContainText(`Sum Opfølgning, kr. ${followUp}`);
    await expect(list.status).toContainText(`Sum Ældre end 1 år, kr. ${older}`);
  };
  await list.open('/2023-12/opfoelgning');
  await expectSums('86 rækker', FINDINGS.all);
  await list.filter('Udvalg', /^KFU/);
  await expectSums('15 af 86 rækker', FINDINGS.kfu);
  await list.filter('Kategori', /^3/);
  await expect(list.status).toContainText('4 af 86 rækker');
  await expect(page).toHaveURL(/udvalg=KFU/);
  await page.goBack().catch(() => null);
  await list.open('/2023-12/opfoelgning?udvalg=BIU');
  await expectSums('5 af 86 rækker', FINDINGS.biu);
  await list.open('/2023-12/opfoelgning?aeldre=ja');
  await expectSums('9 af 86 rækker', FINDINGS.older);
});

test('Opfølgning: the files hold what the filters leave', async ({ page }) => {
  const list = new ListPage(page);
  await list.open('/2023-12/opfoelgning?udvalg=BIU&sort=opfoelgning.asc');
  await expect.poll(() => list.column(0)).toEqual(['95900027', '91403000', '95900015', '95900022', '95600017']);
  const sheet = await readSheet(await download(page, 'Hent Excel'), 1);
  const rows = sheet.filter((cells) => /^9\d{7}$/.test(String(cells[0])));
  expect(rows.map((cells) => [cells[0], cells[4], cells[5]])).toEqual([
    ['95900027', -158607, null],
    ['91403000', -8252, 10813],
    ['95900015', 122849, 190466],
    ['95900022', 222130, 73234],
    ['95600017', 1023507, null],
  ]);
  const csv = (await download(page, 'Hent CSV')).toString('utf8');
  expect(csv).toContain('-158.607,00');
  expect(csv).not.toContain('91500001');
});

test('a figure of the report leads to what makes it', async ({ page }) => {
  const list = new ListPage(page);
  await page.goto('/2023-12/rapport?udvalg=BIU');
  const row = page.getByRole('table', { name: /^Tabel 2\.1/ }).getByRole('row', { name: /^9\.52\.59/ });
  await row.getByRole('link', { name: '264' }).click();
  // 95900015 and 95900022.
  await expect(list.status).toContainText('2 af 86 rækker');
  await expect(list.status).toContainText('Sum Ældre end 1 år, kr. 263.700,00');
});
