import { columnKind, DRAFT_WORD, documentDate, EMPTY_TABLE, isDraft, type TableNote } from '#lib/render/blocks.ts';
import { fileMark, tellEdition } from '#lib/render/version-facts.ts';
import { type Cell, type Column, isMoney, type ReportModel, type Table, type TableId } from '#lib/report/model.ts';
import { addFrontSheet, FRONT_SHEET } from './front-sheet.ts';
import {
  addTableSheet,
  type SheetColumn,
  type SheetContents,
  type SheetValue,
  TEXT_FORMAT,
  WHOLE_FORMAT,
} from './sheet.ts';
import { textRows } from './text-rows.ts';
import { createWorkbook, writeWorkbook } from './workbook.ts';

/** At most 31 characters, as Excel demands. */
export const SHEET_NAMES: Record<TableId, string> = {
  kategorier: 'Kategorier',
  'afstemt-af': 'Afstemt af',
  'aeldre-end-1-aar': 'Ældre end 1 år',
  'tabel-1-1': 'Tabel 1.1',
  'tabel-2-1': 'Tabel 2.1',
  handleplaner: 'Handleplaner',
  systemafstemninger: 'Systemafstemninger',
  'afskrivninger-drift': 'Afskrivninger over driften',
  'afskrivninger-balance': 'Afskrivninger på balancen',
  'afskrivninger-oevrige': 'Øvrige afskrivninger',
  'periodiserede-poster': 'Periodiserede poster',
  egenkapital: 'Egenkapital',
};

export const TEXT_SHEET = 'Tekster';
/** Stands there where the report has charts: their figures, since a table's columns are other ones. */
export const CHART_SHEET = 'Diagrammer';

/** The printed figure as a number: whole, and exact since it is below 2^53. Null where the report prints blank. */
function printedNumber(printed: string): number | null {
  if (printed === '') return null;
  if (!/^-?\d{1,3}(\.\d{3})*$/.test(printed)) throw new Error(`${printed} is no whole figure.`);
  const value = Number(printed.replaceAll('.', ''));
  if (!Number.isSafeInteger(value)) throw new Error(`${printed} is beyond what a cell of Excel holds exactly.`);
  return value;
}

function sheetValue(cell: Cell): SheetValue {
  if (isMoney(cell)) return printedNumber(cell.printed);
  return cell === '' ? null : cell;
}

function sheetColumn(column: Column): SheetColumn {
  return {
    label: column.unit === '' ? column.label : `${column.label} (${column.unit})`,
    format: columnKind(column) === 'text' ? TEXT_FORMAT : WHOLE_FORMAT,
    width: null,
  };
}

const subtitle = (model: ReportModel): string =>
  [model.committee.name, model.runningHead, ...(isDraft(model) ? [DRAFT_WORD] : [])].join(' · ');

function noteText(table: Table, note: TableNote): string {
  const column = table.columns.find((candidate) => candidate.id === note.column);
  return column ? `${column.label}: ${note.text}` : note.text;
}

function notesOf(model: ReportModel, table: Table): string[] {
  const notes = model.document.flatMap((block) =>
    block.kind === 'table' && block.table === table.id ? block.notes.map((note) => noteText(table, note)) : [],
  );
  // The document has cards of these, and says among them what is left out.
  return table.id === 'handleplaner' && model.edition === 'open'
    ? [...notes, tellEdition(model)].filter(Boolean)
    : notes;
}

/** The figures of the charts, one a row, in the charts' order. */
function chartRows({ document }: ReportModel): SheetValue[][] {
  const charts = document.flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
  return charts.flatMap(({ title, panels }) =>
    panels.flatMap((panel) =>
      panel.groups.flatMap(({ label, cells }) =>
        cells.map((cell, index): SheetValue[] => [
          title,
          panel.title || null,
          label,
          panel.series[index] ?? null,
          sheetValue(cell),
          panel.unit || null,
        ]),
      ),
    ),
  );
}

/** The sheets after the front, in order. */
function listSheets(model: ReportModel, subtitle: string): SheetContents[] {
  const frame = { subtitle, pageHeader: subtitle, emptyText: EMPTY_TABLE, home: FRONT_SHEET };
  const tables = model.tables.map(
    (table): SheetContents => ({
      ...frame,
      name: SHEET_NAMES[table.id],
      title: table.title,
      tableName: table.id.replaceAll('-', '_'),
      columns: table.columns.map(sheetColumn),
      rows: table.rows.map((row) => row.map(sheetValue)),
      total: table.rows.length > 0 && table.total ? table.total.map(sheetValue) : null,
      notes: notesOf(model, table),
    }),
  );
  const charts: SheetContents = {
    ...frame,
    name: CHART_SHEET,
    title: 'Diagrammernes tal',
    tableName: 'diagrammer',
    columns: [
      { label: 'Diagram', format: TEXT_FORMAT, width: 46 },
      { label: 'Mål', format: TEXT_FORMAT, width: 36 },
      { label: 'Gruppe', format: TEXT_FORMAT, width: 46 },
      { label: 'Søjle', format: TEXT_FORMAT, width: null },
      { label: 'Tal', format: WHOLE_FORMAT, width: null },
      { label: 'Enhed', format: TEXT_FORMAT, width: null },
    ],
    rows: chartRows(model),
    total: null,
    notes: [],
  };
  const texts: SheetContents = {
    ...frame,
    name: TEXT_SHEET,
    title: 'Rapportens tekster',
    tableName: 'tekster',
    columns: [
      { label: 'Sted', format: TEXT_FORMAT, width: 34 },
      { label: 'Overskrift', format: TEXT_FORMAT, width: 28 },
      { label: 'Skrevet for', format: TEXT_FORMAT, width: 26 },
      { label: 'Tekst', format: TEXT_FORMAT, width: 90 },
    ],
    rows: textRows(model),
    total: null,
    notes: [],
  };
  return [...tables, ...[charts, texts].filter(({ rows }) => rows.length > 0)];
}

/**
 * The annual report of a committee as .xlsx: a front with what it is, its checks and the way to each sheet; then each
 * table of the model on a sheet of its own (product.md, the annual report), the figures of the charts, and the texts.
 * Money is the printed figure as a number, in the unit of its head. Throws where a figure is beyond what Excel holds
 * exactly. The same model gives the same bytes.
 */
export async function renderExcel(model: ReportModel): Promise<Uint8Array> {
  const workbook = createWorkbook({
    title: `${model.title} – ${model.committee.name}${isDraft(model) ? ` (${DRAFT_WORD})` : ''}`,
    author: model.municipality,
    subject: model.runningHead,
    date: documentDate(model),
    keywords: fileMark(model),
  });
  const pageHeader = subtitle(model);
  const sheets = listSheets(model, pageHeader);
  const entries = sheets.map(({ name, title, rows }) => ({ name, title, rows: rows.length }));
  addFrontSheet(workbook, model, { pageHeader, entries });
  for (const sheet of sheets) addTableSheet(workbook, sheet);
  return writeWorkbook(workbook);
}
