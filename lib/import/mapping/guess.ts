import { parseImFunction } from '#lib/domain/im-function.ts';
import { findAmountEvidence } from '#lib/format/parse-amount.ts';
import type { BalanceMapping, IgnoreRules, MappedColumn, MappingContent } from '#lib/schemas/mapping.ts';
import { HEADER_WITHIN } from '../find-header.ts';
import { normaliseHeading } from '../heading.ts';
import { NUMBER_MARK, toText } from '../raw-table.ts';
import type { RawRow } from '../scan-csv.ts';
import { readAccountCell } from './account-cell.ts';
import { sideOf } from './amount-rule.ts';
import { guessAccountRule, looksLikeAccount, shareOf } from './guess-account.ts';
import { findIgnoreReason } from './ignored-line.ts';
import { parsePeriodCell } from './period-cell.ts';
import { findSynonym, monthOfHeading, SYNONYMS } from './synonyms.ts';

/** From this share of cells on a column is taken to be what its cells look like. */
const MOST = 0.8;
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

function isAmount(cell: string): boolean {
  return cell.startsWith(NUMBER_MARK) || findAmountEvidence(cell) !== 'none';
}

/** The sample's cells of each column, with what can be asked of them. */
class Sample {
  readonly headings: readonly string[];
  readonly rows: readonly RawRow[];

  constructor(headings: readonly string[], rows: readonly RawRow[]) {
    this.headings = headings;
    this.rows = rows;
  }

  column(at: number): MappedColumn {
    return { heading: (this.headings[at] ?? '').trim(), at };
  }

  /** The cells of a column that are not blank, as a person sees them. */
  texts(at: number): string[] {
    return this.rows.map(({ cells }) => toText(cells[at] ?? '')).filter((text) => text !== '');
  }

  /** Share of a column's cells, blank ones aside, that are amounts. */
  amountShare(at: number): number {
    const cells = this.rows.map(({ cells: own }) => own[at] ?? '').filter((cell) => cell.trim() !== '');
    return shareOf(cells, isAmount);
  }
}

/** How much a row looks like headings: the columns that it names, the account and the amounts above all. */
function scoreHeader({ cells }: RawRow): number {
  const found = Object.keys(SYNONYMS).filter((field) => findSynonym(cells, field as keyof typeof SYNONYMS) !== -1);
  const months = cells.filter((cell) => monthOfHeading(cell) !== null && !isAmount(cell)).length;
  const weight = (field: string) => (field === 'account' ? 3 : ['balance', 'debit', 'credit'].includes(field) ? 2 : 1);
  return found.reduce((score, field) => score + weight(field), 0) + Math.min(months, 2);
}

/** The header row: the one that names most; where none names any, the last before an account with an amount. */
function guessHeader(rows: readonly RawRow[]): number {
  const scores = rows.slice(0, HEADER_WITHIN).map(scoreHeader);
  const best = Math.max(0, ...scores);
  if (best >= 3) return scores.indexOf(best);
  const first = rows.findIndex(
    ({ cells }) => cells.some((cell) => looksLikeAccount(toText(cell))) && cells.filter(isAmount).length > 1,
  );
  return Math.max(0, first - 1);
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

function guessAmount(
  sample: Sample,
  accountAt: number,
): { rule: BalanceMapping['amount']; columns: number[]; isSure: boolean } {
  const { headings } = sample;
  const named = (field: keyof typeof SYNONYMS) => {
    const at = findSynonym(headings, field);
    return at !== -1 && at !== accountAt && (sample.texts(at).length === 0 || sample.amountShare(at) >= MOST) ? at : -1;
  };
  const [balance, debit, credit, opening, movement] = (
    ['balance', 'debit', 'credit', 'opening', 'movement'] as const
  ).map(named);
  const markAt = findMark(sample);
  if (balance !== undefined && balance !== -1) return withMark(sample, balance, markAt);
  if (debit !== undefined && credit !== undefined && debit !== -1 && credit !== -1) {
    const texts = sample.texts(credit).filter((text) => !/^[-0.,\s]*$/.test(text));
    const isNegative = texts.length > 0 && shareOf(texts, (text) => /^-|-$/.test(text)) >= MOST;
    const creditIs = isNegative ? ('negative' as const) : ('unsigned' as const);
    const rule = { from: 'sides' as const, debit: sample.column(debit), credit: sample.column(credit), creditIs };
    return { rule, columns: [debit, credit], isSure: true };
  }
  const months = headings.flatMap((heading, at) => {
    const month = monthOfHeading(heading);
    return month === null || at === accountAt ? [] : [{ month, at }];
  });
  const isOnce = new Set(months.map(({ month }) => month)).size === months.length;
  if (months.length > 1 && isOnce) {
    const hasOpening = opening !== undefined && opening !== -1;
    const rule = {
      from: 'periods' as const,
      // Beside an opening balance stands what moved; columns without one are balances.
      take: hasOpening ? ('movements' as const) : ('balance' as const),
      opening: hasOpening ? sample.column(opening) : null,
      months: months.map(({ month, at }) => ({ month, column: sample.column(at) })),
    };
    return { rule, columns: months.map(({ at }) => at), isSure: true };
  }
  if (opening !== undefined && movement !== undefined && opening !== -1 && movement !== -1) {
    const columns = [opening, movement];
    return { rule: { from: 'sum', columns: columns.map((at) => sample.column(at)) }, columns, isSure: true };
  }
  const likely = [...headings.keys()].filter(
    (at) => at !== accountAt && at !== markAt && sample.texts(at).length > 0 && sample.amountShare(at) >= MOST,
  );
  const last = likely.at(-1);
  const found = withMark(sample, last ?? Math.max(0, headings.length - 1), markAt);
  // One column of amounts alone cannot be another; of several, a person must say which.
  return { ...found, isSure: likely.length === 1 };
}

function withMark(sample: Sample, at: number, markAt: number) {
  const column = sample.column(at);
  const rule =
    markAt === -1 || markAt === at
      ? { from: 'balance' as const, column }
      : { from: 'marked' as const, column, mark: sample.column(markAt) };
  return { rule, columns: [at], isSure: true };
}

/** The column of IM functions: one that is called so and holds them or, with its stops, only looks so; -1: none. */
function findFunction(sample: Sample): number {
  const holds = (at: number, fits: (text: string) => boolean) => shareOf(sample.texts(at), fits) >= MOST;
  const named = findSynonym(sample.headings, 'imFunction');
  if (named !== -1 && holds(named, (text) => parseImFunction(text) !== null)) return named;
  const dotted = (text: string) => /^0?\d\.\d{2}\.\d{2}$/.test(text);
  return [...sample.headings.keys()].find((at) => holds(at, dotted)) ?? -1;
}

/** A column that says debet or kredit and nothing else; -1: none does. */
function findMark(sample: Sample): number {
  const isMark = (at: number) => {
    const texts = sample.texts(at);
    return texts.length > 0 && texts.every((text) => sideOf(text) !== null);
  };
  const named = findSynonym(sample.headings, 'mark');
  if (named !== -1 && isMark(named)) return named;
  return [...sample.headings.keys()].find(isMark) ?? -1;
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
function readAccounts(sample: Sample, rule: Rule, ignore: IgnoreRules): { row: RawRow; number: string }[] {
  return sample.rows.flatMap((row) => {
    const written = toText(row.cells[rule.column.at] ?? '');
    const { number } = readAccountCell(written, rule);
    const line = { cells: row.cells, written, account: number, imFunction: '' };
    return findIgnoreReason(line, ignore) === null && looksLikeAccount(number) ? [{ row, number }] : [];
  });
}

/** Which lines are no accounts, judged by the sample. What is passed over is counted where it is shown. */
function guessIgnored(sample: Sample, rule: Rule, hasAmount: (row: RawRow) => boolean): IgnoreRules {
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
