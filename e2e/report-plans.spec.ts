import { readFile } from 'node:fs/promises';
import exceljs from 'exceljs';
import { findViolations } from './axe.ts';
import { expect, test } from './fixtures.ts';

test.use({ role: 'secretariat' });

const PAGE = '/2023-12/rapport/handleplaner?udvalg=BIU';
/** The row under the heads; the columns *Konto* and *Aktivitet*. */
const ACCOUNT = 'A5';
const ACTIVITY = 'I5';

/** What somebody who was sent the workbook sends back. */
async function filledIn(path: string, activity: string): Promise<{ account: string; buffer: Buffer }> {
  const workbook = new exceljs.Workbook();
  // exceljs declares a Buffer of its own that Node's does not match.
  await workbook.xlsx.load((await readFile(path)) as unknown as exceljs.Buffer);
  const sheet = workbook.getWorksheet('Handleplaner');
  if (!sheet) throw new Error('The workbook has no plans.');
  sheet.getCell(ACTIVITY).value = activity;
  return { account: String(sheet.getCell(ACCOUNT).value), buffer: Buffer.from(await workbook.xlsx.writeBuffer()) };
}

test('action plans go out as a workbook and come home with their differences', async ({ page }) => {
  await page.goto(PAGE);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Hent alle .* i ét regneark$/ }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('handleplaner-2023-12-BIU.xlsx');
  const { account, buffer } = await filledIn(await file.path(), 'Ring til banken i morgen');
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

  await page.getByLabel('Vælg filer').setInputFiles({ name: 'svar.xlsx', mimeType, buffer });
  const differences = page.getByRole('grid', { name: 'Forskelle mellem regnearket og skærmen' });
  await expect(differences).toContainText('Ring til banken i morgen');
  await expect(page.getByText('1 konto skal godkendes igen')).toBeVisible();
  expect(await findViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Gem 1 ændring' }).click();
  await expect(page.getByText('1 konto er ændret')).toBeVisible();

  await page.goto(`/2023-12/konti/${account}`);
  await expect(page.getByText('Ring til banken i morgen').first()).toBeVisible();
});

test('a workbook that is not ours is told so', async ({ page }) => {
  await page.goto(PAGE);
  const buffer = Buffer.from('Konto;Saldo');
  await page.getByLabel('Vælg filer').setInputFiles({ name: 'svar.xlsx', mimeType: 'text/csv', buffer });
  await expect(page.getByText('Filen er ikke et regneark (.xlsx).')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Gem/ })).toHaveCount(0);
});
