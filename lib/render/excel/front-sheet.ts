import type { Workbook, Worksheet } from 'exceljs';
import { accentOf } from '#lib/domain/brand.ts';
import { DRAFT_WORD, isDraft, reportFacts } from '#lib/render/blocks.ts';
import type { ReportModel } from '#lib/report/model.ts';
import { rowHeight, SHEET_FONT } from './measure-cells.ts';
import { cleanText, linkTo, QUIET, setUpPrint } from './sheet.ts';

export const FRONT_SHEET = 'Forside';

/** In signs: labels and names of sheets, what they say, and what else there is to it. */
const WIDTHS = [30, 74, 14, 44];

const ROUNDING_NOTE =
  'Hvert beløb er afrundet for sig ud fra det nøjagtige beløb i øre. En total kan derfor afvige fra summen af de viste tal.';

/** A sheet of the workbook as the front leads to it. */
export interface SheetEntry {
  name: string;
  title: string;
  rows: number;
}

/** Writes rows from top to bottom, each as high as its texts ask. */
class Writer {
  readonly #sheet: Worksheet;
  row = 1;

  constructor(sheet: Worksheet) {
    this.#sheet = sheet;
  }

  text(texts: readonly (string | number | null)[], look: { bold?: boolean; quiet?: boolean } = {}): void {
    texts.forEach((value, index) => {
      if (value === null) return;
      const cell = this.#sheet.getCell(this.row, index + 1);
      cell.value = typeof value === 'string' ? cleanText(value) : value;
      cell.font = {
        ...SHEET_FONT,
        ...(look.bold ? { bold: true } : {}),
        ...(look.quiet || (index === 0 && !look.bold) ? { color: QUIET } : {}),
      };
      cell.alignment = { vertical: 'top', wrapText: true, horizontal: typeof value === 'number' ? 'right' : 'left' };
    });
    this.end(texts);
  }

  /** A title over a part of the sheet, with the heads of its columns and a line beneath them. */
  part(heads: readonly (string | null)[]): void {
    this.row += 1;
    WIDTHS.forEach((_, index) => {
      this.#sheet.getCell(this.row, index + 1).border = { bottom: { style: 'thin' } };
    });
    this.text(heads, { bold: true });
  }

  end(texts: readonly (string | number | null)[]): void {
    this.#sheet.getRow(this.row).height = rowHeight(
      texts.map((value) => String(value ?? '')),
      WIDTHS,
    );
    this.row += 1;
  }
}

/** Whether a check holds, in a word. */
const tellCheck = ({ ok, severity }: ReportModel['checks'][number]): string =>
  ok ? 'Opfyldt' : severity === 'warning' ? 'Bør ses på' : 'Ikke opfyldt';

/** Adds the sheet that the workbook begins with: what it is, how far it is, what is in it with links, and the checks. */
export function addFrontSheet(
  workbook: Workbook,
  model: ReportModel,
  { pageHeader, entries }: { pageHeader: string; entries: readonly SheetEntry[] },
): void {
  const sheet = workbook.addWorksheet(FRONT_SHEET, { views: [{ showGridLines: false }] });
  WIDTHS.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });
  const title = sheet.getCell(1, 1);
  title.value = cleanText(isDraft(model) ? `${model.title} – ${DRAFT_WORD}` : model.title);
  title.font = {
    ...SHEET_FONT,
    bold: true,
    size: 18,
    color: { argb: `FF${accentOf(model.brand).slice(1).toUpperCase()}` },
  };
  sheet.getRow(1).height = 28;
  const name = sheet.getCell(2, 1);
  name.value = cleanText(
    [model.committee.name, model.runningHead, ...(isDraft(model) ? [DRAFT_WORD] : [])].join(' · '),
  );
  name.font = { ...SHEET_FONT, size: 12 };
  sheet.getRow(2).height = 20;
  const writer = new Writer(sheet);
  writer.row = 4;
  for (const [label, value] of reportFacts(model)) writer.text([label, value]);
  writer.text(['Udvalgskode', model.committee.code]);
  const verdict = isDraft(model)
    ? `${DRAFT_WORD}: kontroller er ikke opfyldt`
    : 'Alle nødvendige kontroller er opfyldt';
  writer.text(['Samlet vurdering', verdict]);
  writer.part(['Ark', 'Indhold', 'Antal rækker']);
  sheet.getCell(writer.row - 1, 3).alignment = { horizontal: 'right' };
  for (const entry of entries) {
    linkTo(sheet, writer.row, 1, entry.name, entry.name);
    const start = writer.row;
    writer.text([null, entry.title, entry.rows]);
    sheet.getRow(start).height = rowHeight([entry.name, entry.title], WIDTHS);
  }
  writer.part(['Kontrol', null, 'Resultat', 'Bemærkning']);
  for (const check of model.checks) {
    const remark = [check.ok ? '' : String(check.count), check.subjects.join(', ')].filter((part) => part !== '');
    sheet.mergeCells(writer.row, 1, writer.row, 2);
    const start = writer.row;
    const texts = [check.message, null, tellCheck(check), remark.join(': ') || null];
    writer.text(texts, { bold: !check.ok });
    sheet.getCell(start, 1).font = { ...SHEET_FONT, bold: !check.ok };
    sheet.getRow(start).height = rowHeight(
      [check.message, '', tellCheck(check), remark.join(': ')],
      [(WIDTHS[0] ?? 0) + (WIDTHS[1] ?? 0), ...WIDTHS.slice(1)],
    );
  }
  writer.row += 1;
  sheet.mergeCells(writer.row, 1, writer.row, WIDTHS.length);
  const last = writer.row;
  writer.text([ROUNDING_NOTE], { quiet: true });
  sheet.getRow(last).height = rowHeight([ROUNDING_NOTE], [WIDTHS.reduce((sum, width) => sum + width, 0)]);
  setUpPrint(sheet, pageHeader, 0, 0);
  sheet.pageSetup.printArea = `A1:D${last}`;
}
