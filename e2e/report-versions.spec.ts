import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { findViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { signIn } from './sign-in.ts';

const VERSIONS = '/2023-12/rapport/versioner?udvalg=BIU';
const EDITIONS = '/2023-12/rapport/udgaver?udvalg=BIU';
const GROUND = 'offentlighedslovens § 30, nr. 2';

test.use({ role: 'secretariat' });

/** The bytes of a file of a version, as its button saves them. */
async function fetchFile(page: Page, version: number, name: string): Promise<{ name: string; bytes: Buffer }> {
  const card = page.getByRole('article', { name: `Version ${version}` });
  const saving = page.waitForEvent('download', { timeout: 60_000 });
  await card.getByRole('button', { name }).first().click();
  const download = await saving;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Says yes in the dialog that tells what happens. */
async function confirm(page: Page, doIt: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: doIt, exact: true }).click();
}

test('a report is made final, published, corrected with a reason, compared and known again by its file', async ({
  page,
}) => {
  test.setTimeout(240_000);
  await page.goto(VERSIONS);
  await expect(page.getByText('Rapporten har ingen versioner endnu')).toBeVisible();
  await page.getByRole('button', { name: 'Gør endelig som version 1' }).click();
  await confirm(page, 'Gør endelig');
  await expect(page.getByRole('heading', { name: /^Version 1/ })).toBeVisible({ timeout: 60_000 });
  const first = await fetchFile(page, 1, 'PDF');
  expect(first.name).toBe('aarsrapport-2023-BIU-version-1.pdf');

  await page.getByRole('button', { name: 'Offentliggør version 1' }).click();
  await confirm(page, 'Offentliggør');
  await expect(page.getByText('Version 1 er offentliggjort, og rapporten er ikke ændret siden.')).toBeVisible();
  // Its bytes are those that were presented.
  expect((await fetchFile(page, 1, 'PDF')).bytes.equals(first.bytes)).toBe(true);

  await page.goto(EDITIONS);
  await page.getByRole('button', { name: 'Udelad', exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Feltet skal udfyldes' })).toBeVisible();
  await page.getByLabel('Handleplan eller kolonne').selectOption('finding 95900015');
  await page.getByLabel('Hjemmel').fill(GROUND);
  await page.getByRole('button', { name: 'Udelad', exact: true }).click();
  await expect(page.getByRole('row', { name: /95900015/ })).toContainText(GROUND);
  await expect(page.getByText(`1 handleplan er udeladt efter ${GROUND}`)).toBeVisible();
  await expect(page.getByRole('article').filter({ hasText: '95900015' })).toHaveCount(0);
  expect(await findViolations(page)).toEqual([]);

  await page.goto(VERSIONS);
  await expect(page.getByText('Rapporten er ændret siden version 1')).toBeVisible();
  await page.getByRole('button', { name: 'Gør endelig som version 2' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Feltet skal udfyldes' })).toBeVisible();
  await page.getByLabel('Begrundelse').fill('En handleplan må ikke offentliggøres');
  await page.getByRole('button', { name: 'Gør endelig som version 2' }).click();
  await confirm(page, 'Gør endelig');
  await expect(page.getByRole('heading', { name: /^Version 2/ })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Begrundelse: En handleplan må ikke offentliggøres')).toBeVisible();
  await expect(page.getByText('Hvad der er udeladt af den åbne udgave, og hvorfor.')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  const open = await fetchFile(page, 2, 'HTML');
  expect(open.bytes.toString('utf8')).not.toContain('95900015');

  await page.getByRole('link', { name: 'Kontrollér en fil' }).click();
  const changed = Buffer.from(open.bytes.toString('utf8').replace('Endelig, version 2', 'Endelig, version 7'));
  await page.locator('input[type=file]').setInputFiles([
    { name: 'forste.pdf', mimeType: 'application/pdf', buffer: first.bytes },
    { name: 'anden.html', mimeType: 'text/html', buffer: open.bytes },
    { name: 'rettet.html', mimeType: 'text/html', buffer: changed },
    { name: 'andet.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
  ]);
  await expect(page.getByText('forste.pdf: version 1 af Beskæftigelses- og Integrationsudvalget, 2023')).toBeVisible();
  await expect(page.getByText('Version 2 er nyere, men ikke offentliggjort.')).toBeVisible();
  await expect(page.getByText('anden.html: version 2 af')).toBeVisible();
  await expect(page.getByText('rettet.html: ikke version 2 af')).toBeVisible();
  await expect(page.getByText('andet.pdf: ukendt')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
});

test('who may not see the closed edition reads the open one, and nothing to choose', async ({ page, context }) => {
  await page.goto(EDITIONS);
  await page.getByLabel('Handleplan eller kolonne').selectOption('finding 95900015');
  await page.getByLabel('Hjemmel').fill(GROUND);
  await page.getByRole('button', { name: 'Udelad', exact: true }).click();
  await expect(page.getByRole('row', { name: /95900015/ })).toBeVisible();
  await context.clearCookies();
  await signIn(page, 'systemOwner');
  await page.goto(EDITIONS);
  await expect(page.getByText(`1 handleplan er udeladt efter ${GROUND}`)).toBeVisible();
  await expect(page.getByText('95900015')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Udelad' })).toHaveCount(0);
  await page.goto('/2023-12/rapport?udvalg=BIU');
  await expect(page.getByRole('heading', { name: 'Beskæftigelses- og Integrationsudvalget' })).toBeVisible();
  await expect(page.getByText('95900015')).toHaveCount(0);
});
