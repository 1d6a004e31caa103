import { type Account, type Responsibility, SEPARATE_FUNCTION } from '#lib/domain/account.ts';
import { deriveImFunction } from '#lib/domain/im-function.ts';
import { type Ore, sum } from '#lib/domain/money.ts';
import { formatOre } from '#lib/format/amount.ts';
import { makeError, makeWarning } from '../issue.ts';
import type { BalanceRow, ParsedOf, ResponsibilityRow } from '../types.ts';
import { compareMaps, type Draft, headingOf, isLost, isSameRecord, type KindPlan, keyOf } from './draft.ts';

/** deriveImFunction() over one list of functions; the answer depends on two digits, so it is asked once for each pair. */
function makeDeriver(codes: readonly string[]): (key: string) => string | null {
  const byDigits: (string | null)[] = [];
  return (key) => {
    if (!/^9\d{7}$/.test(key)) return null;
    const digits = key.charCodeAt(1) * 10 + key.charCodeAt(2);
    const known = byDigits[digits];
    if (known !== undefined) return known;
    const code = deriveImFunction(key, codes);
    byDigits[digits] = code;
    return code;
  };
}

/** The balance's accounts; a number that is known in another form stays as it was first stored. */
export function planBalance(draft: Draft, file: ParsedOf<'saldobalance'>): KindPlan & { sumAfter: Ore } {
  const accounts = new Map<string, Account>();
  const numbers = new Map<string, string>();
  // Made when a duplicate is met: most files have none.
  let firstRows: Map<string, number> | null = null;
  const derive = makeDeriver([...draft.functions.keys()]);
  const knowsFunctions = !draft.unread.has('im-funktioner');
  const fail = ({ row }: BalanceRow, code: string, field: string, value: string, params = {}) =>
    draft.issues.push(makeError(file.name, code, { row, column: headingOf(file, field), value }, params));
  let total = 0n;
  // New accounts of a file without names.
  let nameless = 0;
  for (const line of file.rows) {
    if (line.account === '') continue;
    const key = keyOf(line.account);
    if (numbers.has(key)) {
      firstRows ??= new Map(file.rows.toReversed().map(({ account, row }) => [keyOf(account), row]));
      fail(line, 'duplicate-account', 'account', line.account, { first: firstRows.get(key) ?? line.row });
      continue;
    }
    const number = draft.numbers.get(key) ?? line.account;
    const derived = derive(key);
    let imFunction = line.imFunction ?? '';
    if (line.imFunction === '') {
      imFunction = derived ?? '';
      if (derived === null && knowsFunctions && !draft.lost.has('im-funktioner'))
        fail(line, 'function-not-derived', 'account', line.account);
    } else if (line.imFunction !== null && knowsFunctions) {
      if (!draft.functions.has(imFunction)) {
        if (!isLost(draft, 'im-funktioner', imFunction)) fail(line, 'unknown-function', 'imFunction', imFunction);
      } else if (derived !== null && derived !== imFunction) {
        const place = { row: line.row, column: headingOf(file, 'imFunction'), value: imFunction };
        draft.issues.push(makeWarning(file.name, 'function-contradicts', place, { account: number, derived }));
      }
    }
    const balance = line.balance ?? 0n;
    total += balance;
    const known = draft.accounts.get(number)?.name;
    if (line.name === null && known === undefined) nameless += 1;
    accounts.set(number, { number, name: line.name ?? known ?? '', imFunction, balance });
    numbers.set(key, number);
  }
  const faulty = file.issues.some(({ severity }) => severity === 'error');
  if (total !== 0n && !faulty) {
    const place = { column: headingOf(file, 'amount'), value: formatOre(total) };
    const sum = formatOre(total);
    draft.issues.push(
      draft.balanceReason === ''
        ? makeError(file.name, 'balance-not-zero', place, { sum })
        : makeWarning(file.name, 'balance-overridden', place, { sum, reason: draft.balanceReason }),
    );
  }
  if (nameless > 0) draft.issues.push(makeWarning(file.name, 'names-missing', {}, { count: nameless }));
  const before = draft.accounts;
  draft.accounts = accounts;
  draft.numbers = numbers;
  const plan = compareMaps(before, accounts, isSameRecord, (id, previous, next) => ({
    subject: 'account',
    id,
    before: previous,
    after: next,
  }));
  const sumBefore = before.size === 0 ? null : sum([...before.values()].map(({ balance }) => balance));
  return { ...plan, sumAfter: total, sumBefore };
}

/** The file states who reconciles which accounts; an account that it does not name has nobody. */
export function planResponsibilities(draft: Draft, file: ParsedOf<'kontoansvar'>): KindPlan {
  const responsibilities = new Map<string, Responsibility>();
  const firstRows = new Map<string, number>();
  const knowsAccounts = !draft.unread.has('saldobalance');
  const knowsUnits = !draft.unread.has('organisation');
  const fail = ({ row }: ResponsibilityRow, code: string, field: string, value: string, params = {}) =>
    draft.issues.push(makeError(file.name, code, { row, column: headingOf(file, field), value }, params));
  for (const line of file.rows) {
    const { committee, administration, reconciledBy } = line;
    if (knowsUnits) {
      const unit = draft.administrations.get(administration);
      const isKnown = (known: ReadonlyMap<string, unknown>, code: string) =>
        code === '' || known.has(code) || isLost(draft, 'organisation', code);
      const isUnit = isKnown(draft.administrations, reconciledBy) || reconciledBy === draft.serviceCentreCode;
      if (!isUnit) {
        fail(line, 'unknown-reconciler', 'reconciledBy', reconciledBy, { serviceCentre: draft.serviceCentreCode });
      }
      if (!isKnown(draft.committees, committee)) fail(line, 'unknown-committee', 'committee', committee);
      if (!isKnown(draft.administrations, administration))
        fail(line, 'unknown-administration', 'administration', administration);
      if (unit && committee !== '' && unit.committee !== committee) {
        const place = { row: line.row, column: headingOf(file, 'administration'), value: administration };
        const params = { answersTo: unit.committee, committee };
        draft.issues.push(makeWarning(file.name, 'administration-of-other-committee', place, params));
      }
    }
    if (line.account === '') continue;
    const key = keyOf(line.account);
    const firstRow = firstRows.get(key);
    if (firstRow !== undefined) {
      fail(line, 'duplicate-account', 'account', line.account, { first: firstRow });
      continue;
    }
    firstRows.set(key, line.row);
    const account = draft.accounts.get(draft.numbers.get(key) ?? '');
    if (!account) {
      if (knowsAccounts && !isLost(draft, 'saldobalance', key)) fail(line, 'unknown-account', 'account', line.account);
      continue;
    }
    responsibilities.set(account.number, {
      account: account.number,
      reconciledBy,
      committee,
      administration,
      separately: line.separately ?? account.imFunction === SEPARATE_FUNCTION,
    });
  }
  draft.responsibilities = responsibilities;
  return compareMaps(draft.before.responsibilities, responsibilities, isSameRecord, (id, before, after) => ({
    subject: 'responsibility',
    id,
    before,
    after,
  }));
}
