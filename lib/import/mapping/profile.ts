import { parseImFunction } from '#lib/domain/im-function.ts';
import type { Period } from '#lib/domain/period.ts';
import { restoreText } from '#lib/format/formula-guard.ts';
import type { BalanceMapping, MappingContent, ResponsibilityMapping } from '#lib/schemas/mapping.ts';
import { isAccountNumber } from '../account-number.ts';
import { restoreFunctionNumber } from '../function-number.ts';
import { normaliseHeading } from '../heading.ts';
import { NUMBER_MARK, toText } from '../raw-table.ts';
import { readYesOrNo } from '../yes-or-no.ts';
import { readAccountCell } from './account-cell.ts';
import { type AmountReader, compileAmount } from './amount-rule.ts';
import { ColumnPlan } from './columns.ts';
import type { IgnoreReason } from './ignore-reason.ts';
import { findIgnoreReason } from './ignored-line.ts';
import { parsePeriodCell } from './period-cell.ts';
import type {
  BalanceLine,
  CellFault,
  Compilation,
  MappedLine,
  MappingCircumstances,
  ResponsibilityLine,
} from './types.ts';

/** What reads of every line, whatever its kind: the account, and whether the line is one. */
interface Ground {
  cells: readonly string[];
  account: string;
  /** What stands beside the account's number in its cell. */
  rest: string;
  imFunction: string;
  faults: CellFault[];
}

/** Reads the text of a cell as the file shows it. */
function textReader(fromExcel: boolean): (cells: readonly string[], index: number) => string {
  return (cells, index) => {
    const text = toText(cells[index] ?? '');
    return fromExcel ? text : restoreText(text);
  };
}

type GroundOf = (cells: readonly string[]) => Ground | IgnoreReason;

function isBlank(cells: readonly string[]): boolean {
  for (const cell of cells) if (cell !== '' && cell.trim() !== '') return false;
  return true;
}

/** Fields up to the last one with a heading. */
function widthOf(headings: readonly string[]): number {
  let width = headings.length;
  while (width > 0 && (headings[width - 1] ?? '').trim() === '') width -= 1;
  return width;
}

/** The part of a row's reading that both kinds share. */
function compileGround(
  profile: MappingContent,
  plan: ColumnPlan,
  headings: readonly string[],
  { fromExcel, period }: MappingCircumstances,
): GroundOf {
  const { account: rule, ignore } = profile;
  const accountAt = plan.need('account', rule.column);
  const accountHeading = headings[accountAt]?.trim() ?? '';
  const repeated = normaliseHeading(accountHeading);
  const functionOf = profile.kind === 'saldobalance' ? compileFunction(profile, plan, fromExcel) : () => '';
  const isOfPeriod = profile.kind === 'saldobalance' ? compileSelection(profile, plan, period) : () => true;
  const width = widthOf(headings);
  const text = textReader(fromExcel);
  return (cells) => {
    if (isBlank(cells)) return 'blank';
    const written = text(cells, accountAt);
    if (repeated !== '' && normaliseHeading(written) === repeated) return 'headings';
    const { number: account, rest } = readAccountCell(written, rule);
    const imFunction = functionOf(cells);
    const reason = findIgnoreReason({ cells, written, account, imFunction }, ignore);
    if (reason !== null) return reason;
    const isMine = isOfPeriod(cells);
    if (isMine === false) return 'other-period';
    const faults: CellFault[] = isMine === true ? [] : [isMine];
    const ragged = findRagged(cells, width, fromExcel);
    if (ragged) faults.push(ragged);
    if (account === '') faults.push(faultAt('value-missing', accountHeading, written));
    else if (!isAccountNumber(account)) faults.push(faultAt('not-an-account', accountHeading, written));
    return { cells, account, rest, imFunction, faults };
  };
}

function faultAt(code: string, column: string, value: string, params: CellFault['params'] = {}): CellFault {
  return { code, column, value, params };
}

/** A row with fewer cells than the headings, or with something beyond them. */
function findRagged(cells: readonly string[], width: number, fromExcel: boolean): CellFault | null {
  if (cells.length < width && !fromExcel)
    return { code: 'row-too-short', column: null, value: null, params: { cells: cells.length, columns: width } };
  const extra = cells.findIndex((cell, index) => index >= width && cell.trim() !== '');
  if (extra === -1) return null;
  const params = { cells: cells.length, columns: width };
  return { code: 'row-too-long', column: null, value: toText(cells[extra] ?? ''), params };
}

/** The function as written in the row (or the constant); '' where there is none. */
function compileFunction(
  { imFunction }: BalanceMapping,
  plan: ColumnPlan,
  fromExcel: boolean,
): (cells: readonly string[]) => string {
  if (imFunction.from === 'nothing') return () => '';
  if (imFunction.from === 'constant') return () => imFunction.value;
  const index = plan.need('imFunction', imFunction.column);
  const text = textReader(fromExcel);
  return (cells) => {
    const written = text(cells, index);
    return (cells[index] ?? '').startsWith(NUMBER_MARK) ? restoreFunctionNumber(written) : written;
  };
}

/** Whether a row is of the period; a fault where it does not say of which it is. */
function compileSelection(
  { selection }: BalanceMapping,
  plan: ColumnPlan,
  period: Period,
): (cells: readonly string[]) => boolean | CellFault {
  if (selection === null) return () => true;
  const parts = [
    { field: 'year', column: selection.year },
    { field: 'period', column: selection.period },
  ].flatMap(({ field, column }) =>
    column === null ? [] : [{ field, heading: column.heading, index: plan.need(field, column) }],
  );
  return (cells) => {
    let isMine = true;
    for (const { field, heading, index } of parts) {
      const written = toText(cells[index] ?? '');
      const stated = parsePeriodCell(written);
      if (stated === null || (field === 'year' ? stated.year : stated.month) === null)
        return faultAt('period-unreadable', heading, written);
      if (stated.year !== null && stated.year !== period.fiscalYear) isMine = false;
      if (field === 'period' && stated.month !== null) {
        const fits = selection.take === 'only' ? stated.month === period.month : stated.month <= period.month;
        if (!fits) isMine = false;
      }
    }
    return isMine;
  };
}

/**
 * Fits a profile of a balance to a file's headings: which column is what, and how a row's cells become an account with
 * its balance in øre.
 * @param headings the cells of the header row as the file has them
 */
export function compileMapping(
  profile: BalanceMapping,
  headings: readonly string[],
  circumstances: MappingCircumstances,
): Compilation<BalanceLine> {
  const plan = new ColumnPlan(headings);
  const ground = compileGround(profile, plan, headings, circumstances);
  const nameAt = profile.name.from === 'column' ? plan.need('name', profile.name.column) : -1;
  const functionHeading = plan.used.find(({ field }) => field === 'imFunction')?.heading ?? '';
  const amount: AmountReader = compileAmount(profile, plan, circumstances);
  if (plan.faults.length > 0) return { ok: false, faults: plan.faults };
  const text = textReader(circumstances.fromExcel);
  const { from } = profile.name;
  const read = (cells: readonly string[]): MappedLine<BalanceLine> => {
    const known = ground(cells);
    if (typeof known === 'string') return { state: 'ignored', reason: known };
    const { account, rest, faults } = known;
    const imFunction = known.imFunction === '' ? '' : parseImFunction(known.imFunction);
    if (imFunction === null) faults.push(faultAt('not-a-function', functionHeading, known.imFunction));
    const balance = amount.read(cells, faults);
    if (faults.length > 0 || imFunction === null || balance === null) return { state: 'faulty', faults };
    const name = from === 'column' ? text(cells, nameAt) : from === 'account' ? rest : null;
    return { state: 'read', line: { account, name, imFunction, balance } };
  };
  return { ok: true, mapping: { read, used: plan.used, amountColumns: amount.columns } };
}

/** As compileMapping(), for who reconciles which account. */
export function compileResponsibilities(
  profile: ResponsibilityMapping,
  headings: readonly string[],
  circumstances: MappingCircumstances,
): Compilation<ResponsibilityLine> {
  const plan = new ColumnPlan(headings);
  const ground = compileGround(profile, plan, headings, circumstances);
  const text = textReader(circumstances.fromExcel);
  const readers = (['reconciledBy', 'committee', 'administration', 'separately'] as const).map((field) => {
    const source = profile[field];
    if (source.from !== 'column') {
      const value = source.from === 'constant' ? source.value : '';
      return { heading: '', of: () => value };
    }
    const index = plan.need(field, source.column);
    return { heading: source.column.heading, of: (cells: readonly string[]) => text(cells, index) };
  });
  if (plan.faults.length > 0) return { ok: false, faults: plan.faults };
  const read = (cells: readonly string[]): MappedLine<ResponsibilityLine> => {
    const known = ground(cells);
    if (typeof known === 'string') return { state: 'ignored', reason: known };
    const [reconciledBy = '', committee = '', administration = '', answer = ''] = readers.map(({ of }) => of(cells));
    const separately = readYesOrNo(answer);
    if (separately === 'unknown') known.faults.push(faultAt('not-yes-or-no', readers[3]?.heading ?? '', answer));
    if (known.faults.length > 0 || separately === 'unknown') return { state: 'faulty', faults: known.faults };
    return { state: 'read', line: { account: known.account, reconciledBy, committee, administration, separately } };
  };
  return { ok: true, mapping: { read, used: plan.used, amountColumns: [] } };
}
