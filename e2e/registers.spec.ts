import type { Page } from '@playwright/test';
import { readDemo, textFile } from './demo-files.ts';
import { expect, test } from './fixtures.ts';
import { openElsewhere } from './open-elsewhere.ts';
import { DocumentsPanel } from './pages/documents-panel.ts';
import { ImportPage } from './pages/import-page.ts';
import { ListPage } from './pages/list-page.ts';
import { ReportPage } from './pages/report-page.ts';
import { signIn } from './sign-in.ts';

interface RegisterCase {
  register: string;
  name: string;
  /** Typed into the form of a new line, by label; a choice by what it shows. */
  typed: Record<string, string>;
  chosen: Record<string, string>;
  /** What the line shows in the list, found by the first. */
  shown: string[];
  /** A correction, and what the list shows then. */
  changed: { label: string; to: string; shown: string };
  /** The table of the report, the row's name and its figures with and without the correction. */
  report: { table: string; row: string; figures: string };
}

const MOVEMENT = { Konto: '95900088', Navn: 'Mellemregning 0088', Tekst: 'Periodisering af refusion' };

const CASES: RegisterCase[] = [
  {
    register: 'systemafstemninger',
    name: 'Systemafstemninger',
    chosen: { Udvalg: 'BIU Beskæftigelses- og Integrationsudvalget' },
    typed: { Fagsystem: 'KSP', Modtager: 'Kvantum', 'Difference, kr.': '999,99' },
    shown: ['KSP', 'Kvantum', 'BIU', '999,99'],
    changed: { label: 'Difference, kr.', to: '-999,50', shown: '\u2212999,50' },
    report: { table: 'Tabel', row: 'KSP', figures: '-1.000' },
  },
  {
    register: 'afskrivninger',
    name: 'Afskrivninger',
    chosen: { Udvalg: 'BIU Beskæftigelses- og Integrationsudvalget', Art: 'Over driften' },
    typed: {
      'Afskrevet på (IM-funktion)': '8.28.14',
      'Modpost (IM-funktion)': '05.57.71',
      'Modpostens navn': 'Sygedagpenge',
      Bevilling: 'Overførsler',
      'Beløb, kr.': '1.499,99',
    },
    shown: ['8.28.14', '5.57.71', 'Sygedagpenge', '1.499,99'],
    changed: { label: 'Beløb, kr.', to: '1500', shown: '1.500,00' },
    report: { table: 'Tabel', row: '5.57.71', figures: '2' },
  },
  {
    register: 'periodiserede-poster',
    name: 'Periodiserede poster',
    chosen: { Udvalg: 'BIU Beskæftigelses- og Integrationsudvalget' },
    typed: { ...MOVEMENT, 'Beløb, kr.': '12.000-', Forklaring: 'Afregnes i januar' },
    // The function follows from the account.
    shown: ['95900088', '9.52.59', 'Periodisering af refusion', 'Afregnes i januar', '\u221212.000,00'],
    changed: { label: 'Beløb, kr.', to: '12.500', shown: '12.500,00' },
    report: { table: 'Tabel', row: '95900088', figures: '13' },
  },
  {
    register: 'egenkapital',
    name: 'Egenkapital',
    chosen: { Udvalg: 'BIU Beskæftigelses- og Integrationsudvalget' },
    typed: { ...MOVEMENT, Konto: '99900001', 'IM-funktion': '9.75.99', 'Beløb, kr.': '(2.000,00)' },
    shown: ['99900001', '\u22122.000,00'],
    changed: { label: 'Beløb, kr.', to: '3.499,99', shown: '3.499,99' },
    report: { table: 'Tabel', row: '99900001', figures: '3' },
  },
];

async function save(page: Page, answer: string): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByText(answer)).toBeVisible();
}

for (const one of CASES) {
  test(`${one.name}: a line is added, changed, reported and removed`, async ({ page }) => {
    const address = `/2023-12/registre/${one.register}`;
    const dialog = page.getByRole('dialog');
    await page.goto(address);
    await page.getByRole('button', { name: 'Tilføj linje' }).click();
    await dialog.getByRole('button', { name: 'Gem', exact: true }).click();
    await expect(dialog.getByRole('alert'), 'what is required is asked for').toContainText('Udvalg: ');
    await expect(dialog.getByRole('alert')).toBeFocused();
    for (const [label, value] of Object.entries(one.chosen)) await dialog.getByLabel(label).selectOption(value);
    for (const [label, value] of Object.entries(one.typed))
      await dialog.getByRole('textbox', { name: label }).fill(value);
    await save(page, 'Linjen er tilføjet.');

    const list = new ListPage(page);
    const row = list.grid.getByRole('row').filter({ hasText: one.report.row });
    for (const text of one.shown) await expect(row).toContainText(text);
    await expect(row).toContainText('Tilføjet her');
    await row.getByRole('link').click();
    await dialog.getByRole('textbox', { name: one.changed.label }).fill(one.changed.to);
    await save(page, 'Linjen er gemt.');
    await expect(row).toContainText(one.changed.shown);

    const report = new ReportPage(page);
    await report.open('BIU');
    const reported = page.getByRole('main').getByRole('row').filter({ hasText: one.report.row }).last();
    await expect(
      reported
        .getByRole('cell')
        .filter({ hasText: one.report.figures.replace('-', '\u2212') })
        .first(),
    ).toBeVisible();

    await list.open(address);
    await row.getByRole('link').click();
    await dialog.getByRole('button', { name: 'Fjern linjen' }).click();
    await dialog.getByRole('button', { name: 'Ja, fjern linjen' }).click();
    await expect(page.getByText('Linjen er fjernet.')).toBeVisible();
    await expect(row).toHaveCount(0);
  });
}

test('the comparison figures of a category are changed, and the report follows', async ({ page }) => {
  await signIn(page, 'administrator');
  await new ListPage(page).open('/2023-12/registre/sammenligningstal');
  await page.getByRole('grid').getByRole('row', { name: /^2/ }).getByRole('link').click();
  const dialog = page.getByRole('dialog', { name: 'Ret linje i Sammenligningstal' });
  await dialog.getByRole('textbox', { name: 'Antal konti' }).fill('78');
  await save(page, 'Linjen er gemt.');
  const report = new ReportPage(page);
  await report.open('BIU');
  // Published: 80 accounts in category 2, 75 the year before.
  const row = page
    .getByRole('table', { name: /kategori/i })
    .first()
    .getByRole('row')
    .nth(2);
  await expect(row.getByRole('cell').nth(2)).toHaveText('78');
  await expect(row.getByRole('cell').nth(4)).toHaveText('2');
});

test('a register’s check fails until a person says that there is nothing, and leads to its place', async ({ page }) => {
  const report = new ReportPage(page);
  const place = '/2023-12/registre/egenkapital?udvalg=KFU';
  await report.open('KFU');
  await expect(report.checks.getByText(/Bevægelser på egenkapitalen er hverken/)).toHaveCount(0);

  await page.goto('/2023-12/registre/egenkapital');
  const committee = page.getByRole('region', { name: 'Udvalg i registret' }).getByRole('row', { name: /^KFU/ });
  await expect(committee).toContainText('Demo Bogholder');
  await committee.getByRole('button', { name: 'Træk tilbage for KFU' }).click();
  await expect(committee).toContainText('Ikke afklaret');

  await report.open('KFU');
  await expect(page.getByText('1 kontrol fejler')).toBeVisible();
  await expect(report.checks.getByText(/Bevægelser på egenkapitalen er hverken/)).toBeVisible();
  await report.checks.getByRole('link', { name: 'Registrér bevægelser, eller bekræft, at der ingen er' }).click();
  await expect(page).toHaveURL(place);
  await committee.getByRole('button', { name: 'Bekræft ingen for KFU' }).click();
  await expect(committee).toContainText('Demo Bogholder');
  await report.open('KFU');
  await expect(report.checks.getByText(/Bevægelser på egenkapitalen er hverken/)).toHaveCount(0);
  await expect(page.getByRole('main').getByText('Klar', { exact: true }).first()).toBeVisible();
});

test('a difference without its plan is refused by the form; from a file it fails a check that leads to it', async ({
  page,
}) => {
  const dialog = page.getByRole('dialog');
  await page.goto('/2023-12/registre/systemafstemninger?udvalg=BIU');
  await page.getByRole('grid').getByRole('row', { name: /KSD/ }).getByRole('link').click();
  await dialog.getByRole('textbox', { name: 'Difference, kr.' }).fill('1.000,00');
  await dialog.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('Aktiviteter: ');
  await expect(dialog.getByRole('alert')).toContainText('Konsekvens: ');

  await signIn(page, 'administrator');
  const desk = new ImportPage(page);
  await desk.open();
  const file = readDemo('systemafstemninger').replace('BIU;KSD;Kvantum;0,00;', 'BIU;KSD;Kvantum;1.000,00;');
  await desk.preview(textFile('systemafstemninger.csv', file));
  await expect(page.getByText(/En difference fra 1\.000 kr\. skal have ansvarlig/).first()).toBeVisible();
  await desk.store();

  const report = new ReportPage(page);
  await report.open('BIU');
  await expect(report.checks.getByText(/difference på mindst 1\.000 kr\. mangler/)).toBeVisible();
  await report.checks.getByRole('link', { name: 'Registrér kontroller, eller bekræft, at der ingen er' }).click();
  await expect(page).toHaveURL('/2023-12/registre/systemafstemninger?udvalg=BIU');
});

test('a line that the server does not get stays as typed', async ({ page }) => {
  const dialog = page.getByRole('dialog');
  await page.goto('/2023-12/registre/egenkapital');
  await page.getByRole('button', { name: 'Tilføj linje' }).click();
  await dialog.getByRole('textbox', { name: 'Tekst' }).fill('Regulering');
  await page.route('**', (route) => (route.request().method() === 'POST' ? route.abort('aborted') : route.continue()));
  await dialog.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('Intet er gemt');
  await expect(dialog.getByRole('textbox', { name: 'Tekst' })).toHaveValue('Regulering');
  await dialog.getByRole('button', { name: 'Annullér' }).click();
  await page.getByRole('button', { name: 'Træk tilbage for KFU' }).click();
  await expect(page.getByRole('region', { name: 'Udvalg i registret' }).getByRole('alert')).toContainText(
    'Intet er gemt',
  );
});

test('a line that is stored elsewhere meanwhile neither takes away what is typed nor is written over', async ({
  page,
  browser,
  server,
  faults,
}) => {
  const openLine = async (at: Page) => {
    await at.goto('/2023-12/registre/systemafstemninger?udvalg=BIU');
    await at.getByRole('grid').getByRole('row', { name: /KSD/ }).getByRole('link').click();
    return at.getByRole('dialog').getByRole('textbox', { name: 'Modtager' });
  };
  const dialog = page.getByRole('dialog');
  const receiver = await openLine(page);
  await receiver.fill('Min modtager');
  const elsewhere = await openElsewhere({ browser, server, faults }, 'accountant2');
  await (await openLine(elsewhere)).fill('Gemt imens');
  await save(elsewhere, 'Linjen er gemt.');
  await elsewhere.context().close();

  // The page is shown anew with the document, and with what was stored elsewhere.
  const documents = new DocumentsPanel(page);
  await documents.choose({ name: 'note.txt', bytes: Buffer.from('Ring til banken') });
  await expect(documents.document('note.txt')).toBeVisible();
  await expect(page.getByText('Gemt imens').first()).toBeAttached();
  await expect(receiver).toHaveValue('Min modtager');
  await dialog.getByRole('button', { name: 'Gem', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('Linjen er ændret eller fjernet af en anden');
  await expect(receiver).toHaveValue('Min modtager');
});

test('a line is added once, however often one presses while the server takes its time', async ({ page }) => {
  const dialog = page.getByRole('dialog');
  await page.goto('/2023-12/registre/egenkapital');
  await page.getByRole('button', { name: 'Tilføj linje' }).click();
  await dialog.getByLabel('Udvalg').selectOption('BIU Beskæftigelses- og Integrationsudvalget');
  const typed = { ...MOVEMENT, Konto: '99900001', 'IM-funktion': '9.75.99', 'Beløb, kr.': '2.000,00' };
  for (const [label, value] of Object.entries(typed)) await dialog.getByRole('textbox', { name: label }).fill(value);
  const { promise: held, resolve: letThrough } = Promise.withResolvers<void>();
  let changes = 0;
  await page.route('**/registre/**', async (route) => {
    if (route.request().method() === 'POST') {
      changes += 1;
      await held;
    }
    await route.continue();
  });
  await dialog.getByRole('button', { name: 'Gem', exact: true }).dblclick();
  await dialog.getByRole('textbox', { name: 'Tekst' }).press('Enter');
  letThrough();
  await expect(page.getByText('Linjen er tilføjet.')).toBeVisible();
  // One change is sent after the other: with this one, all are.
  await page.getByRole('button', { name: 'Træk tilbage for KFU' }).click();
  await expect(page.getByRole('button', { name: 'Bekræft ingen for KFU' })).toBeVisible();
  expect(changes).toBe(2);
});
