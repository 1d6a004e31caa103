import type { FigureField } from '#components/text-editor/fields.ts';
import type { PointedAt } from '#components/text-editor/pointed.ts';
import type { FigureUnit } from '#lib/domain/report-text.ts';
import { exactOf, type FigureWords } from '#lib/report/figures/figure.ts';
import type { LooseNumber } from '#lib/report/loose-numbers/find-loose-numbers.ts';

const UNITS: readonly (readonly [mark: RegExp, unit: FigureUnit])[] = [
  [/mio|million/i, 'mio. kr.'],
  [/t\.?\s?kr|tusind/i, 't.kr.'],
  [/kr/i, 'kr.'],
];

/** The number itself, with its sign: what it counts stands after it and stays. */
const COUNT = /^\S+/;

/**
 * A figure in the place of a number that was typed: in the unit that was typed, and without its sign where the number
 * had none, since words say it then. `at`: what it takes the place of.
 */
export function asField({ number, at }: LooseNumber, figure: FigureWords): { at: PointedAt; field: FigureField } {
  const isCount = typeof figure.cell === 'number';
  const unit = isCount ? 'usual' : (UNITS.find(([mark]) => mark.test(number))?.[1] ?? 'usual');
  const isSigned = /^[-−–]/.test(number);
  const field: FigureField = { kind: 'figure', key: figure.key, unit };
  const typed = COUNT.exec(number)?.[0].length ?? number.length;
  return {
    at: isCount ? { ...at, to: at.from + typed } : at,
    field: !isSigned && exactOf(figure) < 0n ? { ...field, absolute: true } : field,
  };
}
