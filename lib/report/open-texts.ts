import { UNIT_COLUMN } from '#lib/domain/report-version.ts';
import { DEADLINE_CHART } from './deadline-chart.ts';
import { TABLE_NAMES } from './figures/draft.ts';
import type { Block, ChartId, RichBlock, Run, Table } from './model.ts';
import { headingText, hideMissing } from './texts-written/resolve-text.ts';

type HeadingBlock = Extract<Block, { kind: 'heading' }>;

/** What the open edition leaves out, as far as figures in texts go. */
export interface LeftOut {
  tables: readonly Table[];
  /** Account → ground. */
  findings: ReadonlyMap<string, string>;
  /** `<table>.<column>` → ground; also of what is made of a column. */
  columns: ReadonlyMap<string, string>;
  /** The accounts that nothing may name: of those findings, and of all plans where their accounts are left out. */
  accounts: ReadonlySet<string>;
  /** The charts that show one of the columns. */
  charts: readonly ChartId[];
  /** How many plans of the report are kept out. */
  plans: number;
  /** Rows of the list of older amounts, `<function> <unit>`, whose unit is left out → grounds. */
  units: ReadonlyMap<string, readonly string[]>;
}

/** What stands for a figure in a text, or for a unit, that is left out. */
export const LEFT_OUT = '[udeladt]';

/**
 * The words stay; a figure of them that is bound to what is left out does not: it would state the amount. Nor does what
 * a figure is bound to where that names a row of a table whose columns are left out.
 */
function openRuns(left: LeftOut, runs: readonly Run[]): Run[] {
  return runs.map((run) => {
    const { figure, ...rest } = run;
    if (figure === undefined) return { ...run, text: openWords(left, run.text) };
    if (hidesFigure(left, figure)) return { ...rest, text: LEFT_OUT };
    return hidesName(left, figure) ? rest : run;
  });
}

function openWords(left: LeftOut, text: string): string {
  return hideMissing(text, (key) => hidesName(left, key), LEFT_OUT);
}

/** Whether a key can name what is left out. */
function hidesName(left: LeftOut, key: string): boolean {
  return (
    [...left.accounts].some((account) => key.includes(account)) ||
    left.tables.some((table) => isOfRow(key, table) && hidesAny(left, table))
  );
}

/** A heading that people wrote; others have neither figures nor words of them. */
export function openHeading(left: LeftOut, block: HeadingBlock): HeadingBlock {
  if (!block.runs) return { ...block, text: openWords(left, block.text) };
  const runs = openRuns(left, block.runs);
  return { ...block, runs, text: headingText(runs) };
}

function hidesFigure({ tables, findings, columns, charts, plans }: LeftOut, key: string): boolean {
  // Whoever takes the plans that are printed from it has the one that is not.
  if (key.startsWith('handleplaner.i-alt.') && plans === 1) return true;
  // The chart is drawn anew of the others: beside it, what it said of all would tell when that one is due.
  if (key.startsWith(`diagram.${DEADLINE_CHART}.`) && plans > 0) return true;
  return (
    [...findings.keys()].some((account) => key.includes(account)) ||
    charts.some((id) => key.startsWith(`diagram.${id}.`)) ||
    tables.some((table) => isOfRow(key, table) && amountsOf(key, table).some((id) => columns.has(`${table.id}.${id}`)))
  );
}

function hidesAny({ columns, units }: LeftOut, { id, columns: all }: Table): boolean {
  if (UNIT_COLUMN.startsWith(`${id}.`) && units.size > 0) return true;
  return all.some((column) => columns.has(`${id}.${column.id}`));
}

/** Whether a key is of a figure of one row: totals, and counts of rows, have keys of their own. */
function isOfRow(key: string, { id }: Table): boolean {
  const start = `${TABLE_NAMES[id].key}.`;
  return key.startsWith(start) && !key.startsWith(`${start}i-alt.`) && !key.endsWith('.antal');
}

/** The column of amounts that a row's key ends with; of one that was cut short before it, all of the table. */
function amountsOf(key: string, { columns }: Table): string[] {
  const amounts = columns.filter(({ unit }) => unit !== '').map(({ id }) => id);
  const own = amounts.filter((id) => key.replace(/\.nr-\d+$/, '').endsWith(`.${id}`));
  return own.length > 0 ? own : amounts;
}

/** A text without its figures of what is left out. */
export function openRich(left: LeftOut, block: Extract<Block, { kind: 'rich' }>): Block {
  const open = (runs: Run[]) => openRuns(left, runs);
  return {
    ...block,
    blocks: block.blocks.map((part) => openPart(part, open)),
    notes: block.notes.map((note) => ({ ...note, runs: open(note.runs) })),
  };
}

function openPart(part: RichBlock, open: (runs: Run[]) => Run[]): RichBlock {
  if (part.kind === 'paragraph') return { ...part, runs: open(part.runs) };
  if (part.kind === 'list') return { ...part, items: part.items.map(open) };
  return { ...part, head: part.head?.map(open) ?? null, rows: part.rows.map((row) => row.map(open)) };
}
