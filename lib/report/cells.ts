import type { Ore } from '#lib/domain/money.ts';
import { formatKroner, formatThousands } from '#lib/format/amount.ts';
import type { Cell, Column, MoneyCell, Unit } from './model.ts';

/** A cell in t.kr.: rounded by itself from exact øre (domain.md, arithmetic of the report). */
export function thousands(amount: Ore): MoneyCell {
  return { ore: String(amount), printed: formatThousands(amount) };
}

/** A cell in whole kroner, as action plans and transfer controls print. */
export function kroner(amount: Ore): MoneyCell {
  return { ore: String(amount), printed: formatKroner(amount) };
}

/** A cell in t.kr. that leaves exactly 0 øre blank; what only rounds to zero prints `0`. */
export function thousandsOrBlank(amount: Ore): MoneyCell {
  return amount === 0n ? BLANK_MONEY : thousands(amount);
}

/** Money that prints nothing: the place has no amount. */
export const BLANK_MONEY: MoneyCell = { ore: '0', printed: '' };

/** First cell of every row of totals. */
export const TOTAL_LABEL = 'I alt';

/** Shorthand for a table's columns: id, label and, for money, the unit. */
export function column(id: string, label: string, unit: Unit = ''): Column {
  return { id, label, unit };
}

/** The row of totals: its label, blank texts, and the cells given by column id. */
export function totalRow(columns: readonly Column[], totals: Record<string, Cell>): Cell[] {
  return columns.map((each, index) => (index === 0 ? TOTAL_LABEL : (totals[each.id] ?? '')));
}
