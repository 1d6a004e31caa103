import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { readDemo, textFile } from './demo-files.ts';
import { expect, test } from './fixtures.ts';
import { ImportPage } from './pages/import-page.ts';
import { ListPage } from './pages/list-page.ts';

test.use({ role: 'administrator' });

interface BadFile {
  name: string;
  file: { name: string; mimeType: string; buffer: Buffer };
  /** Row, column and value as the person sees them in the file. */
  place: [row: string, column: string, value: string];
  /** What is wrong, and what to do. */
  message: RegExp;
}

const BALANCE = 'Konto;Kontonavn;IM-funktion;Saldo';
const FINDINGS =
  'Konto;Kategori;Udvalg;Ansvarlig;Tema;Posteringsdato;Beløb til opfølgning;Aktivitetsplan;Deadline;Konsekvens';
const WHOLE_FILE = 'hele filen';

/** A balance whose last row closes it at 0 unless that is the mistake. */
function balance(...rows: string[]) {
  return textFile('saldo.csv', [BALANCE, ...rows].join('\r\n'));
}

function findings(row: string) {
  return textFile('afstemninger.csv', [FINDINGS, row].join('\r\n'));
}

const GOOD = '90100001;Kasse;9.22.01;1.000,00';
const CLOSING = '90100002;Bank;9.22.01;-1.000,00';

const BAD_FILES: BadFile[] = [
  {
    name: 'a kind that nobody knows',
    file: textFile('indkøb.csv', 'Vare;Antal\r\nPapir;12\r\n'),
    place: ['1', '', 'Vare Antal'],
    message: /ligner ingen af de filer.*Vælg selv hvilken den er/,
  },
  {
    name: 'a ragged row',
    file: balance(GOOD, '90100002;Bank;-1.000,00'),
    place: ['3', '', ''],
    message: /har 3 felter, men overskriften 4.*manglende skilletegn/,
  },
  {
    name: 'three decimals',
    file: balance(GOOD, '90100002;Bank;9.22.01;-1.000,005'),
    place: ['3', 'Saldo', '-1.000,005'],
    message: /mere end to decimaler/,
  },
  {
    name: 'not an amount',
    file: balance(GOOD, '90100002;Bank;9.22.01;tusind', CLOSING.replace('02', '03')),
    place: ['3', 'Saldo', 'tusind'],
    message: /ikke et beløb. Skriv det som 1\.234,50/,
  },
  {
    name: 'an account twice',
    file: balance(GOOD, CLOSING, '90100001;Kasse igen;9.22.01;0,00'),
    place: ['4', 'Konto', '90100001'],
    message: /står allerede i række 2.*fjern den ene/,
  },
  {
    name: 'a function that is not in the chart',
    file: balance(GOOD, '90100002;Bank;9.99.98;-1.000,00'),
    place: ['3', 'IM-funktion', '9.99.98'],
    message: /ikke i årets kontoplan.*indlæs im-funktioner/,
  },
  {
    name: 'a balance that does not sum to 0',
    file: balance(GOOD, '90100002;Bank;9.22.01;-999,99'),
    place: [WHOLE_FILE, 'Saldo', '0,01'],
    message: /skal summe til 0, men giver 0,01.*alle konti er med/,
  },
  {
    name: 'a date that does not exist',
    file: findings('95900088;2;BIU;BIF;;31.02.2023;2.000,00;Undersøges;30.06.2024;'),
    place: ['2', 'Posteringsdato', '31.02.2023'],
    message: /findes ikke eller kan ikke læses.*31\.12\.2023/,
  },
  {
    name: 'a category outside 1–3',
    file: findings('95900088;4;BIU;BIF;;31.10.2023;2.000,00;Undersøges;30.06.2024;'),
    place: ['2', 'Kategori', '4'],
    message: /skal være 1, 2 eller 3/,
  },
  {
    name: 'no deadline over the threshold',
    file: findings('95900088;2;BIU;BIF;;31.10.2023;1.000,00;Undersøges;;'),
    place: ['2', 'Deadline', ''],
    message: /Fra 1\.000 kr\. skal der være en deadline/,
  },
  {
    name: 'a missing column',
    file: textFile(
      'afstemninger.csv',
      `${FINDINGS.replace(';Posteringsdato', '')}\r\n95900088;2;BIU;BIF;;2.000,00;Ja;30.06.2024;`,
    ),
    place: ['1', 'Posteringsdato', ''],
    message: /Kolonnen mangler.*skabelonen/,
  },
  {
    name: 'a file that is no workbook',
    file: {
      name: 'saldo.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(zipSync({ 'brev.txt': Buffer.from('Kære økonomi') })),
    },
    place: [WHOLE_FILE, '', ''],
    message: /ingen Excel-projektmappe. Gem den som/,
  },
  {
    name: 'a workbook with a password',
    // What Excel encrypts is an OLE container that names the stream of its package.
    file: {
      name: 'saldo.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(1016),
        Buffer.from('EncryptedPackage', 'utf16le'),
        Buffer.alloc(1024),
      ]),
    },
    place: [WHOLE_FILE, '', ''],
    message: /beskyttet med adgangskode. Gem en kopi uden/,
  },
];

test('each bad file is refused with row, column, value and remedy, and nothing is stored', async ({ page }) => {
  // One import after the other.
  test.slow();
  const desk = new ImportPage(page);
  await desk.open();
  for (const { name, file, place, message } of BAD_FILES) {
    await test.step(name, async () => {
      // A balance goes into a new period: in one with follow-up, accounts that it lacks are a mistake of their own.
      await desk.choosePeriod(file.name.startsWith('afstemninger') ? '2023-12' : '2023-11');
      await desk.preview(file);
      const errors = await desk.errors();
      const found = errors.find((cells) => message.test(cells[4] ?? ''));
      expect(found?.slice(0, 4), JSON.stringify(errors)).toEqual([file.name, ...place]);
      await expect(page.getByText('Intet er gemt.')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Gem import' })).toHaveCount(0);
      await desk.restart();
    });
  }
  await page.reload();
  await expect(page.getByRole('table', { name: 'Historik' }).getByRole('row')).toHaveCount(2);
  await new ListPage(page).open('/2023-12/konti');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Konti (2.449)');
});

test('files that cannot go together, or are too large, are refused before they are read', async ({ page }, info) => {
  test.slow();
  const desk = new ImportPage(page);
  await desk.open('2023-11');
  await test.step('two of a kind', async () => {
    const text = [BALANCE, GOOD, CLOSING].join('\n');
    await desk.preview([textFile('en.csv', text), textFile('to.csv', text)]);
    expect((await desk.errors()).map((cells) => cells[4])).toEqual([
      expect.stringMatching(/allerede en fil til .*en\.csv/),
    ]);
    await desk.restart();
  });
  await test.step('large, and nothing that can be read', async () => {
    const large = info.outputPath('stor.csv');
    writeFileSync(large, '');
    truncateSync(large, 25 * 1024 * 1024 + 1);
    await desk.preview(large);
    expect((await desk.errors()).map((cells) => cells.join(' ')).join('\n')).toMatch(/stor\.csv|kan ikke læses/);
    await desk.restart();
  });
  await test.step('a period that is none', async () => {
    await page.getByRole('textbox', { name: 'Periode' }).fill('2023-17');
    await desk.preview(balance(GOOD, CLOSING));
    await expect(page.getByRole('alert').filter({ hasText: 'Der er en fejl' })).toContainText(
      '”2023-17” er ikke en periode',
    );
    await page.getByRole('alert').filter({ hasText: 'Der er en fejl' }).getByRole('link').click();
    await expect(page.getByRole('textbox', { name: 'Periode' })).toBeFocused();
  });
});

test('of more than a hundred errors a hundred are shown, the rest counted, all of them downloaded', async ({
  page,
}) => {
  const desk = new ImportPage(page);
  await desk.open('2023-11');
  const rows = Array.from(
    { length: 143 },
    (_, index) => `901${String(index).padStart(5, '0')};Kasse;9.22.01;x${index}`,
  );
  await desk.preview(balance(...rows));
  await expect(page.getByRole('heading', { name: 'Der er 143 fejl i filerne' })).toBeFocused();
  expect(await desk.errors()).toHaveLength(100);
  await expect(page.getByText('De første 100 er vist; 43 flere er i filen.')).toBeVisible();
  const started = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Hent alle fejl' }).click();
  const download = await started;
  expect(download.suggestedFilename()).toBe('importfejl.csv');
  const lines = readFileSync(await download.path(), 'utf8')
    .trim()
    .split(/\r?\n/);
  expect(lines).toHaveLength(144);
  expect(lines[143]).toMatch(/^saldo\.csv;144;Saldo;x142;Det er ikke et beløb/);
});

test('amounts that can be read two ways are asked for, and the answer goes on', async ({ page }) => {
  const desk = new ImportPage(page);
  await desk.open('2023-11');
  // Whole thousands, with a point that may part thousands or øre.
  await desk.preview(balance('90100001;Kasse;9.22.01;1.234', '90100002;Bank;9.22.01;-1.234'));
  await expect(page.getByRole('heading', { name: 'Et spørgsmål, før filerne kan læses' })).toBeFocused();
  const question = page.getByRole('group', { name: 'Hvordan er beløbene skrevet?' });
  await expect(question.getByRole('row', { name: /1\.234/ }).first()).toContainText('1.234,00 kr.');
  await expect(page.getByRole('button', { name: 'Gem import' })).toHaveCount(0);
  await question.getByRole('radio', { name: /^Dansk/ }).check();
  await expect(page.getByText('Saldobalancen har 2 konti og summer til 0,00 kr. Den stemmer.')).toBeVisible();
  await desk.store();
  await new ListPage(page).open('/2023-11/konti?q=90100001');
  await expect(page.getByRole('grid').getByRole('gridcell', { name: '1.234,00', exact: true })).toBeVisible();
});

test('a refusal of one file keeps the others out too', async ({ page }) => {
  const desk = new ImportPage(page);
  await desk.open();
  const organisation = textFile(
    'organisation.csv',
    readDemo('organisation').replace('Økonomiudvalget', 'Finansudvalget'),
  );
  await desk.preview([organisation, balance(GOOD, '90100002;Bank;9.22.01;0,00')]);
  expect((await desk.errors()).map((cells) => cells[0])).not.toContain('organisation.csv');
  await expect(page.getByRole('button', { name: 'Gem import' })).toHaveCount(0);
  await page.goto('/2023-12');
  await expect(page.getByRole('main')).toContainText('Økonomiudvalget');
});
