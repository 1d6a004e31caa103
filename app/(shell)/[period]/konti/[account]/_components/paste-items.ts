import { readTabbed } from '#components/data-table/clipboard.ts';
import { formatOre } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import { findAmountEvidence, parseAmount } from '#lib/format/parse-amount.ts';
import { parseTypedDate } from '#lib/format/parse-date.ts';
import { type ItemDraft, newItem } from './account-draft.ts';

/** The columns of an item, as they stand in the form. */
export const ITEM_COLUMNS = ['postingDate', 'text', 'amount'] as const;
export type ItemColumn = (typeof ITEM_COLUMNS)[number];

/** What each pasted column is; several can be text, whose cells are joined. */
type Columns = readonly ItemColumn[];

/** Headings by which exports of postings name an item's parts. */
const HEADINGS: Record<ItemColumn, RegExp> = {
  postingDate: /dato|bogført|bogf\.|date|posted/i,
  text: /tekst|beskrivelse|text|description/i,
  amount: /beløb|saldo|amount|\bkr\b|dkk/i,
};

/**
 * The items after a paste of cells into `column` of the item `at`. Several columns are told by a row of headings, by
 * what is in them (dates, amounts, the rest text), or else by their place from `column` on; one goes where it was
 * pasted. Rows are filled from `at` on, and added where they run out. Null where the text is no block of cells, so that
 * it is pasted as any text.
 * @param keyOf makes the key of a new row
 */
export function pasteItems(
  items: readonly ItemDraft[],
  at: string,
  column: ItemColumn,
  text: string,
  keyOf: (row: number) => string,
): ItemDraft[] | null {
  // An item's text is one line: line ends within a cell become blanks.
  const block = readTabbed(text).map((row) => row.map((cell) => cell.replace(/\s+/g, ' ').trim()));
  const width = Math.max(...block.map((row) => row.length));
  if (block.length === 1 && width === 1) return null;
  const headings = findHeadings(block, width);
  const rows = headings === null ? block : block.slice(1);
  const columns = width === 1 ? [column] : (headings ?? recogniseColumns(rows, width) ?? byPlace(column, width));
  const amounts = toShownAmounts(rows.map((row) => row[columns.indexOf('amount')] ?? ''));
  const start = Math.max(
    0,
    items.findIndex(({ key }) => key === at),
  );
  const after = [...items];
  for (const [index, row] of rows.entries()) {
    const target = after[start + index] ?? newItem(keyOf(index));
    after[start + index] = { ...target, ...toPatch(row, columns, amounts[index] ?? '') };
  }
  return after;
}

function toPatch(row: readonly string[], columns: Columns, amount: string): Partial<ItemDraft> {
  const patch: Partial<ItemDraft> = {};
  if (columns.includes('postingDate')) patch.postingDate = toShownDate(row[columns.indexOf('postingDate')] ?? '');
  if (columns.includes('amount')) patch.amount = amount;
  if (columns.includes('text')) {
    patch.text = row.filter((cell, index) => columns[index] === 'text' && cell !== '').join(' ');
  }
  return patch;
}

const isAmount = (cell: string) => ['da', 'en', 'either', 'neutral'].includes(findAmountEvidence(cell));
/** Digits alone can be a voucher's number as well as a date or an amount. */
const isBare = (cell: string) => /^\d+$/.test(cell);

/** What a first row of headings says the columns are; null where it is none. */
function findHeadings(rows: readonly string[][], width: number): Columns | null {
  const [first = []] = rows;
  if (rows.length < 2 || first.some((cell) => isAmount(cell) || parseTypedDate(cell) !== null)) return null;
  const named = first.map((cell) => ITEM_COLUMNS.find((column) => HEADINGS[column].test(cell)) ?? 'text');
  const has = (column: ItemColumn) => first.some((cell) => HEADINGS[column].test(cell));
  if (width === 1) return ITEM_COLUMNS.some(has) ? named : null;
  if (!has('amount') || !has('postingDate')) return null;
  // Of two dates (posted, due) and two amounts the first is meant; the other is kept in the text.
  return named.map((column, index) => (column === 'text' || named.indexOf(column) === index ? column : 'text'));
}

/** What the columns are by what most of their cells are; null where it does not tell. */
function recogniseColumns(rows: readonly string[][], width: number): Columns | null {
  const all = Array.from({ length: width }, (_, index) => index);
  const cellsOf = all.map((index) => rows.map((row) => row[index] ?? '').filter((cell) => cell !== ''));
  const mostly = (index: number, test: (cell: string) => boolean) => {
    const cells = cellsOf[index] ?? [];
    return cells.length > 0 && cells.filter(test).length * 2 > cells.length;
  };
  const isDate = (cell: string) => parseTypedDate(cell) !== null;
  const date = all.find((index) => mostly(index, (cell) => isDate(cell) && !isBare(cell))) ?? findBareDate();
  const amounts = all.filter((index) => index !== date && mostly(index, isAmount));
  const amount = amounts.find((index) => mostly(index, (cell) => !isBare(cell))) ?? amounts.at(-1);
  if (amount === undefined || (date === undefined && width > 2)) return null;
  return all.map((index) => (index === date ? 'postingDate' : index === amount ? 'amount' : 'text'));

  /** Dates without separators, where another column is left to be the amount. */
  function findBareDate(): number | undefined {
    const first = all.find((index) => mostly(index, isDate));
    return all.some((index) => index !== first && mostly(index, isAmount)) ? first : undefined;
  }
}

function byPlace(column: ItemColumn, width: number): Columns {
  if (column === 'postingDate' && width === 2) return ['postingDate', 'amount'];
  const from = ITEM_COLUMNS.indexOf(column);
  return ITEM_COLUMNS.slice(from, from + width);
}

/** Amounts as the fields show them: the whole column decides their form, and only where it tells (domain.md). */
function toShownAmounts(texts: readonly string[]): string[] {
  const evidence = new Set(texts.filter((text) => text !== '').map(findAmountEvidence));
  const form = evidence.has('en') && !evidence.has('da') && !evidence.has('none') ? 'en' : 'da';
  return texts.map((text) => {
    const amount = text === '' ? null : parseAmount(text, form);
    return typeof amount === 'bigint' ? formatOre(amount) : text;
  });
}

function toShownDate(text: string): string {
  const date = parseTypedDate(text);
  return date === null ? text : formatDate(date);
}
