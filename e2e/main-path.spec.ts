import { readPdf, squeeze } from '#lib/render/testing/read-pdf.ts';
import { ALL_PATHS } from './demo-files.ts';
import { expect, test } from './fixtures.ts';
import { AccountPage } from './pages/account-page.ts';
import { ImportPage } from './pages/import-page.ts';
import { ReportPage } from './pages/report-page.ts';
import { findRow, readSheet } from './read-sheet.ts';
import { signIn } from './sign-in.ts';

test.use({ data: 'empty', role: 'administrator' });

/*
 * What is logged, worked out by hand (kr.):
 *   95900022  category 2 of 222.130 (older 73.234)  → category 1
 *   95900088  category 1 → category 2: 45.600,50 of 31.10.2023 − 1.200,00 of 30.11.2022 = 44.400,50; older −1.200
 *   91400101  category 1 → category 3: 7.500,00 of 15.03.2022 − 2.499,50 of 20.12.2023 = 5.000,50; older 7.500
 * Table 2.1: 9.28.14 has −8.252 + 5.000,50 = −3.251,50; 9.52.59 has 122.849 − 158.607 + 44.400,50 = 8.642,50, older
 * 190.466 − 1.200 = 189.266; all three functions 1.028.898,00.
 */
const CHANGED_2_1 = {
  '9.28.14': ['2', '-3', '-8', '5', '2', '11', '8'],
  '9.52.56': ['1', '1.024', '1.024', '0', '0', '0', '0'],
  '9.52.59': ['3', '9', '9', '0', '2', '189', '0'],
  'I alt': ['6', '1.029', '1.024', '5', '4', '200', '8'],
};

/** As published, with what was logged: by category count, net, count and net last year, the changes of both. */
const CHANGED_CATEGORIES = {
  1: ['2.354', '399.735', '2.338', '-106.974', '16', '506.709'],
  2: ['80', '-401.980', '75', '50.998', '5', '-452.979'],
  3: ['7', '2.245', '97', '55.975', '-90', '-53.730'],
};

test('from an empty installation to the committee’s report', async ({ page }) => {
  test.slow();
  const account = new AccountPage(page);
  const report = new ReportPage(page);

  await test.step('the first page says what to do', async () => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Velkommen til Afstemt');
    await expect(page.getByRole('main').getByRole('listitem')).toHaveCount(11);
    await page.getByRole('main').getByRole('link', { name: 'Importér filer' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import');
  });

  await test.step('all eight files, previewed and stored', async () => {
    const desk = new ImportPage(page);
    await page.getByRole('textbox', { name: 'Periode' }).fill('2023-12');
    await expect(page.getByText('Saldo pr. 31.12.2023')).toBeVisible();
    await desk.preview(ALL_PATHS);
    await expect(page.getByRole('heading', { name: 'Forhåndsvisning af periode 2023-12' })).toBeFocused({
      timeout: 60_000,
    });
    await expect(page.getByText('Saldobalancen har 2.449 konti og summer til 0,00 kr. Den stemmer.')).toBeVisible();
    const rows = { Saldobalance: '2.449', Kontoansvar: '2.449', Afskrivninger: '7', Systemafstemninger: '4' };
    for (const [kind, read] of Object.entries({ ...rows, 'IM-funktioner': '57', Afstemninger: '113' })) {
      expect((await desk.countsOf(kind))[0], kind).toBe(read);
    }
    expect((await desk.countsOf('Saldobalance')).slice(1, 6)).toEqual(['2.449', '0', '0', '0', '0']);
    // 2.449 accounts less 8 of the equity less the 86 that the file names.
    await expect(page.getByText('2.355 konti, som filen ikke nævner, bliver kategori 1.')).toBeVisible();
    await expect(page.getByText('Intet er gemt endnu.')).toBeVisible();
    await desk.store();
  });

  await test.step('the report is as published, and says what it lacks', async () => {
    await report.open('BIU');
    expect(await report.row('Tabel 2.1', '9.52.59')).toEqual([
      'Mellemregningskonto',
      '3',
      '186',
      '186',
      '0',
      '2',
      '264',
      '0',
    ]);
    expect(await report.row('Tabel 2.1', 'I alt')).toEqual(['', '5', '1.202', '1.202', '0', '3', '275', '0']);
    await expect(report.checks.getByText('Periodiserede poster er hverken registreret eller bekræftet')).toBeVisible();
  });

  await test.step('an account that is category 1 now', async () => {
    await signIn(page, 'accountant2');
    await account.open('95900022');
    await account.form.getByRole('button', { name: 'Samme som saldoen' }).click();
    await expect(account.form.getByLabel('Dokumenteret saldo, kr.')).toHaveValue('222.130,00');
    await account.form.getByLabel('Metode').selectOption('Specifikation af saldoen');
    await account.chooseCategory1();
    await expect(account.form.getByText(/udgår et forhold med opfølgning på/)).toContainText('222.130,00 kr.');
    await account.save();
    await account.expectSaved();
  });

  await test.step('an account for follow-up', async () => {
    await account.open('95900088');
    await account.chooseFollowUp();
    const finding = account.finding();
    await finding.typeItems([
      { date: '31-10-2023', amount: '45600,5', text: 'Lønrefusion, oktober' },
      { date: '2022-11-30', amount: '1.200,00-' },
    ]);
    await finding.field('Ansvarlig').fill('BIF');
    await expect(finding.date(2)).toHaveValue('30.11.2022');
    await expect(finding.amount(2)).toHaveValue('-1.200,00');
    await expect(finding.sum('I alt')).toHaveText('44.400,50');
    await expect(finding.sum('heraf ældre end 1 år')).toHaveText('\u22121.200,00');
    await finding.field('Tema').fill('KSD');
    await finding.field('Aktivitet').fill('Refusionen hjemtages i første kvartal.');
    await finding.field('Deadline').fill('30.06.2024');
    await account.save();
    await account.expectSaved();
  });

  await test.step('an account that does not reconcile, with its items and plan', async () => {
    await account.open('91400101');
    await account.chooseFollowUp();
    const finding = account.finding();
    await finding.chooseCategory(3);
    await finding.typeItems([
      { date: '15.03.2022', amount: '7500' },
      { date: '20.12.2023', amount: '-2499,50' },
    ]);
    await account.save();
    await expect(page.getByRole('alert').getByRole('heading', { name: 'Der er 4 fejl' })).toBeVisible();
    await finding.field('Ansvarlig').fill('BIF/KS');
    await finding.field('Problem').fill('Differencen kan ikke specificeres.');
    await finding.field('Aktivitet').fill('Restancen gennemgås sag for sag.');
    await finding.field('Deadline').fill('31.03.2024');
    await finding.field('Konsekvens').fill('Tilgodehavendet kan være opgjort for højt.');
    await account.save();
    await account.expectSaved();
  });

  await test.step('the report follows', async () => {
    await report.open('BIU');
    for (const [row, figures] of Object.entries(CHANGED_2_1)) {
      expect((await report.row('Tabel 2.1', row)).slice(1), row).toEqual(figures);
    }
    const categories = page.getByRole('table', { name: /kategori/i }).first();
    for (const [category, figures] of Object.entries(CHANGED_CATEGORIES)) {
      const row = categories
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${category}`) }) });
      const cells = await row.getByRole('cell').allInnerTexts();
      expect(
        cells.map((cell) => cell.trim().replace('\u2212', '-')),
        `category ${category}`,
      ).toEqual(figures);
    }
    // Untouched, as published.
    expect(await report.row('Tabel 1.1', '9.25.12')).toContain('707.707');
  });

  await test.step('the workbook, opened again', async () => {
    const { name, bytes } = await report.download('Excel');
    expect(name).toBe('aarsrapport-2023-BIU.xlsx');
    const table = await readSheet(bytes, 'Tabel 2.1');
    expect(findRow(table, '9.28.14').slice(2)).toEqual([2, -3, -8, 5, 2, 11, 8]);
    expect(findRow(table, '9.52.56').slice(2)).toEqual([1, 1024, 1024, 0, 0, 0, 0]);
    expect(findRow(table, '9.52.59').slice(2)).toEqual([3, 9, 9, 0, 2, 189, 0]);
    expect(findRow(table, 'I alt').slice(2)).toEqual([6, 1029, 1024, 5, 4, 200, 8]);
    const whole = await readSheet(bytes, 'Tabel 1.1');
    expect(findRow(whole, '9.28.14').slice(2)).toEqual([28, 1384758, 1384562, 197, 192, 5, 11, 8]);
    expect(findRow(whole, '9.52.59').slice(2)).toEqual([110, -1485992, -1478049, -7943, -7943, 0, 982, 0]);
    expect(findRow(whole, '9.58.81').slice(2)).toEqual([8, 15270283, 15658842, -388559, -388559, 0, -388559, 0]);
    const plans = await readSheet(bytes, 'Handleplaner');
    expect(plans.flat()).toContain('Restancen gennemgås sag for sag.');
    expect(findRow(plans, '91400101')).toEqual(expect.arrayContaining([5001, 7500]));
  });

  await test.step('the PDF, opened again', async () => {
    const { name, bytes } = await report.download('PDF');
    expect(name).toBe('aarsrapport-2023-BIU.pdf');
    const { pages } = await readPdf(bytes);
    const text = pages.map((one) => one.text).join('');
    for (const [row, figures] of Object.entries(CHANGED_2_1)) {
      expect(text, row).toContain(squeeze(figures.join('')));
    }
    for (const figures of Object.values(CHANGED_CATEGORIES)) expect(text).toContain(figures.join(''));
    expect(text).toContain(squeeze('Restancen gennemgås sag for sag.'));
    expect(text).toContain(squeeze('KFF, Book Byen'));
    for (const one of pages) expect(one.text).toContain('UDKAST');
  });
});
