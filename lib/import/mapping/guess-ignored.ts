import type { IgnoreRules, MappingContent } from '#lib/schemas/mapping.ts';
import { toText } from '../raw-table.ts';
import type { RawRow } from '../scan-csv.ts';
import { readAccountCell } from './account-cell.ts';
import type { Sample } from './file-sample.ts';
import { looksLikeAccount } from './guess-account.ts';
import { findIgnoreReason } from './ignored-line.ts';

const NOTHING_IGNORED: IgnoreRules = {
  noAccount: false,
  notAnAccount: false,
  totals: true,
  outsideMain9: false,
  otherThanDigits: null,
  lines: [],
};

type Rule = MappingContent['account'];

/** The sample's accounts, without what the rules pass over. */
export function readAccounts(sample: Sample, rule: Rule, ignore: IgnoreRules): { row: RawRow; number: string }[] {
  return sample.rows.flatMap((row) => {
    const written = toText(row.cells[rule.column.at] ?? '');
    const { number } = readAccountCell(written, rule);
    const line = { cells: row.cells, written, account: number, imFunction: '' };
    return findIgnoreReason(line, ignore) === null && looksLikeAccount(number) ? [{ row, number }] : [];
  });
}

/** Which lines are no accounts, judged by the sample. What is passed over is counted where it is shown. */
export function guessIgnored(sample: Sample, rule: Rule, hasAmount: (row: RawRow) => boolean): IgnoreRules {
  const others = sample.rows.filter(({ cells }) => {
    const written = toText(cells[rule.column.at] ?? '');
    const { number } = readAccountCell(written, rule);
    return (
      written !== '' &&
      findIgnoreReason({ cells, written, account: number, imFunction: '' }, NOTHING_IGNORED) === null &&
      !looksLikeAccount(number)
    );
  });
  const found = readAccounts(sample, rule, NOTHING_IGNORED);
  const digits = found.map(({ number }) => number.replace(/\D/g, '').length);
  const usual = digits.toSorted((left, right) => left - right)[Math.floor(digits.length / 2)] ?? 0;
  const shorter = [...digits, ...others.map(({ cells }) => digitsOf(cells, rule))].filter((count) => count !== usual);
  const areGroups = shorter.length > 0 && shorter.every((count) => count > 0 && count <= 5) && usual > 5;
  const numbers = found.map(({ number }) => number.replace(/^S(?=\d)/i, '').replace(/^0+/, ''));
  return {
    ...NOTHING_IGNORED,
    noAccount: sample.rows.some(
      ({ cells }) => toText(cells[rule.column.at] ?? '') === '' && cells.some((cell) => cell.trim() !== ''),
    ),
    // Headings of groups have no amounts; a line with one is left for a person to judge.
    notAnAccount: others.length > 0 && !others.some(hasAmount),
    otherThanDigits: areGroups ? usual : null,
    outsideMain9: numbers.some((number) => number.startsWith('9')) && numbers.some((number) => /^[0-8]/.test(number)),
  };
}

function digitsOf(cells: readonly string[], rule: Rule): number {
  return readAccountCell(toText(cells[rule.column.at] ?? ''), rule).number.replace(/\D/g, '').length;
}
