import type { Page } from '@playwright/test';
import { findViolations } from './axe.ts';
import { textFile } from './demo-files.ts';
import { expect, test } from './fixtures.ts';
import { ImportPage } from './pages/import-page.ts';
import { ListPage } from './pages/list-page.ts';
import { signIn } from './sign-in.ts';

/** A month of the demo's year that nothing was imported into yet. */
const MONTH = '2023-06';

/** Two accounts without a balance, one that is small, one that a source documents, and the rest against equity. */
const BALANCE = `Konto;Kontonavn;IM-funktion;Saldo
95900001;Tom mellemregning;9.52.59;0,00
95900002;Endnu en tom;9.52.59;0,00
95900003;Lille rest;9.52.59;12,50
90500001;Bank;9.22.05;1.000,00
97599001;Egenkapital;9.75.99;-1.012,50
`.replaceAll('\n', '\r\n');
const DOCUMENTATION = `Konto;Dokumenteret saldo;Kilde;Dato
90500001;999,75;Kontoudtog;30.06.2023
`.replaceAll('\n', '\r\n');

/** The administrator imports files into the month. */
async function importFiles(page: Page, ...files: ReturnType<typeof textFile>[]): Promise<void> {
  await signIn(page, 'administrator');
  const desk = new ImportPage(page);
  await desk.open(MONTH);
  await desk.preview(files);
  await desk.store();
  await signIn(page, 'accountant2');
}

async function makeRule(
  page: Page,
  name: string,
  kind: string,
  fill: (form: ReturnType<Page['getByRole']>) => Promise<void>,
) {
  await page.goto(`/${MONTH}/regler`);
  await page.getByRole('button', { name: 'Ny regel' }).click();
  const form = page.getByRole('dialog', { name: 'Ny regel' });
  await form.getByLabel('Hvad reglen går efter').selectOption({ label: kind });
  await form.getByLabel(/^Navn/).fill(name);
  await fill(form);
  await form.getByRole('button', { name: 'Gem' }).click();
  await expect(page.getByRole('status').filter({ hasText: `${name} er gemt` })).toBeVisible();
  return page.getByRole('article', { name });
}

test('a rule is tried out, switched on, logs, and is taken back but for what was approved', async ({ page }) => {
  await importFiles(page, textFile('saldobalance.csv', BALANCE));

  const card = await makeRule(page, 'Tomme konti', 'Saldo 0 hele året', async () => {});
  await expect(card).toContainText('Slået fra');
  expect(await findViolations(page)).toEqual([]);

  await test.step('the trial says which and why, and changes nothing', async () => {
    await card.getByRole('link', { name: 'Prøv af' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Prøv af: Tomme konti');
    await expect(page.getByText('Reglen ville logge 2 konti nu.')).toBeVisible();
    const list = new ListPage(page);
    await expect(list.grid).toContainText('95900001');
    await expect(list.grid).toContainText('Saldoen er 0 i årets ene kendte periode');
    // The page is there before its address is.
    await expect(page).toHaveURL(/udfald=logges$/);
    await page.goto(page.url().replace('udfald=logges', 'udfald=logges-ikke'));
    await expect(list.grid).toContainText('Saldoen er ikke 0');
    await expect(list.grid).toContainText('Afstemmes særskilt');
    expect(await findViolations(page)).toEqual([]);
  });

  await test.step('switched on, it logs them, and its keeper prepared them', async () => {
    await page.getByRole('button', { name: 'Slå til, og log 2 konti' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Tomme konti loggede 2 konti' })).toBeVisible();
    await page.goto(`/${MONTH}/konti/95900001`);
    const standing = page.getByRole('region', { name: 'Status' });
    await expect(standing).toContainText('Til godkendelse');
    await expect(standing).toContainText('Logget af reglen Tomme konti, version 1');
    await expect(standing).toContainText('Demo Bogholder');
  });

  await test.step('an approver sees that a rule logged it, and approves it', async () => {
    await signIn(page, 'approver');
    const list = new ListPage(page);
    await list.open(`/${MONTH}/godkendelse`);
    await list.grid.focus();
    const panel = page.getByRole('complementary', { name: /^Konto 9590000/ });
    await expect(panel).toContainText('Logget af reglen Tomme konti, version 1');
    await page.goto(`/${MONTH}/konti/95900002`);
    await page.getByRole('region', { name: 'Status' }).getByRole('button', { name: 'Godkend' }).click();
    await expect(page.getByRole('region', { name: 'Status' })).toContainText('Godkendt');
  });

  await test.step('its run is taken back, but for what was approved, which is said', async () => {
    await signIn(page, 'accountant2');
    await page.goto(`/${MONTH}/regler`);
    await expect(card).toContainText('2 konti i perioden er logget af reglen, en er godkendt.');
    await card.getByRole('button', { name: /^Tag kørslen/ }).click();
    const notice = page.getByRole('status').filter({ hasText: 'En konto, som Tomme konti loggede, er taget tilbage' });
    await expect(notice).toContainText('95900002 Endnu en tom: godkendt af Demo Godkender');
    await card.getByRole('button', { name: 'Kør nu' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Tomme konti loggede en konto' })).toBeVisible();
    await card.getByRole('button', { name: 'Slå fra' }).click();
    await expect(card).toContainText('Slået fra');
    await card.getByRole('button', { name: 'Fjern' }).click();
    await expect(page.getByText('Der er ingen regler')).toBeVisible();
  });
});

test('a rule that is on runs after an import of documentation', async ({ page }) => {
  await importFiles(page, textFile('saldobalance.csv', BALANCE));
  const card = await makeRule(page, 'Bankkonti', 'Svarer til dokumentation', async (form) => {
    await form.getByLabel(/^Tilladt difference/).fill('1');
  });
  await expect(card).toContainText('difference på højst 1,00 kr.');
  await card.getByRole('link', { name: 'Prøv af' }).click();
  await page.getByRole('button', { name: 'Slå til', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Bankkonti fandt ingen konti' })).toBeVisible();

  await importFiles(page, textFile('dokumentation.csv', DOCUMENTATION));
  await page.goto(`/${MONTH}/konti/90500001`);
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('Logget af reglen Bankkonti, version 1');
  await expect(page.getByLabel('Dokumenteret saldo').first()).toHaveValue('999,75');
});

test('a rule of low risk says what it lacks', async ({ page }) => {
  await page.goto('/2023-12/regler');
  await page.getByRole('button', { name: 'Ny regel' }).click();
  const form = page.getByRole('dialog', { name: 'Ny regel' });
  await form.getByLabel('Hvad reglen går efter').selectOption({ label: 'Lille saldo, lav risiko' });
  await form.getByRole('button', { name: 'Gem' }).click();
  const summary = form.getByRole('alert');
  await expect(summary).toContainText('Navn: Feltet skal udfyldes.');
  await form.getByLabel(/^Navn/).fill('Småbeløb');
  await form.getByRole('button', { name: 'Gem' }).click();
  await expect(summary).toContainText('Saldo under, kr.: Feltet skal udfyldes.');
  await expect(summary).toContainText('IM-funktioner: Feltet skal udfyldes.');
  expect(await findViolations(page)).toEqual([]);
});
