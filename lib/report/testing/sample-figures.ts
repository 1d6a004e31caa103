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

/** What a report may state: -401.803.123,45 kr., 2.240.000 kr., -158.607,49 kr., 1.150.000 kr., 1.000 kr. */
export const KNOWN_FIGURES: readonly Figure[] = [
  figure('kategori3.antal', 6),
  figure('kategori3.antal.forrige', 97),
  figure('kategori3.antal.aendring', -91),
  figure('kategori2.antal', 80),
  figure('alle.antal', 2441),
  figure('afstemt-af.KS', 2326),
  figure('handleplaner.antal', 2),
  amount('kategori2.netto', -40_180_312_345n),
  amount('kategori3.netto', 224_000_000n),
  amount('plan', -15_860_749n, 'kr.'),
  amount('femten', 115_000_000n),
  amount('bagatelgraense', 100_000n, 'kr.'),
];
