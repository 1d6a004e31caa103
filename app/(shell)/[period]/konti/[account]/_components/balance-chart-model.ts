import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Category } from '#lib/domain/category.ts';
import { absolute, type Ore } from '#lib/domain/money.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { formatKroner, formatMillions, formatThousands } from '#lib/format/amount.ts';

/** What is drawn of one period. */
interface Mark {
  id: string;
  x: number;
  y: number;
  category: Category | null;
  /** The balance in the chart's unit, where it stands at the mark. */
  label: { text: string; y: number; anchor: Anchor } | null;
}

type Anchor = 'start' | 'middle' | 'end';

/** A line chart of balances, in px of its drawing. */
export interface BalanceDrawing {
  width: number;
  height: number;
  unit: 'million' | 'thousand' | 'krone';
  /** The line through all marks, as an SVG path; '' where there is only one. */
  path: string;
  marks: Mark[];
  /** Where a balance of 0 lies, if the balances come near it. */
  zero: number | null;
  /** Names of periods under the line. */
  ticks: { id: string; x: number; anchor: Anchor }[];
}

export const CHART_WIDTH = 336;
const HEIGHT = 132;
const MARGIN = { top: 22, right: 10, bottom: 24, left: 10 };
/** Room in px that a label of an amount or a period takes. */
const LABEL_ROOM = 76;
const TICK_ROOM = 56;
/** A supplementary period (13–16) lies between the months, since all of them are at 31 December. */
const SUPPLEMENT = 0.2;

const FORMATS = { million: formatMillions, thousand: formatThousands, krone: formatKroner } as const;

function unitOf(balances: readonly Ore[]): BalanceDrawing['unit'] {
  const reaches = (amount: Ore) => balances.some((one) => absolute(one) >= amount);
  if (reaches(1_000_000_000n)) return 'million';
  return reaches(10_000_000n) ? 'thousand' : 'krone';
}

function monthOf(id: string): number {
  const period = parsePeriod(id);
  if (!period) return 0;
  const { fiscalYear, month } = period;
  return fiscalYear * 12 + Math.min(month, 12) + Math.max(0, month - 12) * SUPPLEMENT;
}

/** Lays the balances of some periods out, oldest first: months at their distance, the first, last and outermost named. */
export function drawBalances(
  points: readonly { id: string; balance: Ore; category: Category | null }[],
): BalanceDrawing | null {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  // A double is exact enough for where a mark stands, never for what it says.
  const values = points.map(({ balance }) => Number(balance));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = low === high ? Math.max(1, Math.abs(low) * 0.1) : 0;
  const x =
    first === last
      ? () => CHART_WIDTH / 2
      : scaleLinear([monthOf(first.id), monthOf(last.id)], [MARGIN.left, CHART_WIDTH - MARGIN.right]);
  const y = scaleLinear([low - room, high + room], [HEIGHT - MARGIN.bottom - 14, MARGIN.top]);
  const unit = unitOf(points.map(({ balance }) => balance));
  const places = points.map(({ id }, index) => ({ x: x(monthOf(id)), y: y(values[index] ?? 0) }));
  const named = nameMarks(places, values);
  const zero = y(0);
  return {
    width: CHART_WIDTH,
    height: HEIGHT,
    unit,
    path:
      places.length > 1
        ? (line<(typeof places)[number]>(
            (one) => one.x,
            (one) => one.y,
          )(places) ?? '')
        : '',
    marks: points.map(({ id, balance, category }, index) => {
      const place = places[index] ?? { x: 0, y: 0 };
      const side = named.get(index);
      const label = side && {
        text: FORMATS[unit](balance).replace('-', '\u2212'),
        y: place.y + side.dy,
        anchor: side.anchor,
      };
      return { id, category, ...place, label: label ?? null };
    }),
    zero: low < 0 && high > 0 ? zero : null,
    ticks: nameTicks(points.map(({ id }, index) => ({ id, x: places[index]?.x ?? 0 }))),
  };
}

/** Which marks bear their amount, and on which side: above, unless the line comes from or goes up there. */
function nameMarks(
  places: readonly { x: number; y: number }[],
  values: readonly number[],
): Map<number, { anchor: Anchor; dy: number }> {
  const last = places.length - 1;
  const outermost = [values.indexOf(Math.max(...values)), values.indexOf(Math.min(...values))];
  const named = new Map<number, { anchor: Anchor; dy: number }>();
  for (const index of new Set([0, last, ...outermost])) {
    const place = places[index];
    const isFree = [...named.keys()].every(
      (other) => Math.abs((places[other]?.x ?? 0) - (place?.x ?? 0)) >= LABEL_ROOM,
    );
    const isEnd = index === 0 || index === last;
    if (!place || !(isFree || isEnd)) continue;
    const isUnder = [places[index - 1], places[index + 1]].some((beside) => beside !== undefined && beside.y < place.y);
    const anchor = last === 0 ? 'middle' : index === 0 ? 'start' : index === last ? 'end' : 'middle';
    named.set(index, { anchor, dy: isUnder ? 17 : -8 });
  }
  return named;
}

/** The first and last period, and those between that have the room. */
function nameTicks(places: readonly { id: string; x: number }[]): BalanceDrawing['ticks'] {
  const last = places.length - 1;
  const end = places[last]?.x ?? 0;
  let taken = Number.NEGATIVE_INFINITY;
  return places.flatMap(({ id, x }, index) => {
    const isEnd = index === 0 || index === last;
    if (!isEnd && (x - taken < TICK_ROOM || end - x < TICK_ROOM * 1.25)) return [];
    taken = index === 0 ? x + TICK_ROOM / 2 : x;
    const anchor = last === 0 ? 'middle' : index === 0 ? 'start' : index === last ? 'end' : 'middle';
    return [{ id, x, anchor }];
  });
}
