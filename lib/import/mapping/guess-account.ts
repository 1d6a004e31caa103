import type { AccountRule } from '#lib/schemas/mapping.ts';
import { isAccountNumber } from '../account-number.ts';
import { readAccountCell } from './account-cell.ts';
import { MOST, shareOf } from './file-sample.ts';

const SEPARATORS = [' ', '-', '/'] as const;
/** Shorter numbers are as likely something else. */
const FEWEST_DIGITS = 4;
/** Numbers from this length on with zeros before are numbers that were filled up. */
const FILLED_UP = 9;

export function looksLikeAccount(text: string): boolean {
  return isAccountNumber(text) && text.replace(/\D/g, '').length >= FEWEST_DIGITS;
}

/** `1000/` of `1000/95600017` and `1000/95900015`: what all of the cells begin with; '' where that is nothing. */
function commonPrefix(cells: readonly string[]): string {
  const [first = ''] = cells;
  const prefix = /^[A-ZÆØÅa-zæøå\d]{1,6}[-/ ]/.exec(first)?.[0] ?? '';
  if (prefix === '' || new Set(cells).size < 3 || shareOf(cells, (cell) => cell.startsWith(prefix)) < MOST) return '';
  const rest = cells.filter((cell) => cell.startsWith(prefix)).map((cell) => cell.slice(prefix.length).trim());
  return shareOf(rest, (cell) => looksLikeAccount(cell.split(/\s/)[0] ?? '')) >= MOST ? prefix : '';
}

/**
 * How account numbers are found in a column's cells, and which share of them then is one: as they are, behind what all
 * of them begin with, or before what follows the number.
 */
export function guessAccountRule(cells: readonly string[]): { rule: Omit<AccountRule, 'column'>; share: number } {
  const written = cells.filter((cell) => cell !== '');
  const plain = { prefix: commonPrefix(written), suffix: '', cut: null, leadingZeros: 'keep' } as const;
  const cuts: AccountRule['cut'][] = [null, ...SEPARATORS.map((separator) => ({ keep: 'before' as const, separator }))];
  let best = { rule: plain as Omit<AccountRule, 'column'>, share: -1 };
  for (const cut of cuts) {
    const rule = { ...plain, cut };
    const share = shareOf(written, (cell) => looksLikeAccount(numberOf(cell, rule)));
    if (share > best.share) best = { rule, share };
  }
  const filledUp = written.map((cell) => numberOf(cell, best.rule)).filter((number) => number.length >= FILLED_UP);
  const isFilledUp = filledUp.length > 0 && shareOf(filledUp, (number) => number.startsWith('0')) >= MOST;
  return isFilledUp ? { ...best, rule: { ...best.rule, leadingZeros: 'strip' } } : best;
}

function numberOf(cell: string, rule: Omit<AccountRule, 'column'>): string {
  return readAccountCell(cell, { ...rule, column: { heading: '', at: 0 } }).number;
}
