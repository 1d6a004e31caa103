import { formatOre } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import { findAmountEvidence, parseAmount } from '#lib/format/parse-amount.ts';
import { parseDate } from '#lib/format/parse-date.ts';
import { type ItemDraft, newItem } from './account-draft.ts';

/** The columns of an item, as they stand in the form. */
export const ITEM_COLUMNS = ['postingDate', 'text', 'amount'] as const;
export type ItemColumn = (typeof ITEM_COLUMNS)[number];

/**
 * The items after a paste of cells into `column` of the item `at`: three columns are date, text and amount, two are
 * date and amount; one, or what is pasted further right, goes where it was pasted. Rows are filled from `at` on, and
 * added where they run out. Null where the text is no block of cells, so that it is pasted as any text.
 * @param keyOf makes the key of a new row
 */
export function pasteItems(
  items: readonly ItemDraft[],
  at: string,
  column: ItemColumn,
  text: string,
  keyOf: (row: number) => string,
): ItemDraft[] | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const cells = lines.map((line) => line.split('\t').map((cell) => cell.trim()));
  const width = Math.max(...cells.map((row) => row.length));
  if (lines.length === 1 && width === 1) return null;
  const columns = columnsOf(column, width);
  const amounts = toShownAmounts(cells.map((row) => row[columns.indexOf('amount')] ?? ''));
  const start = Math.max(
    0,
    items.findIndex(({ key }) => key === at),
  );
  const after = [...items];
  for (const [index, row] of cells.entries()) {
    const target = after[start + index] ?? newItem(keyOf(index));
    const patch: Partial<ItemDraft> = {};
    for (const [position, name] of columns.entries()) {
      const cell = row[position] ?? '';
      patch[name] = name === 'amount' ? (amounts[index] ?? '') : name === 'postingDate' ? toShownDate(cell) : cell;
    }
    after[start + index] = { ...target, ...patch };
  }
  return after;
}

function columnsOf(column: ItemColumn, width: number): ItemColumn[] {
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
  const date = parseDate(text);
  return date === null ? text : formatDate(date);
}
