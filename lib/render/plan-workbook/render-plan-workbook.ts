import type { Workbook, Worksheet } from 'exceljs';
import { dateParts, type IsoDate } from '#lib/domain/date.ts';
import type { Ore } from '#lib/domain/money.ts';
import { openFields, type PlanRow } from '#lib/domain/plan-row.ts';
import { formatDate } from '#lib/format/date.ts';
import { PLAN_COLUMNS, type PlanColumn, STATE_WORDS } from '#lib/format/plan-columns.ts';
import { cleanText, DATE_FORMAT, DECIMAL_FORMAT } from '#lib/render/excel/sheet.ts';
import { createWorkbook, writeWorkbook } from '#lib/render/excel/workbook.ts';
import { kroner } from '#lib/render/rows/rows-xlsx.ts';
import { instructionLines } from './instructions.ts';

/** A row of the workbook with what is told of its account. Amounts in øre. */
export interface PlanWorkbookRow {
  row: PlanRow;
  /** See writeRowKey(). */
  key: string;
  accountName: string;
  category: number;
  theme: string;
  followUp: Ore;
  older: Ore;
}

export interface PlanWorkbook {
  municipality: string;
  committee: string;
  /** '' where it is for all. */
  responsible: string;
  periodId: string;
  balanceDate: IsoDate;
  rows: readonly PlanWorkbookRow[];
}

const HEAD_ROW = 4;
/** Paper size A4 in Excel's numbering. */
const A4 = 9;
/** So many rows of a text are shown before it is cut: Excel does not grow a row by itself for a reader. */
const POINTS_A_LINE = 14;
const MOST_LINES = 12;

/** In characters. */
const WIDTHS: Record<PlanColumn, number> = {
  account: 12,
  accountName: 26,
  category: 10,
  theme: 12,
  followUp: 16,
  older: 16,
  problem: 38,
  responsible: 16,
  activity: 42,
  deadline: 13,
  consequence: 34,
  state: 12,
  on: 13,
  reason: 28,
  key: 10,
};
const COLUMNS = Object.keys(PLAN_COLUMNS) as PlanColumn[];
const NUMBERS: ReadonlySet<PlanColumn> = new Set(['followUp', 'older']);
const DATES: ReadonlySet<PlanColumn> = new Set(['deadline', 'on']);

const INK_OF_LOCKED = 'FF5F6368';
const FILL_OF_OPEN = 'FFFFF8E1';
const FILL_OF_HEAD = 'FFECEFF1';

/**
 * The action plans of a committee as a workbook that whoever is responsible fills in: what may be changed is open and
 * has its choices, all else is locked, and each row bears a hidden key by which it is known again.
 */
export async function renderPlanWorkbook(plans: PlanWorkbook): Promise<Uint8Array> {
  const workbook = createWorkbook({
    title: `Handleplaner ${plans.periodId} – ${plans.committee}`,
    author: plans.municipality,
    date: toDate(plans.balanceDate),
  });
  await addPlans(workbook, plans);
  await addInstructions(workbook, plans);
  return writeWorkbook(workbook);
}

function toDate(date: IsoDate): Date {
  const { year, month, day } = dateParts(date);
  return new Date(Date.UTC(year, month - 1, day));
}

const at = (column: PlanColumn): number => COLUMNS.indexOf(column) + 1;

async function addPlans(workbook: Workbook, plans: PlanWorkbook): Promise<void> {
  const sheet = workbook.addWorksheet('Handleplaner', {
    views: [{ state: 'frozen', ySplit: HEAD_ROW, xSplit: 2 }],
  });
  sheet.getCell(1, 1).value = cleanText(`Handleplaner – ${plans.committee}`);
  sheet.getCell(1, 1).font = { bold: true, size: 14 };
  const whose = plans.responsible === '' ? 'alle ansvarlige' : plans.responsible;
  sheet.getCell(2, 1).value = cleanText(
    `${plans.municipality}, periode ${plans.periodId}, balancedato ${formatDate(plans.balanceDate)}. Til ${whose}. Udfyld de gule felter; se arket Vejledning.`,
  );
  writeHead(sheet);
  sheet.getRow(HEAD_ROW).height = 2 * POINTS_A_LINE;
  plans.rows.forEach((one, index) => {
    writeRow(sheet, HEAD_ROW + 1 + index, one);
  });
  const last = HEAD_ROW + Math.max(1, plans.rows.length);
  if (plans.rows.length === 0) sheet.getCell(HEAD_ROW + 1, 1).value = 'Ingen handleplaner.';
  sheet.autoFilter = { from: { row: HEAD_ROW, column: 1 }, to: { row: last, column: COLUMNS.length } };
  addChoices(sheet, last, plans.balanceDate);
  setUpPrint(sheet);
  await protect(sheet);
}

function writeHead(sheet: Worksheet): void {
  for (const column of COLUMNS) {
    const cell = sheet.getCell(HEAD_ROW, at(column));
    cell.value = PLAN_COLUMNS[column];
    cell.font = { bold: true };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: FILL_OF_HEAD } };
    cell.alignment = { vertical: 'bottom', horizontal: NUMBERS.has(column) ? 'right' : 'left', wrapText: true };
    cell.border = { top: { style: 'medium' }, bottom: { style: 'thin' } };
    const own = sheet.getColumn(at(column));
    own.width = WIDTHS[column];
    own.hidden = column === 'key';
  }
}

function writeRow(sheet: Worksheet, number: number, one: PlanWorkbookRow): void {
  const { row, key, accountName, category, theme, followUp, older } = one;
  const { values } = row;
  const state = STATE_WORDS[values.state === 'done' ? 'done' : 'open'];
  const texts: Record<PlanColumn, string | number | Date | null> = {
    account: row.account,
    accountName,
    category,
    theme,
    followUp: kroner(followUp),
    older: kroner(older),
    problem: row.isFirst ? values.problem : null,
    responsible: row.isFirst ? values.responsible : null,
    activity: values.activity,
    deadline: values.deadline === '' ? null : toDate(values.deadline),
    consequence: values.consequence,
    state,
    on: null,
    reason: null,
    key,
  };
  const open = new Set<PlanColumn>(openFields(row));
  const isOpen = values.state === 'open';
  for (const column of COLUMNS) {
    const cell = sheet.getCell(number, at(column));
    const value = texts[column];
    cell.value = typeof value === 'string' ? cleanText(value) : value;
    const isChangeable = open.has(column) || (isOpen && (column === 'on' || column === 'reason'));
    cell.protection = { locked: !isChangeable };
    if (isChangeable) cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: FILL_OF_OPEN } };
    else cell.font = { color: { argb: INK_OF_LOCKED } };
    cell.numFmt = DATES.has(column) ? DATE_FORMAT : NUMBERS.has(column) ? DECIMAL_FORMAT : '@';
    cell.alignment = {
      vertical: 'top',
      horizontal: NUMBERS.has(column) ? 'right' : 'left',
      wrapText: !NUMBERS.has(column) && column !== 'key',
    };
    cell.border = { bottom: { style: 'hair' } };
  }
  sheet.getCell(number, at('category')).numFmt = '0';
  sheet.getRow(number).height = POINTS_A_LINE * linesOf(texts);
}

/** How many lines the longest text of a row takes in its column. */
function linesOf(texts: Record<PlanColumn, unknown>): number {
  const lines = COLUMNS.filter((column) => column !== 'key').map((column) => {
    const text = texts[column];
    if (typeof text !== 'string') return 1;
    const ofLine = (line: string) => Math.max(1, Math.ceil(line.length / (WIDTHS[column] * 0.95)));
    return text.split('\n').reduce((total, line) => total + ofLine(line), 0);
  });
  return Math.min(MOST_LINES, Math.max(1, ...lines));
}

/** What can be chosen and typed; a range for each column, since rules for single cells overlap. */
function addChoices(sheet: Worksheet, last: number, balanceDate: IsoDate): void {
  const ranges = Reflect.get(sheet, 'dataValidations') as { add(range: string, rule: object): void };
  const add = (column: PlanColumn, rule: object, error: string) => {
    const letter = sheet.getColumn(at(column)).letter;
    ranges.add(`${letter}${HEAD_ROW + 1}:${letter}${last}`, {
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: PLAN_COLUMNS[column],
      error,
      ...rule,
    });
  };
  const words = Object.values(STATE_WORDS);
  add('state', { type: 'list', formulae: [`"${words.join(',')}"`] }, `Vælg ${words.join(', ')}.`);
  const after = formatDate(balanceDate);
  add(
    'deadline',
    { type: 'date', operator: 'greaterThan', formulae: [toDate(balanceDate)] },
    `Skriv en dato efter balancedatoen ${after}.`,
  );
  add(
    'on',
    { type: 'date', operator: 'greaterThan', formulae: [toDate('2000-01-01')] },
    'Skriv den dato, aktiviteten blev udført.',
  );
  add('responsible', { type: 'textLength', operator: 'lessThanOrEqual', formulae: [200] }, 'Højst 200 tegn.');
  for (const column of ['problem', 'activity', 'consequence', 'reason'] as const) {
    const most = column === 'reason' ? 2000 : 4000;
    add(column, { type: 'textLength', operator: 'lessThanOrEqual', formulae: [most] }, `Højst ${most} tegn.`);
  }
}

function setUpPrint(sheet: Worksheet): void {
  sheet.pageSetup = {
    ...sheet.pageSetup,
    paperSize: A4,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: `${HEAD_ROW}:${HEAD_ROW}`,
  };
  sheet.headerFooter = { ...sheet.headerFooter, oddFooter: '&L&A&RSide &P af &N' };
}

/** Without a password: it keeps people from mistakes, and the checks on the way home keep the figures. */
async function protect(sheet: Worksheet): Promise<void> {
  await sheet.protect('', { autoFilter: true, sort: true, formatColumns: true, formatRows: true });
}

async function addInstructions(workbook: Workbook, plans: PlanWorkbook): Promise<void> {
  const sheet = workbook.addWorksheet('Vejledning');
  sheet.getColumn(1).width = 22;
  sheet.getColumn(2).width = 90;
  instructionLines(formatDate(plans.balanceDate)).forEach(([head, text], index) => {
    const label = sheet.getCell(index + 1, 1);
    label.value = head;
    label.font = { bold: true };
    label.alignment = { vertical: 'top' };
    const cell = sheet.getCell(index + 1, 2);
    cell.value = text;
    cell.alignment = { vertical: 'top', wrapText: true };
  });
  await protect(sheet);
}
