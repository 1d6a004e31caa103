import { absolute, type Ore } from '#lib/domain/money.ts';
import type { FigureUnit } from '#lib/domain/report-text.ts';
import { formatCount, formatKroner, formatMillions, formatThousands } from '#lib/format/amount.ts';
import { isMoney, type MoneyCell, type TableId, type Unit } from '../model.ts';

/** Where a figure stands in the tables of the model. `row` null: the row of totals. */
export interface FigureSource {
  table: TableId;
  row: number | null;
  column: string;
}

/** Whose a figure is: the committee's own, or the whole municipality's. */
export type FigureScope = 'committee' | 'municipality';

/** What a count is of; '' for amounts. */
export type FigureThing = '' | 'konti' | 'forhold' | 'handleplaner' | 'andet';

/** A figure of the report that a text can be bound to. */
export interface Figure {
  /** Says the same of every year's report, so that what is bound to it stays bound (product.md, rule 12). */
  key: string;
  /** In Danish, for people: whose it is, and what it counts or sums. */
  label: string;
  /** The exact amount, or a count. */
  cell: MoneyCell | number;
  /** '' for counts. */
  unit: Unit;
  /** As the report prints it, with its unit. */
  printed: string;
  scope: FigureScope;
  /** Of a whole, not of one row of a table or one bar of a chart. */
  isTotal: boolean;
  thing: FigureThing;
  /** Lower case: what a search is held against. */
  words: string;
  /** Null: it is summed or counted from several cells, or stands in a sentence only. */
  source: FigureSource | null;
}

/** A figure without where it stands: what it takes to write it and to know it again. */
export type FigureWords = Omit<Figure, 'source'>;

/** The exact amount in øre, or the count. */
export function exactOf(figure: Pick<Figure, 'cell'>): Ore {
  return isMoney(figure.cell) ? BigInt(figure.cell.ore) : BigInt(figure.cell);
}

const FORMATS: Record<'kr.' | 't.kr.' | 'mio. kr.', (amount: Ore) => string> = {
  'kr.': formatKroner,
  't.kr.': formatThousands,
  'mio. kr.': formatMillions,
};

/**
 * A figure as a text states it: rounded by itself, half away from zero, in whole kroner or t.kr. or tenths of mio. kr.,
 * its unit held by no-break spaces; a count has none (domain.md, typography). `absolute`: without its sign.
 */
export function formatFigure(
  figure: Pick<Figure, 'cell' | 'unit'>,
  unit: FigureUnit = 'usual',
  isAbsolute = false,
): string {
  const value = isAbsolute ? absolute(exactOf(figure)) : exactOf(figure);
  if (!isMoney(figure.cell)) return formatCount(value);
  const shown = unit === 'usual' ? figure.unit || 'kr.' : unit;
  return `${FORMATS[shown](value)} ${shown}`.replaceAll(' ', '\u00a0');
}
