import { formatDateInProse } from '#lib/format/date.ts';
import {
  type Block,
  type Cell,
  type Chart,
  type Column,
  type ConceptsFigure,
  type PlanGroup,
  type ReportModel,
  type RichBlock,
  type Table,
  tableOf,
  type Unit,
} from '#lib/report/model.ts';
import { tellStatus, versionFacts } from './version-facts.ts';

export { printCell } from '#lib/report/print-cell.ts';

export type HeadingBlock = Extract<Block, { kind: 'heading' }>;
/** What people wrote between two headings. */
export type RichText = Extract<Block, { kind: 'rich' }>;
/** A footnote of a text. */
export type TextNote = RichText['notes'][number];
export type TableNote = Extract<Block, { kind: 'table' }>['notes'][number];

/** What every renderer that reads the document from top to bottom must have an answer for. */
export interface BlockWriter<T> {
  heading(block: HeadingBlock): T;
  paragraph(text: string): T;
  list(items: string[]): T;
  figure(caption: string, figure: ConceptsFigure): T;
  table(table: Table, notes: TableNote[]): T;
  plans(group: PlanGroup): T;
  chart(chart: Chart): T;
  /** What people wrote: `text` tells where and whose it is. */
  rich(blocks: RichBlock[], notes: TextNote[], text: RichText): T;
}

/** Writes one block of the document. */
export function writeBlock<T>(model: ReportModel, block: Block, writer: BlockWriter<T>): T {
  switch (block.kind) {
    case 'heading':
      return writer.heading(block);
    case 'paragraph':
      return writer.paragraph(block.text);
    case 'list':
      return writer.list(block.items);
    case 'figure':
      return writer.figure(block.caption, block.figure);
    case 'table':
      return writer.table(tableOf(model, block.table), block.notes);
    case 'plans':
      return writer.plans(block.group);
    case 'chart':
      return writer.chart(block.chart);
    case 'rich':
      return writer.rich(block.blocks, block.notes, block);
  }
}

/** How a column's cells are shown: money and counts to the right, a category with its mark and word. */
export type ColumnKind = 'text' | 'count' | 'money' | 'category';

/** The contract of the tables: money has a unit, counts are named `antal…` or `aendring-antal`, the rest is text. */
export function columnKind(column: Column): ColumnKind {
  if (column.unit !== '') return 'money';
  if (column.id === 'kategori') return 'category';
  return /^(aendring-)?antal(-|$)/.test(column.id) ? 'count' : 'text';
}

export function isNumeric(column: Column): boolean {
  const kind = columnKind(column);
  return kind === 'money' || kind === 'count';
}

/** The unit that all money of the table is in, '' where there is none or several. */
export function commonUnit(table: Table): Unit {
  const units = new Set(table.columns.map((column) => column.unit).filter((unit) => unit !== ''));
  const [only] = units;
  return units.size === 1 && only !== undefined ? only : '';
}

/** A column's label, with its unit where the table has no common one. */
export function columnHead(table: Table, column: Column): string {
  return column.unit === '' || commonUnit(table) !== '' ? column.label : `${column.label} (${column.unit})`;
}

/** The marks of the notes that hang on `column`'s head, or on the title where it is null. */
export function noteMarks(notes: TableNote[], column: string | null): string[] {
  return notes.filter((note) => note.column === column && note.mark !== '').map((note) => note.mark);
}

type CategoryNumber = 1 | 2 | 3;

const CATEGORY_WORDS: Record<CategoryNumber, string> = {
  1: 'afstemt uden bemærkninger',
  2: 'afstemt til opfølgning',
  3: 'ikke afstemt',
};

/** The category that a cell states, null for anything else (such as the head of a total row). */
export function categoryOf(cell: Cell): CategoryNumber | null {
  return cell === 1 || cell === 2 || cell === 3 ? cell : null;
}

/** `3, ikke afstemt`: number and word, to stand after the mark (look.md: never by colour alone). */
export function categoryWords(category: CategoryNumber): string {
  return `${category}, ${CATEGORY_WORDS[category]}`;
}

/** The words on an action plan's card. */
export const PLAN_LABELS = {
  followUp: 'Til opfølgning',
  older: 'heraf ældre end 1 år',
  problem: 'Problem',
  activity: 'Aktiviteter',
  responsible: 'Ansvarlig',
  deadline: 'Deadline',
  consequence: 'Konsekvens',
} as const;

/** `1.023.507 kr.` */
export function printKroner(printed: string): string {
  return printed === '' ? '' : `${printed}\u00a0kr.`;
}

/** What a table without rows says. */
export const EMPTY_TABLE = 'Ingen linjer.';

export const DRAFT_WORD = 'UDKAST';

export function isDraft(model: Pick<ReportModel, 'status'>): boolean {
  return model.status === 'udkast';
}

/** What the front page and the sheet of parameters state, label and value in order. */
export function reportFacts(model: ReportModel): [label: string, value: string][] {
  return [
    ['Kommune', model.municipality],
    ['Udvalg', model.committee.name],
    ['Regnskabsår', String(model.year)],
    ['Periode', model.period],
    ['Balancedato', formatDateInProse(model.balanceDate)],
    ['Status', tellStatus(model)],
    ...versionFacts(model),
  ];
}

/** The fixed time, in UTC, that files made from the model bear, so that the same model gives the same bytes. */
export function documentDate(model: ReportModel): Date {
  return new Date(`${model.balanceDate}T12:00:00Z`);
}
