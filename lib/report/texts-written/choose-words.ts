import type { Inline } from '#lib/domain/report-text.ts';
import { exactOf, type Figure, formatFigure } from '../figures/figure.ts';

type ChosenBy = Pick<Figure, 'cell' | 'unit'>;
type FigureInline = Extract<Inline, { kind: 'figure' }>;

/** What the key of a change ends with, and that of the year before: `kategori2.netto.aendring`. */
const CHANGE = '.aendring';
const BEFORE = '.forrige';

/**
 * Which words a figure chooses: by its sign, or by whether it is none, one or several, as whoever reads the line sees it.
 * Where the line states the figure, it is taken as it is written there: beside `0,0 mio. kr.` nothing has risen. Where it
 * states what a change lies between, two equal numbers have not changed, and two others have. Else it is taken as it is
 * rounded in its usual unit. Null where there is no such figure.
 * @param line in which the choice stands; without one only the figure itself counts
 */
export function chooseWords(
  { key, choice }: Pick<Extract<Inline, { kind: 'choice' }>, 'key' | 'choice'>,
  line: readonly Inline[],
  find: (key: string) => ChosenBy | undefined,
): string | null {
  const figure = find(key);
  if (!figure) return null;
  const stated = line.filter((part) => part.kind === 'figure');
  const own = stated.filter((part) => part.key === key).map(({ unit }) => sizeOf(figure, unit));
  const sizes = own.length > 0 ? own : [sizeOf(figure, 'usual')];
  const isZero = sizes.every((size) => /^[0,.]+$/.test(size));
  if (choice.by === 'number') return isZero ? choice.none : sizes[0] === '1' ? choice.one : choice.other;
  const isSame = own.length > 0 ? isZero : (areEqual(key, stated, find) ?? isZero);
  const exact = exactOf(figure);
  if (isSame || exact === 0n) return choice.none;
  return exact > 0n ? choice.rise : choice.fall;
}

/** A figure as it is printed, without its sign and unit. */
function sizeOf(figure: ChosenBy, unit: FigureInline['unit']): string {
  return formatFigure(figure, unit, true).split('\u00a0')[0] ?? '';
}

/** Whether the two numbers that a change lies between are printed alike; null where the line does not state both. */
function areEqual(
  key: string,
  stated: readonly FigureInline[],
  find: (key: string) => ChosenBy | undefined,
): boolean | null {
  if (!key.endsWith(CHANGE)) return null;
  const nowKey = key.slice(0, -CHANGE.length);
  const [now, before] = [nowKey, `${nowKey}${BEFORE}`].map((wanted) => stated.find((part) => part.key === wanted));
  const [nowFigure, beforeFigure] = [find(nowKey), find(`${nowKey}${BEFORE}`)];
  if (!now || !before || !nowFigure || !beforeFigure) return null;
  return formatFigure(nowFigure, now.unit) === formatFigure(beforeFigure, before.unit);
}
