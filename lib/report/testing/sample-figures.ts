import { type Figure, formatFigure } from '../figures/figure.ts';
import { findLooseNumbers } from '../loose-numbers/find-loose-numbers.ts';
import { isMoney } from '../model.ts';
import { proseOf } from './written-text.ts';

export const figure = (key: string, cell: Figure['cell'], unit: Figure['unit'] = ''): Figure => ({
  key,
  label: key,
  cell,
  unit,
  printed: formatFigure({ cell, unit }),
  scope: 'municipality',
  isTotal: false,
  thing: isMoney(cell) ? '' : 'konti',
  words: key,
  source: null,
});
export const amount = (key: string, ore: bigint, unit: Figure['unit'] = 't.kr.') =>
  figure(key, { ore: String(ore), printed: '' }, unit);

/** The loose numbers of one paragraph, as written; those that only warn with a question mark. */
export function looseIn(text: string, figures: readonly Figure[]): string[] {
  return findLooseNumbers(proseOf(text), figures, []).map(
    ({ number, severity }) => number + (severity === 'warning' ? ' ?' : ''),
  );
}
