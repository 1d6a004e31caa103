import { diffArrays } from 'diff';
import { formatOre } from '#lib/format/amount.ts';
import { diffWordsOf } from '#lib/format/diff-texts.ts';
import { toCanonical } from './frozen-model.ts';
import {
  type Cell,
  type Column,
  isMoney,
  type ReportModel,
  type Run,
  TABLE_IDS,
  type Table,
  type TableId,
} from './model.ts';
import { printCell } from './print-cell.ts';

/** A figure that is another in the one model than in the other; null: the row is not there. */
interface FigureChange {
  table: TableId;
  title: string;
  row: string;
  column: string;
  before: string | null;
  after: string | null;
}

/** A part of a text; `changed`: it is only on this side. */
export interface Piece {
  text: string;
  changed: boolean;
}

/** A paragraph, item, heading or cell of text that differs; a side is empty where it is not there. */
interface TextChange {
  /** The heading, or the table's row and column, where it stands. */
  place: string;
  before: Piece[];
  after: Piece[];
}

export interface ModelChanges {
  figures: FigureChange[];
  texts: TextChange[];
  /** What else is another: none of it changes a figure or a word outside the checks. */
  others: OtherChange[];
}

const OTHER_CHANGES = ['redactions', 'brand', 'checks', 'charts', 'form'] as const;
/** `form`: how the parts of the document are put together. */
type OtherChange = (typeof OTHER_CHANGES)[number];

/**
 * What changed between two models of a report, as figures and as text, in the order of the document. None for a model
 * and itself; with the two swapped, the same changes with their sides swapped.
 */
export function compareModels(before: ReportModel, after: ReportModel): ModelChanges {
  const figures: FigureChange[] = [];
  const texts = compareTexts(linesOf(before), linesOf(after));
  for (const id of TABLE_IDS) {
    const left = before.tables.find((table) => table.id === id);
    const right = after.tables.find((table) => table.id === id);
    const table = right ?? left;
    if (!table) continue;
    for (const [one, other] of matchRows(id, left, right)) {
      compareRow({ table, left, right, one, other }, figures, texts);
    }
  }
  return { figures, texts, others: compareOthers(before, after, figures.length + texts.length) };
}

/** The parts that are neither figures nor texts. What is not told otherwise is told as the document's form. */
function compareOthers(before: ReportModel, after: ReportModel, told: number): OtherChange[] {
  const chartsOf = ({ document }: ReportModel) => document.flatMap((block) => (block.kind === 'chart' ? [block] : []));
  const differ = (part: (model: ReportModel) => unknown) => toCanonical(part(before)) !== toCanonical(part(after));
  const others: OtherChange[] = [];
  if (differ(({ redactions, across = null }) => [redactions, across])) others.push('redactions');
  if (differ(({ brand }) => brand)) others.push('brand');
  if (differ(({ checks }) => checks)) others.push('checks');
  if (differ(chartsOf)) others.push('charts');
  const isElse = differ(({ document, tables, counts, title, runningHead }) => [
    document,
    tables,
    counts,
    title,
    runningHead,
  ]);
  return told === 0 && isElse && !others.includes('charts') ? [...others, 'form'] : others;
}

interface RowPair {
  table: Table;
  left: Table | undefined;
  right: Table | undefined;
  one: Cell[] | null;
  other: Cell[] | null;
}

function compareRow({ table, left, right, one, other }: RowPair, figures: FigureChange[], texts: TextChange[]): void {
  const columns = new Map([...(left?.columns ?? []), ...(right?.columns ?? [])].map((column) => [column.id, column]));
  const shown = other ?? one ?? [];
  const row = nameRow(table.id, other ? right : left, shown);
  const isAlone = one === null || other === null;
  const isTotal = shown === right?.total || shown === left?.total;
  const named = new Set(isAlone ? (isTotal ? table.columns : keyColumns(table.id, table)).map(({ id }) => id) : []);
  for (const column of columns.values()) {
    const before = cellAt(left, one, column.id);
    const after = cellAt(right, other, column.id);
    const [was, is] = printBoth(before, after);
    if (was === is) continue;
    const isFigure = [before, after].some((cell) => cell !== null && (isMoney(cell) || typeof cell === 'number'));
    // A blank that came or went with its row tells nothing, and neither do the texts that the row is named by.
    if (!isFigure && ((was ?? '') === (is ?? '') || named.has(column.id))) continue;
    if (isFigure || column.unit !== '') {
      figures.push({ table: table.id, title: table.title, row, column: headOf(column), before: was, after: is });
    } else texts.push({ place: `${table.title}: ${row}, ${column.label}`, ...comparePieces(was ?? '', is ?? '') });
  }
}

const headOf = ({ label, unit }: Column) => (unit === '' ? label : `${label} (${unit})`);

function cellAt(table: Table | undefined, row: Cell[] | null, column: string): Cell | null {
  const index = table?.columns.findIndex(({ id }) => id === column) ?? -1;
  return row === null || index < 0 ? null : (row[index] ?? null);
}

/** Two cells as they are printed; as exact amounts where they only print the same. */
function printBoth(before: Cell | null, after: Cell | null): [string | null, string | null] {
  const [was, is] = [before, after].map((cell) => (cell === null ? null : printCell(cell)));
  if (
    was === is &&
    before !== null &&
    after !== null &&
    isMoney(before) &&
    isMoney(after) &&
    before.ore !== after.ore
  ) {
    return [exactly(before.ore), exactly(after.ore)];
  }
  return [was ?? null, is ?? null];
}

const exactly = (ore: string) => `${formatOre(BigInt(ore))} kr.`;

/** By what a row is known again. Tables of single lines have none: their lines are told apart by all their texts. */
const KEYS: Partial<Record<TableId, readonly string[]>> = {
  kategorier: ['kategori'],
  'afstemt-af': ['enhed'],
  'aeldre-end-1-aar': ['im-funktion', 'enhed'],
  'tabel-1-1': ['im-funktion'],
  'tabel-2-1': ['im-funktion'],
  handleplaner: ['konto', 'udvalg'],
  systemafstemninger: ['fagsystem', 'modtager'],
  'afskrivninger-drift': ['afskrevet-paa', 'navn'],
  'afskrivninger-balance': ['afskrevet-paa', 'navn'],
  'afskrivninger-oevrige': ['afskrevet-paa', 'navn'],
  'periodiserede-poster': ['konto', 'tekst'],
  egenkapital: ['konto', 'tekst'],
};

/** The columns that name a row; the first where none of those we know is there. */
function keyColumns(id: TableId, { columns }: Table): Column[] {
  const known = columns.filter((column) => KEYS[id]?.includes(column.id));
  return known.length > 0 ? known : columns.slice(0, 1);
}

function nameRow(id: TableId, table: Table | undefined, row: Cell[]): string {
  if (!table) return '';
  if (row === table.total) return printCell(row[0] ?? '');
  const parts = keyColumns(id, table).map((column) => printCell(cellAt(table, row, column.id) ?? ''));
  const name = parts.filter((part) => part !== '').join(', ');
  return id === 'kategorier' ? `Kategori ${name}` : name;
}

/** The rows of two tables in pairs, the row of totals last; null where there is no such row. */
function matchRows(id: TableId, left: Table | undefined, right: Table | undefined): [Cell[] | null, Cell[] | null][] {
  const groups = [left, right].map((table) =>
    Map.groupBy(table?.rows ?? [], (row) => (table ? `${nameRow(id, table, row)}` : '')),
  );
  const [lefts, rights] = groups;
  const names = [...new Set([...(lefts?.keys() ?? []), ...(rights?.keys() ?? [])])].sort();
  const pairs = names.flatMap((name) => matchTwins(lefts?.get(name) ?? [], rights?.get(name) ?? []));
  return left?.total || right?.total ? [...pairs, [left?.total ?? null, right?.total ?? null]] : pairs;
}

/** Rows of one name: those that are the same are each other's, the others go by their order. */
function matchTwins(lefts: Cell[][], rights: Cell[][]): [Cell[] | null, Cell[] | null][] {
  const rest = [...rights];
  const changed = lefts.filter((row) => {
    const text = JSON.stringify(row);
    const twin = rest.findIndex((other) => JSON.stringify(other) === text);
    if (twin >= 0) rest.splice(twin, 1);
    return twin < 0;
  });
  const count = Math.max(changed.length, rest.length);
  return Array.from({ length: count }, (_, index) => [changed[index] ?? null, rest[index] ?? null]);
}

interface Line {
  place: string;
  text: string;
}

/** All that the document says outside its tables and cards, line by line. */
function linesOf({ document, tables }: ReportModel): Line[] {
  const lines: Line[] = [];
  let place = '';
  const say = (text: string) => {
    if (text !== '') lines.push({ place, text });
  };
  for (const block of document) {
    switch (block.kind) {
      case 'heading':
        place = [block.number, block.text].filter((part) => part !== '').join(' ');
        say(place);
        break;
      case 'paragraph':
        say(block.text);
        break;
      case 'list':
        block.items.forEach(say);
        break;
      case 'figure':
        say(block.caption);
        say(block.figure.alternativeText);
        break;
      case 'table':
        say(tables.find(({ id }) => id === block.table)?.title ?? '');
        for (const note of block.notes) say(note.text);
        break;
      case 'chart':
        say(block.chart.title);
        say(block.chart.alternativeText);
        break;
      case 'rich':
        for (const part of block.blocks) {
          if (part.kind === 'paragraph') say(wordsOf(part.runs));
          else if (part.kind === 'list') for (const item of part.items) say(wordsOf(item));
          else for (const row of [...(part.head ? [part.head] : []), ...part.rows]) say(row.map(wordsOf).join(' | '));
        }
        for (const note of block.notes) say(wordsOf(note.runs));
        break;
      case 'plans':
        break;
    }
  }
  return lines;
}

const wordsOf = (runs: Run[]) => runs.map(({ text }) => text).join('');

/** The lines that differ. Compared in one fixed order, so that swapping the two swaps what is answered. */
function compareTexts(before: Line[], after: Line[]): TextChange[] {
  if (JSON.stringify(before) > JSON.stringify(after)) return compareTexts(after, before).map(mirror);
  const changes: TextChange[] = [];
  let gone: Line[] = [];
  let come: Line[] = [];
  const flush = () => {
    for (let index = 0; index < Math.max(gone.length, come.length); index += 1) {
      const was = gone[index];
      const is = come[index];
      changes.push({ place: is?.place ?? was?.place ?? '', ...comparePieces(was?.text ?? '', is?.text ?? '') });
    }
    gone = [];
    come = [];
  };
  const same = (left: Line, right: Line) => left.text === right.text;
  for (const part of diffArrays(before, after, { comparator: same })) {
    if (part.removed) gone.push(...part.value);
    else if (part.added) come.push(...part.value);
    else flush();
  }
  flush();
  return changes;
}

const mirror = ({ place, before, after }: TextChange): TextChange => ({ place, before: after, after: before });

/** Two texts word by word: what each has, and which of it the other has not. */
function comparePieces(before: string, after: string): Pick<TextChange, 'before' | 'after'> {
  if (before > after) {
    const turned = comparePieces(after, before);
    return { before: turned.after, after: turned.before };
  }
  const words = diffWordsOf(before, after);
  const side = (other: 'added' | 'removed') =>
    words.filter(({ kind }) => kind !== other).map(({ kind, text }) => ({ text, changed: kind !== 'same' }));
  return { before: side('added'), after: side('removed') };
}
