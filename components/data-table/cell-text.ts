import { displayedText } from '#lib/format/list.ts';
import type { CopiedCell } from './clipboard.ts';
import type { CellEdit, Column } from './columns.ts';

/** What a cell holds as text: as it would be typed where it can be, else as it is shown. */
export function cellText<Row>(column: Column<Row>, row: Row): string {
  return column.edit ? column.edit.text(row) : displayedText(column, row);
}

/** Øre as programs read them, `-1234.50`. */
function plainDecimal(ore: bigint): string {
  const digits = String(ore < 0n ? -ore : ore).padStart(3, '0');
  return `${ore < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** A cell for the clipboard. */
export function copiedCell<Row>(column: Column<Row>, row: Row): CopiedCell {
  const text = cellText(column, row);
  const value = column.kind === 'money' || column.kind === 'count' ? column.value(row) : null;
  if (value === null) return { text, number: null };
  return { text, number: typeof value === 'bigint' ? plainDecimal(value) : String(value) };
}

/** The text that is saved for what a person typed: a choice's own text where they typed its label. */
export function settleText<Row>(edit: CellEdit<Row>, typed: string): string {
  const text = typed.trim();
  const plain = text.toLocaleLowerCase('da');
  return edit.options?.find(({ label }) => label.toLocaleLowerCase('da') === plain)?.value ?? text;
}

/** What is shown for a text that is not saved yet. */
export function wordFor<Row>(column: Column<Row>, text: string): string {
  return column.edit?.options?.find(({ value }) => value === text)?.label ?? text;
}
