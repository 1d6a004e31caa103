import { readFileSync } from 'node:fs';
import exceljs from 'exceljs';
import { demoPath, readDemo, textFile } from './demo-files.ts';
import { expect, test } from './fixtures.ts';
import { AccountPage } from './pages/account-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { ListPage } from './pages/list-page.ts';
import { signIn } from './sign-in.ts';

test.use({ role: 'administrator' });

test('the same files again change nothing', async ({ page }) => {
  const desk = new ImportPage(page);
  await desk.open();
  await desk.preview([demoPath('saldobalance'), demoPath('afstemninger'), demoPath('kontoansvar')]);
  await expect(page.getByText('Filerne ændrer intet')).toBeVisible();
  expect((await desk.countsOf('Saldobalance')).slice(0, 6)).toEqual(['2.449', '0', '0', '0', '2.449', '0']);
  expect((await desk.countsOf('Afstemninger')).slice(1, 4)).toEqual(['0', '0', '0']);
  await desk.store();
  await expect(page.getByText(/3 filer er gemt i periode 2023-12, og intet er ændret/)).toBeVisible();
  await new ListPage(page).open('/2023-12/konti');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Konti (2.449)');
});

test('a corrected balance changes only what differs, and shows before and after', async ({ page }) => {
  const desk = new ImportPage(page);
  // 1.000,00 moves from one account to two others: the sum stays 0.
  const corrected = readDemo('saldobalance')
    .replace(';12.543,71\r\n', ';11.543,71\r\n')
    .replace('95900088;Mellemregning 0088;9.52.59;311.253,24-', '95900088;Mellemregning 0088;9.52.59;310.853,24-')
    .replace('95900087;Mellemregning 0087;9.52.59;1.087.476,51-', '95900087;Mellemregning 0087;9.52.59;1.086.876,51-');
  await desk.open();
  await desk.preview(textFile('saldobalance-rettet.csv', corrected));
  expect(await desk.countsOf('Saldobalance')).toEqual(['2.449', '0', '3', '0', '2.446', '0', '0,00', '0,00']);
  const changes = page.getByRole('table', { name: 'Ændrede konti (3)' });
  await expect(changes.getByRole('row', { name: /^91400101/ })).toContainText(/12\.543,71.*11\.543,71/);
  await expect(changes.getByRole('row', { name: /^95900087/ })).toContainText(/1\.087\.476,51.*1\.086\.876,51/);
  await expect(changes.getByRole('row', { name: /^95900088/ })).toContainText(/311\.253,24.*310\.853,24/);
  await desk.store();

  const account = new AccountPage(page);
  await account.open('95900088');
  await expect(page.getByText('Saldoen er ændret, siden kontoen blev logget')).toBeVisible();
  const entries = account.history.getByRole('listitem').filter({ has: page.getByRole('time') });
  await expect(entries.nth(0), 'the approval falls').toContainText(/bortfaldet.*Godkendt.*Kladde/s);
  await expect(entries.nth(1)).toContainText(/Konto ændret.*311\.253,24.*310\.853,24/s);
  await entries
    .nth(1)
    .getByRole('link', { name: /^Import \d+$/ })
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Import nr\. \d+$/);
  await expect(page.getByRole('table', { name: 'Ændrede konti (3)' })).toBeVisible();
});

test('what was changed on screen is kept and listed, unless the person prefers the file', async ({ page }) => {
  const account = new AccountPage(page);
  await signIn(page, 'accountant2');
  await account.open('95900015');
  await account.finding().amount(1).fill('180.466,00');
  await account.save();
  await account.expectSaved();

  await signIn(page, 'administrator');
  const desk = new ImportPage(page);
  await desk.open();
  await desk.preview(demoPath('afstemninger'));
  await expect(page.getByText('En ændring på skærmen beholdes')).toBeVisible();
  expect((await desk.countsOf('Afstemninger')).slice(1, 4)).toEqual(['0', '0', '0']);
  expect((await desk.countsOf('Afstemninger'))[5]).toBe('1');
  await expect(page.getByRole('region', { name: 'Afstemninger' })).toContainText('95900015');
  await desk.store();
  await account.open('95900015');
  await expect(account.finding().amount(1)).toHaveValue('180.466,00');

  await desk.open();
  await desk.preview(demoPath('afstemninger'));
  await page.getByRole('checkbox', { name: /Lad filen gå forud/ }).check();
  await expect(page.getByRole('table', { name: 'Ændrede afstemninger (1)' })).toContainText('190.466,00');
  expect((await desk.countsOf('Afstemninger'))[2]).toBe('1');
  await desk.store();
  await account.open('95900015');
  await expect(account.finding().amount(1)).toHaveValue('190.466,00');
});

test('the history keeps each raw file, byte by byte', async ({ page }) => {
  const desk = new ImportPage(page);
  await desk.open();
  const odd = Buffer.from(`Saldo pr. 31.12.2023\r\n\r\n${readDemo('sammenligningstal')}\r\n\r\n`, 'utf8');
  await desk.preview({ name: 'sammenligning æøå.csv', mimeType: 'text/csv', buffer: odd });
  await desk.store();
  await page.getByRole('link', { name: 'Se, hvad importen ændrede' }).click();
  await expect(page.getByText('Importen ændrede intet: alt i filerne stod der allerede.')).toBeVisible();
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Hent den rå fil sammenligning æøå.csv' }).click();
  const download = await started;
  expect(download.suggestedFilename()).toBe('sammenligning æøå.csv');
  expect(readFileSync(await download.path()).equals(odd)).toBe(true);
  await page.goto('/import');
  const latest = page.getByRole('table', { name: 'Historik' }).getByRole('row').nth(1);
  await expect(latest).toContainText('Demo Administrator');
  await expect(latest).toContainText('Sammenligningstal');
});

test('a template is downloaded, filled in and imported', async ({ page }) => {
  await page.goto('/import');
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Hent skabelon til Systemafstemninger som Excel' }).click();
  const download = await started;
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.readFile(await download.path());
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('The template has no sheet.');
  const heads = (sheet.getRow(1).values as string[]).slice(1);
  expect(heads.slice(0, 4)).toEqual(['Udvalg', 'Fagsystem', 'Modtager', 'Difference']);
  sheet.getRow(2).values = ['BUU', 'TEA', 'Kvantum', -12.5];
  const filled = Buffer.from(await workbook.xlsx.writeBuffer());

  const desk = new ImportPage(page);
  await page.getByRole('textbox', { name: 'Periode' }).fill('2023-12');
  await desk.preview({ name: 'udfyldt.xlsx', mimeType: 'application/octet-stream', buffer: filled });
  const [read, added] = await desk.countsOf('Systemafstemninger');
  expect([read, added]).toEqual(['1', '1']);
  await desk.store();
  await new ListPage(page).open('/2023-12/registre/systemafstemninger?udvalg=BUU');
  const row = page.getByRole('grid').getByRole('row', { name: /TEA/ });
  await expect(row).toContainText('Kvantum');
  await expect(row).toContainText('\u221212,50');
});
