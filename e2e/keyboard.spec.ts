import type { Page } from '@playwright/test';
import { ALL_PATHS } from './demo-files.ts';
import { expectAlive } from './expect-alive.ts';
import { expect, test } from './fixtures.ts';
import { AccountPage } from './pages/account-page.ts';
import { ReportPage } from './pages/report-page.ts';

/** Tab until the focus is on what has that role and name, as a person does who sees where the focus is. */
async function tabTo(page: Page, role: Parameters<Page['getByRole']>[0], name: string | RegExp): Promise<void> {
  const target = page.getByRole(role, { name, exact: typeof name === 'string' }).first();
  await expect(target).toBeAttached();
  for (let steps = 0; steps < 120; steps += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) {
      await expectFocusShown(page);
      return;
    }
  }
  throw new Error(`Tab never came to ${role} ${name}.`);
}

/** Whether what has the focus is drawn so: an outline or a shadow, on it, its label or the frame that it fills. */
async function expectFocusShown(page: Page): Promise<void> {
  const shown = await page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused) return false;
    const labels = focused instanceof HTMLInputElement ? [...(focused.labels ?? [])] : [];
    return [focused, ...labels, focused.parentElement ?? focused].some((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== 'none';
    });
  });
  expect(shown, 'the focus is visible').toBe(true);
}

/** `g` and a place's letter; again where the letter came too late for the page to take the two together. */
async function goByKeys(page: Page, letter: string, heading: string | RegExp): Promise<void> {
  await expectAlive(page);
  await expect(async () => {
    await page.keyboard.press('g');
    await page.keyboard.press(letter);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 60_000 });
}

async function typeOver(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

test.describe('on an empty installation', () => {
  test.use({ data: 'empty', role: 'administrator' });

  test('files are imported by keys alone', async ({ page }) => {
    await page.goto('/');
    await goByKeys(page, 'i', 'Import');
    // The browser is told to hand the chooser over by another way than keys come: told just before a key, it may be late.
    const chooser = page.waitForEvent('filechooser', { timeout: 60_000 });
    await tabTo(page, 'textbox', 'Periode');
    await typeOver(page, '2023-12');
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('Vælg filer')).toBeFocused();
    await expectFocusShown(page);
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(ALL_PATHS);
    await expect(page.getByRole('table', { name: 'Valgte filer' }).getByRole('row')).toHaveCount(9);
    await tabTo(page, 'button', 'Se forhåndsvisning');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Forhåndsvisning af periode 2023-12' })).toBeFocused();
    await tabTo(page, 'button', 'Gem import');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Importen er gemt' })).toBeFocused({ timeout: 60_000 });
    await tabTo(page, 'link', 'Gå til Konti');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Konti (2.449)');
  });
});

test('an item is corrected by keys alone, and the report follows', async ({ page }) => {
  const account = new AccountPage(page);
  await page.goto('/');
  await goByKeys(page, 'k', /^Konti/);
  const grid = page.getByRole('grid');
  await expect(grid).toBeVisible();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('95900015');
  await expect(page.getByRole('status').filter({ hasText: '1 af 2.449 rækker' })).toBeVisible();
  await tabTo(page, 'grid', 'Konti');
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Kontoen ved siden af listen' });
  await expect(panel).toBeFocused();
  await expect(panel.getByRole('heading', { level: 2 }).first()).toContainText('95900015');
  await expect(account.form).toBeVisible();

  await tabTo(page, 'textbox', 'Beløb, post 1');
  await expect(account.finding().amount(1)).toHaveValue('190.466,00');
  await typeOver(page, '180466');
  // What is typed counts at once: 180.466 − 67.617.
  await expect(account.finding().sum('I alt')).toHaveText('112.849,00');
  await page.keyboard.press('ControlOrMeta+s');
  await account.expectSaved();
  await expect(account.finding().amount(1)).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(grid).toBeFocused();
  await expect(page).toHaveURL(/q=95900015/);

  // Table 2.1, 9.52.59: 112.849 + 222.130 − 158.607 = 176.372; older 180.466 + 73.234 = 253.700.
  const report = new ReportPage(page);
  await goByKeys(page, 'p', /^Årsrapportering/);
  await tabTo(page, 'link', /^BIU /);
  await page.keyboard.press('Enter');
  await expect(report.checks).toBeVisible({ timeout: 60_000 });
  expect((await report.row('Tabel 2.1', '9.52.59')).slice(1)).toEqual(['3', '176', '176', '0', '2', '254', '0']);
});

test('rows, errors and dialogs are reached and left by keys', async ({ page }) => {
  const account = new AccountPage(page);
  await account.open('95900088');
  await tabTo(page, 'radio', /Afstemt uden bemærkninger/);
  await page.keyboard.press('ArrowDown');
  await tabTo(page, 'textbox', 'Bogført, post 1');
  await page.keyboard.type('31.10.2023');
  await tabTo(page, 'textbox', 'Beløb, post 1');
  await page.keyboard.type('45600,50');
  await page.keyboard.press('Enter');
  await expect(account.finding().date(2), 'Enter in the last row adds one').toBeFocused();

  await page.keyboard.press('ControlOrMeta+s');
  const summary = page.getByRole('alert').filter({ hasText: 'Der er 3 fejl' });
  await expect(summary).toBeFocused();
  await tabTo(page, 'link', /Ansvarlig|ansvarlig/);
  await page.keyboard.press('Enter');
  await expect(account.finding().field('Ansvarlig')).toBeFocused();

  await page.keyboard.press('Tab');
  await page.getByRole('link', { name: 'Rapport', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Årsrapportering/ })).toBeVisible();
  // The page is there before its address is.
  await expect(page).toHaveURL(/\/rapport/);
  await page.goBack();
  await expect(account.finding().amount(1), 'nothing typed is lost').toHaveValue('45.600,50');

  await page.getByRole('link', { name: 'Rapport', exact: true }).focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('complementary', { name: /^Hjælp: / })).toBeFocused();
  await tabTo(page, 'button', 'Alle tastaturgenveje');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Tastaturgenveje' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Rapport', exact: true })).toBeFocused();
});
