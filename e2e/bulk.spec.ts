import { expect, test } from './fixtures.ts';
import { openNextPeriod } from './open-next-period.ts';
import { ListPage } from './pages/list-page.ts';

/* Acts on many accounts and findings from their lists, and cells that are typed into them. */

test('Konti: category 1 says what it will do, does it, and is taken back as one', async ({ page }) => {
  const list = new ListPage(page);
  await list.open('/2023-12/konti?udvalg=BIU');
  await page.getByRole('checkbox', { name: 'Vælg alle viste' }).check();
  await page.getByRole('button', { name: /^Log kategori 1 for/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Log kategori 1' });
  // Everything is logged in the reference case: nothing is touched, and the reasons are counted.
  await expect(dialog.getByText('Ingen konti kan logges.')).toBeVisible();
  await expect(dialog.getByText(/Kontoen er allerede logget\./)).toBeVisible();
  await expect(dialog.getByText(/Kontoen har poster til opfølgning/)).toBeVisible();
  await dialog.getByRole('button', { name: /^Log/ }).click();
  await expect(dialog.getByRole('alert')).toContainText('Ingen af kontiene kan logges som kategori 1.');
  await dialog.getByRole('button', { name: 'Annullér' }).click();
  await expect(dialog).toBeHidden();
});

test('a period that was just opened: log what is left, take it back, do it again', async ({
  page,
  browser,
  server,
}) => {
  test.slow();
  await openNextPeriod(browser, server);

  const list = new ListPage(page);
  await list.open('/2024-01/konti?kategori=ikke-logget');
  await page.getByRole('checkbox', { name: 'Vælg alle viste' }).check();
  await page.getByRole('button', { name: /^Log kategori 1 for/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Log kategori 1' });
  await dialog.getByRole('button', { name: /^Log [\d.]+ konti/ }).click();
  await expect(page.getByText(/konti er logget som kategori 1\./)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Fortryd', exact: true }).click();
  await expect(page.getByText(/^Fortrudt på/)).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Gør det igen' }).click();
  await expect(page.getByText(/^Fortrudt på/)).toBeVisible({ timeout: 60_000 });
});

test('Konti: assign the ticked accounts, and find them by whom they are given to', async ({ page }) => {
  const list = new ListPage(page);
  await list.open('/2023-12/konti?funktion=9.28.14');
  await page.getByRole('checkbox', { name: 'Vælg alle viste' }).check();
  await page.getByRole('button', { name: 'Tildel 28' }).click();
  const dialog = page.getByRole('dialog', { name: 'Tildel 28 konti' });
  await dialog.getByLabel('Tildelt').selectOption({ label: 'Demo Regnskab (DRE)' });
  await dialog.getByRole('textbox', { name: 'Frist' }).fill('15.2.24');
  await dialog.getByRole('button', { name: 'Tildel' }).click();
  await expect(page.getByText('28 konti er tildelt.')).toBeVisible();
  await list.open('/2023-12/konti?tildelt=Demo%20Regnskab');
  await expect(list.status).toContainText('28 af 2.449 rækker');
});

test('Opfølgning: a theme for many, taken back by its button', async ({ page }) => {
  const list = new ListPage(page);
  await list.open('/2023-12/opfoelgning?udvalg=BIU&kolonner=konto,navn,kategori,tema');
  await page.getByRole('checkbox', { name: 'Vælg alle viste' }).check();
  await page.getByRole('button', { name: /^Sæt ansvarlig, tema, deadline for/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Ret' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Udfyld mindst ét felt.');
  await dialog.getByLabel('Tema').fill('Prøvetema');
  await dialog.getByRole('button', { name: 'Ret' }).click();
  await expect(page.getByText(/^Forhold på \d+ konti er ændret\./)).toBeVisible();
  await expect(list.grid.getByText('Prøvetema').first()).toBeVisible();
  await page.getByRole('button', { name: 'Fortryd', exact: true }).click();
  await expect(list.grid.getByText('Prøvetema')).toHaveCount(0);
});

test.describe('to an auditor', () => {
  test.use({ role: 'auditor' });

  test('the lists offer nothing to do', async ({ page }) => {
    const list = new ListPage(page);
    await list.open('/2023-12/konti');
    await expect(page.getByRole('button', { name: /^Log kategori 1/ })).toHaveCount(0);
    await expect(page.getByRole('checkbox', { name: 'Vælg alle viste' })).toHaveCount(0);
  });
});
