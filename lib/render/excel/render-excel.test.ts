import exceljs, { type Workbook, type Worksheet } from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { columnKind } from '#lib/render/blocks.ts';
import { fillTexts } from '#lib/render/testing/fill-texts.ts';
import { sampleModel } from '#lib/render/testing/sample-model.ts';
import { isMoney, type ReportModel, tableOf } from '#lib/report/model.ts';
import { FRONT_SHEET } from './front-sheet.ts';
import { renderExcel, SHEET_NAMES, TEXT_SHEET } from './render-excel.ts';

const FIRST_ROW = 4;

async function open(model: ReportModel): Promise<Workbook> {
  const workbook = new exceljs.Workbook();
  // exceljs declares a Buffer of its own that Node's does not match.
  await workbook.xlsx.load((await renderExcel(model)).buffer as ArrayBuffer);
  return workbook;
}

function sheetOf(workbook: Workbook, name: string): Worksheet {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(`No sheet ${name}.`);
  return sheet;
}

const model = sampleModel();
const workbook = await open(model);

describe('the workbook opened again', () => {
  test('has the front first and a sheet per table, by names that Excel takes', () => {
    const names = workbook.worksheets.map((sheet) => sheet.name);
    expect(names).toEqual([FRONT_SHEET, ...model.tables.map((table) => SHEET_NAMES[table.id]), TEXT_SHEET]);
    for (const name of names) expect(name).toMatch(/^[^\\/?*[\]:]{1,31}$/);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  test('holds each cell of each table: text, whole number, blank', () => {
    for (const table of model.tables) {
      const sheet = sheetOf(workbook, SHEET_NAMES[table.id]);
      const rows = table.rows.length > 0 && table.total ? [...table.rows, table.total] : table.rows;
      for (const [index, row] of rows.entries()) {
        for (const [position, cell] of row.entries()) {
          const written = sheet.getCell(FIRST_ROW + index, position + 1);
          const place = `${table.id} ${written.address}`;
          const printed = isMoney(cell) ? cell.printed : String(cell);
          const shown = typeof written.value === 'number' && isMoney(cell) ? dotted(written.value) : written.value;
          expect(shown ?? '', place).toBe(typeof cell === 'number' ? cell : printed);
          if (isMoney(cell)) expect(written.numFmt, place).toBe('#,##0');
        }
      }
    }
  });

  test('keeps figures worked by hand: -401.803 t.kr., twelve digits, a blank', () => {
    expect(sheetOf(workbook, 'Kategorier').getCell('C5').value).toBe(-401803);
    expect(sheetOf(workbook, 'Kategorier').getCell('A7').value).toBe('I alt');
    expect(sheetOf(workbook, 'Tabel 1.1').getCell('D11').value).toBe(123456789012);
    expect(sheetOf(workbook, 'Ældre end 1 år').getCell('C4').value).toBeNull();
    expect(sheetOf(workbook, 'Systemafstemninger').getCell('C4').value).toBe(-4013);
  });

  test('has a real table with a filter over the rows, the total outside it', () => {
    for (const table of model.tables) {
      const sheet = sheetOf(workbook, SHEET_NAMES[table.id]);
      const [real] = sheet.getTables() as unknown as { table: { tableRef: string; autoFilterRef: string } }[];
      if (table.rows.length === 0) {
        expect(real, table.id).toBeUndefined();
        expect(sheet.getCell(FIRST_ROW, 1).value).toBe('Ingen linjer.');
        expect(sheet.getCell(FIRST_ROW - 1, 1).value).toBe(table.columns[0]?.label);
        continue;
      }
      const last = sheet.getColumn(table.columns.length).letter;
      expect(real?.table.tableRef, table.id).toBe(`A3:${last}${3 + table.rows.length}`);
      expect(real?.table.autoFilterRef, table.id).toBe(`A3:${last}${3 + table.rows.length}`);
    }
  });

  test('has frozen heads with their unit, and is set up for A4', () => {
    for (const table of model.tables) {
      const sheet = sheetOf(workbook, SHEET_NAMES[table.id]);
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
      expect(sheet.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
      expect(sheet.pageSetup.printTitlesRow).toBe('1:3');
      expect(sheet.headerFooter.oddHeader).toContain('Århus-Ærø Kommune');
      expect(sheet.headerFooter.oddFooter).toContain('Side &P af &N');
      for (const [index, column] of table.columns.entries()) {
        const head = String(sheet.getCell(3, index + 1).value);
        expect(head).toBe(columnKind(column) === 'money' ? `${column.label} (${column.unit})` : column.label);
      }
    }
    expect(sheetOf(workbook, 'Tabel 1.1').pageSetup.orientation).toBe('landscape');
    expect(sheetOf(workbook, 'Afstemt af').pageSetup.orientation).toBe('portrait');
  });

  test('says who it is from, the parameters, the checks, and that it is a draft', async () => {
    expect(workbook.creator).toBe('Århus-Ærø Kommune');
    expect(workbook.title).toContain('Årsrapportering');
    const rows = sheetOf(workbook, FRONT_SHEET).getSheetValues().map(String);
    for (const part of [
      'BIU',
      '2023-12',
      '31. december 2023',
      'UDKAST',
      '2 forhold mangler handleplan.',
      'Ikke opfyldt',
    ]) {
      expect(
        rows.some((row) => row.includes(part)),
        part,
      ).toBe(true);
    }
    expect(rows.some((row) => row.includes('afrundet for sig'))).toBe(true);
    for (const sheet of workbook.worksheets) expect(String(sheet.getCell('A2').value)).toContain('UDKAST');
    for (const sheet of (await open(sampleModel({ status: 'klar' }))).worksheets) {
      expect(JSON.stringify(sheet.getSheetValues())).not.toContain('UDKAST');
    }
  });
});

/** The figure as the report prints it, made apart from the product's own formatting. */
function dotted(value: number): string {
  return new Intl.NumberFormat('da-DK', { useGrouping: 'always' }).format(value).replace('\u2212', '-');
}

describe('the workbook as it is read and printed', () => {
  test('leads from its front to each sheet, and back', () => {
    const front = sheetOf(workbook, FRONT_SHEET);
    const links = new Map<string, string>();
    front.eachRow((row) => {
      const cell = row.getCell(1);
      if (cell.hyperlink) links.set(cell.text, cell.hyperlink);
    });
    for (const sheet of workbook.worksheets.slice(1)) {
      expect(links.get(sheet.name)).toBe(`#'${sheet.name}'!A1`);
      const last = sheet.lastRow?.getCell(1);
      expect(last?.hyperlink, sheet.name).toBe(`#'${FRONT_SHEET}'!A1`);
    }
    expect(links.size).toBe(workbook.worksheets.length - 1);
  });

  test('prints all that it says and no more, with notes that wrap within it', () => {
    for (const sheet of workbook.worksheets) {
      expect(sheet.pageSetup.printArea, sheet.name).toMatch(new RegExp(`^A1:[A-Z]+${sheet.rowCount}$`));
      expect(sheet.pageSetup).toMatchObject({ fitToPage: true, fitToWidth: 1, fitToHeight: 0 });
    }
    const note = sheetOf(workbook, 'Kategorier').getCell('A9');
    expect(note.isMerged).toBe(true);
    expect(note.alignment.wrapText).toBe(true);
  });

  test('is as high in each row as its longest text asks', () => {
    expect(sheetOf(workbook, 'Kategorier').getRow(4).height).toBe(15);
    const plans = sheetOf(workbook, 'Handleplaner');
    const long = Math.max(...[4, 5, 6].map((row) => plans.getRow(row).height));
    expect(long).toBeGreaterThanOrEqual(45);
  });

  test('says in its properties whose it is, of what, and in which language', async () => {
    const parts = unzipSync(await renderExcel(model));
    const core = strFromU8(parts['docProps/core.xml'] ?? new Uint8Array());
    expect(core).toContain('<dc:language>da-DK</dc:language>');
    expect(core).toContain(`<dc:subject>${model.runningHead}</dc:subject>`);
    expect(strFromU8(parts['docProps/app.xml'] ?? new Uint8Array())).toContain('<Company>Århus-Ærø Kommune</Company>');
  });
});

describe('text that begins like a formula', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '=HYPERLINK("http://x","y")'])('%j stays text', async (formula) => {
    const bytes = await renderExcel(fillTexts(model, formula));
    const parts = unzipSync(bytes);
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets.length).toBe(model.tables.length + 2);
    for (const [, part] of sheets) expect(strFromU8(part)).not.toContain('<f>');
    const reopened = new exceljs.Workbook();
    await reopened.xlsx.load(bytes.buffer as ArrayBuffer);
    expect(sheetOf(reopened, 'Handleplaner').getCell('A4').value).toBe(formula);
    expect(sheetOf(reopened, 'Handleplaner').getCell('A4').type).toBe(exceljs.ValueType.String);
  });
});

describe('what Excel would refuse', () => {
  test('control signs, half signs and endless text are replaced or cut, visibly', async () => {
    const awkward = `a\u0001b\ud800c\r\nd ${'x'.repeat(40_000)}`;
    const sheet = sheetOf(await open(fillTexts(model, awkward)), 'Handleplaner');
    const value = String(sheet.getCell('I4').value);
    expect(value.startsWith('a\ufffdb\ufffdc\nd xxx')).toBe(true);
    expect(value.length).toBe(32_767);
    expect(value.endsWith('…')).toBe(true);
  });

  test('a figure that a cell cannot hold exactly is an error, not a wrong number', async () => {
    const large = sampleModel();
    const [row] = tableOf(large, 'kategorier').rows;
    if (row) row[2] = { ore: '0', printed: '9.999.999.999.999.999' };
    await expect(renderExcel(large)).rejects.toThrow('beyond what a cell');
  });
});
