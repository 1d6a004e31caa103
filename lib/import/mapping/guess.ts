import { parseImFunction } from '#lib/domain/im-function.ts';
import type { BalanceMapping, MappingContent } from '#lib/schemas/mapping.ts';
import { normaliseHeading } from '../heading.ts';
import type { RawRow } from '../scan-csv.ts';
import { MOST, Sample, shareOf } from './file-sample.ts';
import { guessAccountRule } from './guess-account.ts';
import { guessAmount } from './guess-amount.ts';
import { guessHeader } from './guess-header.ts';
import { guessIgnored, readAccounts } from './guess-ignored.ts';
import { parsePeriodCell } from './period-cell.ts';
import { findSynonym, type SYNONYMS } from './synonyms.ts';

/** Rows under the header that are looked at. */
const SAMPLE = 500;

/** How a file's columns seem to be meant; all of it is shown to a person, who can change it. */
export interface Guess {
  /** Place of the header row among the rows. */
  at: number;
  content: MappingContent;
  /** Fields for which no column looks right, and one was taken so that there is one. */
  unsure: ('account' | 'amount')[];
}

/**
 * Guesses which column is what, by what columns are called in ERP exports and by what is in them.
 * @param rows the first rows of the file
 * @param headerAt the header row where a person chose it; null: guessed too
 */
export function guessMapping(
  rows: readonly RawRow[],
  headerAt: number | null,
  kind: MappingContent['kind'] | null,
): Guess {
  const at = headerAt ?? guessHeader(rows);
  const sample = new Sample(rows[at]?.cells ?? [], rows.slice(at + 1, at + 1 + SAMPLE));
  const { headings } = sample;
  const named = (field: keyof typeof SYNONYMS) => findSynonym(headings, field);
  const guessed = kind ?? (named('committee') !== -1 && named('reconciledBy') !== -1 ? 'kontoansvar' : 'saldobalance');
  const { accountAt, rule, isSure } = guessAccount(sample);
  const account = { column: sample.column(accountAt), ...rule };
  const unsure: Guess['unsure'] = isSure ? [] : ['account'];
  const source = (field: keyof typeof SYNONYMS) => {
    const index = named(field);
    return index === -1 ? { from: 'nothing' as const } : { from: 'column' as const, column: sample.column(index) };
  };
  if (guessed === 'kontoansvar') {
    const ignore = guessIgnored(sample, account, () => false);
    const content = {
      kind: guessed,
      account,
      reconciledBy: source('reconciledBy'),
      committee: source('committee'),
      administration: source('administration'),
      separately: source('separately'),
      ignore: { ...ignore, outsideMain9: false },
    };
    return { at, content, unsure };
  }
  const amount = guessAmount(sample, accountAt);
  if (!amount.isSure) unsure.push('amount');
  const nameAt = named('name');
  const hasRest = rule.cut !== null;
  const functionAt = findFunction(sample);
  const hasAmount = ({ cells }: RawRow) => amount.columns.some((index) => (cells[index] ?? '').trim() !== '');
  const ignore = guessIgnored(sample, account, hasAmount);
  const accounts = readAccounts(sample, account, ignore);
  const content: BalanceMapping = {
    kind: guessed,
    account,
    name:
      nameAt !== -1 && nameAt !== accountAt
        ? { from: 'column', column: sample.column(nameAt) }
        : { from: hasRest ? 'account' : 'nothing' },
    imFunction: functionAt !== -1 ? { from: 'column', column: sample.column(functionAt) } : { from: 'nothing' },
    amount: amount.rule,
    sign: 'as-is',
    form: null,
    blankIsZero: accounts.some(({ row }) => !hasAmount(row)),
    selection: guessSelection(sample, amount.rule),
    ignore,
    sumPerAccount: new Set(accounts.map(({ number }) => number)).size < accounts.length,
  };
  return { at, content, unsure };
}

/** Whether a column's cells are functions of the authorised chart rather than accounts. */
function isOfFunctions(sample: Sample, at: number): boolean {
  return shareOf(sample.texts(at), (text) => parseImFunction(text) !== null) >= MOST;
}

function guessAccount(sample: Sample) {
  const ruleAt = (at: number) => guessAccountRule(sample.texts(at));
  const namedAt = findSynonym(sample.headings, 'account');
  if (namedAt !== -1) {
    const { rule, share } = ruleAt(namedAt);
    if (share > 0.5) return { accountAt: namedAt, rule, isSure: true };
  }
  let best = { accountAt: Math.max(0, namedAt), ...ruleAt(Math.max(0, namedAt)) };
  for (const at of sample.headings.keys()) {
    // `9.52.59` is a number of sorts, but a function's.
    if (isOfFunctions(sample, at)) continue;
    const own = ruleAt(at);
    // Amounts without decimals look like accounts, too, and stand after them.
    if (own.share > best.share + 0.05) best = { accountAt: at, ...own };
  }
  return { accountAt: best.accountAt, rule: best.rule, isSure: best.share >= MOST };
}

/** The column of IM functions: one that is called so and holds them or, with its stops, only looks so; -1: none. */
function findFunction(sample: Sample): number {
  const holds = (at: number, fits: (text: string) => boolean) => shareOf(sample.texts(at), fits) >= MOST;
  const named = findSynonym(sample.headings, 'imFunction');
  if (named !== -1 && holds(named, (text) => parseImFunction(text) !== null)) return named;
  const dotted = (text: string) => /^0?\d\.\d{2}\.\d{2}$/.test(text);
  return [...sample.headings.keys()].find((at) => holds(at, dotted)) ?? -1;
}

function guessSelection(sample: Sample, amount: BalanceMapping['amount']): BalanceMapping['selection'] {
  if (amount.from === 'periods') return null;
  const columnOf = (field: 'year' | 'period', part: 'year' | 'month') => {
    const at = findSynonym(sample.headings, field);
    const texts = at === -1 ? [] : sample.texts(at);
    if (shareOf(texts, (text) => typeof parsePeriodCell(text)?.[part] === 'number') < MOST) return null;
    return { column: sample.column(at), isOne: new Set(texts).size === 1 };
  };
  const year = columnOf('year', 'year');
  const period = columnOf('period', 'month');
  if (year === null && period === null) return null;
  const heading = amount.from === 'balance' || amount.from === 'marked' ? normaliseHeading(amount.column.heading) : '';
  const moves = period !== null && !period.isOne && (/^(beløb|amount|bevæg)/.test(heading) || amount.from === 'sides');
  return { year: year?.column ?? null, period: period?.column ?? null, take: moves ? 'up-to' : 'only' };
}
