import type { Locator, Page } from '@playwright/test';
import { findViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { AccountPage } from './pages/account-page.ts';
import { signIn } from './sign-in.ts';

/* Three accounts in a row, as Konti has them for BIU. */
const [FIRST, SECOND, THIRD] = ['95900011', '95900012', '95900013'] as const;

function panelOf(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Kontoen ved siden af listen' });
}

async function expectOpen(page: Page, account: string): Promise<void> {
  await expect(panelOf(page).getByRole('heading', { level: 2 }).first()).toContainText(account);
  await expect(panelOf(page).getByRole('form', { name: 'Afstemning af kontoen' })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`vis=${account}`));
}

/** Pastes cells into a field, as the clipboard of a spreadsheet hands them over. */
async function paste(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.evaluate((element, cells) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', cells);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test('an account is opened beside the list by the mouse, worked with, and the list stays', async ({ page }) => {
  test.slow();
  await page.goto('/2023-12/konti?q=9590001');
  const grid = page.getByRole('grid');
  await grid.getByRole('link', { name: FIRST }).click();
  await expectOpen(page, FIRST);
  await expect(grid.getByRole('link', { name: SECOND })).toBeVisible();
  expect(await findViolations(page)).toEqual([]);

  const panel = panelOf(page);
  await panel.getByLabel('Initialer').fill('E2E');
  await panel.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(panel.getByRole('status').filter({ hasText: /^Gemt \d\d\.\d\d$/ })).toBeVisible();

  await panel.getByRole('button', { name: /^Næste konto/ }).click();
  await expectOpen(page, SECOND);
  await grid.getByRole('link', { name: THIRD }).click();
  await expectOpen(page, THIRD);

  await panel.getByRole('link', { name: 'Åbn siden' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(THIRD);
  await expect(page.getByText(/^\d+ af \d+$/)).toBeVisible();
  // The page is there before its address is.
  await expect(page).toHaveURL(new RegExp(`/konti/${THIRD}`));
  await page.goBack();
  await expectOpen(page, THIRD);
  await panel.getByRole('button', { name: /^Luk/ }).click();
  await expect(panel).toBeHidden();
  await expect(page).toHaveURL('/2023-12/konti?q=9590001');
});

test('the panel by keys alone: opened, gone on, typed in, closed to where one was', async ({ page }) => {
  await page.goto('/2023-12/konti?q=9590001');
  const grid = page.getByRole('grid');
  await grid.focus();
  await page.keyboard.press('ArrowDown');
  const start = await grid.getByRole('row').nth(2).getByRole('link').textContent();
  await page.keyboard.press('Enter');
  await expectOpen(page, start ?? '');
  await expect(panelOf(page)).toBeFocused();

  await page.keyboard.press('j');
  const beside = await grid.getByRole('row').nth(3).getByRole('link').textContent();
  await expectOpen(page, beside ?? '');
  await page.keyboard.press('k');
  await expectOpen(page, start ?? '');

  const initials = panelOf(page).getByLabel('Initialer');
  await initials.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expectOpen(page, beside ?? '');
  await expect(initials, 'one goes on in the same field').toBeFocused();
  await page.keyboard.type('JK');
  await expect(initials, 'j and k are letters where one types').toHaveValue('JK');

  await page.keyboard.press('Escape');
  await expect(panelOf(page)).toBeHidden();
  await expect(grid).toBeFocused();
  await page.keyboard.press('Enter');
  await expectOpen(page, beside ?? '');
});

test('a link opens a finding’s account beside Opfølgning', async ({ page }) => {
  await page.goto('/2023-12/opfoelgning?q=95900015');
  await page.getByRole('grid').getByRole('link', { name: '95900015' }).click();
  await expect(panelOf(page).getByRole('form')).toBeVisible();
  await expect(page).toHaveURL(/vis=95900015/);
  const address = page.url();
  await page.goto('/2023-12/konti');
  await page.goto(address);
  await expect(panelOf(page).getByRole('heading', { level: 2 }).first()).toContainText('95900015');
  await expect(panelOf(page).getByRole('form')).toBeVisible();
});

test('items are pasted in any order, with headings and short dates, and their sum is explained', async ({ page }) => {
  const account = new AccountPage(page);
  await account.open('90100007');
  await account.chooseFollowUp();
  const finding = account.finding();
  await paste(
    finding.text(1),
    'Beløb\tTekst\tBogføringsdato\r\n-1.200,50\t"Faktura ""A"""\t5/1-22\r\n300\tRykker\t050123\r\n',
  );
  await expect(finding.date(1)).toHaveValue('05.01.2022');
  await expect(finding.text(1)).toHaveValue('Faktura "A"');
  await expect(finding.amount(1)).toHaveValue('-1.200,50');
  await expect(finding.date(2)).toHaveValue('05.01.2023');
  await expect(finding.sum('I alt')).toHaveText('\u2212900,50');
  await expect(finding.sum('heraf ældre end 1 år')).toHaveText('\u22121.200,50');

  await finding.amount(2).focus();
  await page.keyboard.press('Tab');
  await expect(finding.date(3), 'Tab at the end adds a row').toBeFocused();
  await page.keyboard.type('311223');
  await page.keyboard.press('Enter');
  await expect(finding.date(3)).toHaveValue('31.12.2023');

  await page.getByText('Sådan er beløbet regnet').click();
  const sum = page.getByRole('table').filter({ hasText: 'Faktura "A"' }).filter({ hasText: 'Opfølgning' });
  await expect(sum.getByRole('row').filter({ hasText: 'Faktura' })).toContainText('\u22121.200,50');
  await expect(page.getByText('Ældre er poster bogført til og med 31.12.2022')).toBeVisible();
});

test('a text is kept as a template, put into another account, corrected and removed', async ({ page }) => {
  const account = new AccountPage(page);
  await account.open('95900015');
  await account.finding().root.getByRole('button', { name: 'Skabeloner til Aktivitet' }).click();
  await page.getByRole('menuitem', { name: /^Gem teksten som skabelon/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Navn').fill('A-skat');
  await dialog.getByLabel('Tekst').fill('Afvigelse på A-skat.');
  await dialog.getByRole('button', { name: 'Gem skabelonen' }).click();
  await expect(dialog).toBeHidden();

  await account.open('90100007');
  await account.chooseFollowUp();
  const { root } = account.finding();
  const menu = root.getByRole('button', { name: 'Skabeloner til Aktivitet' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: /^A-skat/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(account.finding().field('Aktivitet')).toHaveValue('Afvigelse på A-skat.');

  await menu.click();
  await page.getByRole('menuitem', { name: /^Ret og fjern/ }).click();
  await dialog.getByRole('button', { name: 'Fjern A-skat' }).click();
  await expect(dialog.getByText('A-skat er fjernet.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Fortryd' }).click();
  await expect(dialog.getByRole('button', { name: 'Ret A-skat' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Luk', exact: true }).click();
  await expect(account.finding().field('Aktivitet'), 'what was written from it stays').toHaveValue(
    'Afvigelse på A-skat.',
  );
});

test('steps of a plan change places', async ({ page }) => {
  const account = new AccountPage(page);
  await account.open('90100007');
  await account.chooseFollowUp();
  const { root } = account.finding();
  await account.finding().field('Aktivitet').fill('Først');
  await root.getByRole('button', { name: 'Tilføj aktivitet' }).click();
  await root.getByRole('textbox', { name: 'Aktivitet 2' }).fill('Siden');
  await root.getByRole('button', { name: 'Flyt aktivitet 2 op' }).click();
  await expect(root.getByRole('textbox', { name: 'Aktivitet 1' })).toHaveValue('Siden');
  await expect(root.getByRole('textbox', { name: 'Aktivitet 2' })).toHaveValue('Først');
});

test('an account is not sent unawares without what it was held against', async ({ page }) => {
  const account = new AccountPage(page);
  await account.open('90100007');
  await account.form.getByLabel('Initialer').fill('E2E');
  await account.form.getByRole('button', { name: 'Gem og send til godkendelse' }).click();
  await expect(account.form.getByText('Der er ikke angivet, hvad saldoen er holdt op imod')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('Godkendt');
  await account.form.getByRole('button', { name: 'Send uden dokumenteret saldo' }).click();
  await account.expectSaved();
  await expect(account.form.getByText('Sendt til godkendelse.')).toBeVisible();
});

test('the period before stands beside, and the balances have a chart and a table', async ({ page }) => {
  await signIn(page, 'administrator');
  await page.goto('/administration/perioder');
  await page.getByRole('button', { name: 'Åbn næste periode efter 2023-12' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Åbn perioden/ }).click();
  await expect(dialog.getByRole('status')).toContainText('2024-01 er åben', { timeout: 60_000 });

  await signIn(page, 'accountant2');
  await page.goto('/2024-01/konti/95900015');
  const earlier = page.getByRole('region', { name: 'Sidste periode: 2023-12' });
  await expect(earlier.getByRole('row', { name: /^Til opfølgning/ })).toContainText('122.849,00');
  await expect(earlier).toContainText('Poster og handleplan er de samme.');
  const account = new AccountPage(page);
  await account.finding().amount(1).fill('180.466,00');
  await expect(earlier.getByRole('row', { name: /^Til opfølgning/ })).toContainText('112.849,00');
  await earlier.getByText('Forskelle i et forhold').click();
  await expect(earlier.getByRole('listitem').filter({ hasText: 'Ændret' })).toContainText('190.466,00 → 180.466,00');

  const balances = page.getByRole('region', { name: /^Saldo over tid/ });
  await expect(balances.getByRole('img', { name: /går fra 122\.849,00 kr\. i 2023-12/ })).toBeVisible();
  const rows = balances.getByRole('table').getByRole('row');
  await expect(rows.nth(1)).toContainText('2024-01');
  await expect(rows.nth(2)).toContainText('122.849,00');
  expect(await findViolations(page)).toEqual([]);
});
