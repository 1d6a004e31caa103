import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { textFile } from './demo-files.ts';
import { expect, test } from './fixtures.ts';
import { ImportPage } from './pages/import-page.ts';

test.use({ role: 'administrator' });

const SAMPLES = path.resolve(import.meta.dirname, '../lib/import/testing/samples');

/** The sample of KMD Opus under headings that nobody knows. */
function strangeFile() {
  const text = new TextDecoder('windows-1252').decode(readFileSync(path.join(SAMPLES, 'kmd-opus.csv')));
  return textFile('udtræk.csv', text.replace('Statuskonto;Kontotekst;Funktion', 'Reskontro;Betegnelse;Gruppe'));
}

function lines(page: Page) {
  return page.getByRole('table', { name: 'De første linjer, som de læses' });
}

test('columns that nobody knows are chosen once, kept as a profile, and read by it the next time', async ({ page }) => {
  const desk = new ImportPage(page);
  await desk.open('2023-11');
  await desk.preview(strangeFile());
  expect((await desk.errors()).length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Tilpas kolonner', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Kolonner i udtræk.csv' })).toBeFocused();
  await expect(page.getByText('Kolonnerne er gættet ud fra overskrifter og indhold.')).toBeVisible();
  await expect(page.getByLabel('Konto', { exact: true })).toHaveValue('0');
  await expect(lines(page).getByRole('row', { name: /95600017/ })).toContainText('\u2212158.607,00');
  // What was guessed can be changed, and the lines follow.
  const rules = page.locator('details', { hasText: 'Fortegn, beløb og periode' });
  if (!(await rules.evaluate((box) => (box as HTMLDetailsElement).open))) await rules.locator('summary').click();
  await page.getByLabel('Fortegn', { exact: true }).selectOption('reversed');
  await expect(lines(page).getByRole('row', { name: /95600017/ })).toContainText('158.607,00');
  await expect(lines(page).getByRole('row', { name: /95600017/ })).not.toContainText('\u2212158.607,00');
  await page.getByLabel('Fortegn', { exact: true }).selectOption('as-is');
  await page.getByLabel('IM-funktion', { exact: true }).selectOption({ label: 'Gruppe' });
  await page.getByLabel('Gem som profil').fill('Prøvesystem');
  await page.getByRole('button', { name: 'Gem profil' }).click();
  await expect(page.getByText('Kolonnerne følger profilen Prøvesystem.')).toBeVisible();
  await page.getByRole('button', { name: 'Brug kolonnerne' }).click();
  await expect(page.getByText('udtræk.csv er læst med profilen Prøvesystem.')).toBeVisible();
  expect((await desk.countsOf('Saldobalance')).slice(0, 2)).toEqual(['7', '7']);
  await desk.store();

  await desk.open('2023-11');
  await desk.preview(strangeFile());
  await expect(page.getByText('udtræk.csv er læst med profilen Prøvesystem.')).toBeVisible();
  await expect(page.getByText('Filerne ændrer intet')).toBeVisible();
  const profiles = page.getByRole('table', { name: 'Kolonneprofiler' });
  await profiles.getByRole('button', { name: 'Fjern profilen Prøvesystem' }).click();
  await profiles.getByRole('button', { name: 'Fjern Prøvesystem' }).click();
  await expect(page.getByText('Profilen Prøvesystem er fjernet.')).toBeVisible();
});

test('a trial balance by periods is known by its headings and read up to the period', async ({ page }) => {
  const desk = new ImportPage(page);
  await desk.open('2023-10');
  await desk.preview(path.join(SAMPLES, 'sap-s4.txt'));
  await expect(page.getByText('sap-s4.txt er læst med profilen SAP S/4HANA.')).toBeVisible();
  await expect(page.getByText(/11 linjer: 8 læst som 7 konti/)).toBeVisible();
  await expect(page.getByText(/uden for hovedkonto 9 \(2\)/)).toBeVisible();
});

test('a balance that does not add up goes in for a reason, which is shown before it is stored', async ({ page }) => {
  const desk = new ImportPage(page);
  await desk.open('2023-09');
  await desk.preview(textFile('skæv.csv', 'Konto nr.;Kontonavn;Saldo (kr.)\r\n95600017;Mellemregning;1,00\r\n'));
  expect((await desk.errors())[0]?.[4]).toContain('Balancen skal summe til 0');
  const section = page.getByRole('heading', { name: 'Gem balancen, selv om den ikke går op' });
  await expect(section).toBeVisible();
  await page.getByLabel('Begrundelse').fill('Egenkapitalen kommer mandag');
  await page.getByRole('button', { name: 'Se forhåndsvisning', exact: true }).last().click();
  await expect(page.getByText(/gemmes alligevel, fordi: Egenkapitalen kommer mandag/)).toBeVisible();
});
