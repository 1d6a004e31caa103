import { isSeparate } from '#lib/domain/account.ts';
import type { FindingCategory } from '#lib/domain/category.ts';
import { type Finding, type Item, type MissingPart, missingParts, type PlanStep } from '#lib/domain/finding.ts';
import { makeError } from '../issue.ts';
import type { ParsedOf, ReconciliationRow } from '../types.ts';
import { type Draft, headingOf, isLost, keyOf } from './draft.ts';

type File = ParsedOf<'afstemninger'>;

/** What a file says of one account: its findings (none is category 1), or that it has no verdict yet. */
export type StatedVerdict = Finding[] | 'none';

/** The column in which each missing part would stand. */
const COLUMN_OF: Readonly<Record<MissingPart, string>> = {
  item: 'amount',
  responsible: 'responsible',
  activity: 'activity',
  deadline: 'deadline',
  consequence: 'consequence',
};

/**
 * Groups the rows of a file of reconciliations into what it says of each account that it names. Rows of one finding
 * (account and committee) must agree; every row's items and steps are kept, equal ones too (domain.md, findings).
 */
export function collectFindings(draft: Draft, file: File): Map<string, StatedVerdict> {
  const rowsByAccount = new Map<string, ReconciliationRow[]>();
  for (const line of file.rows) {
    const number = findAccount(draft, file, line);
    checkCommittee(draft, file, line);
    if (line.category === 1 && (line.item !== null || line.step !== null)) {
      fail(draft, file, line, 'category-1-with-follow-up', 'category', '1');
    }
    if (number === null) continue;
    const rows = rowsByAccount.get(number);
    if (rows) rows.push(line);
    else rowsByAccount.set(number, [line]);
  }
  const verdicts = new Map<string, StatedVerdict>();
  for (const [number, rows] of rowsByAccount) {
    const byCommittee = Map.groupBy(
      rows.filter(({ category }) => category !== 'none'),
      ({ committee }) => committee,
    );
    const findings: Finding[] = [];
    for (const [committee, own] of byCommittee) {
      const finding = mergeRows(draft, file, committee, own, isLost(draft, 'afstemninger', keyOf(number)));
      if (finding) findings.push(finding);
    }
    verdicts.set(number, byCommittee.size === 0 ? 'none' : findings);
  }
  return verdicts;
}

function fail(
  draft: Draft,
  file: File,
  line: { row: number },
  code: string,
  field: string,
  value: string,
  params = {},
): void {
  draft.issues.push(makeError(file.name, code, { row: line.row, column: headingOf(file, field), value }, params));
}

/** The stored number of the account that the row names; null where there is none or it takes no findings. */
function findAccount(draft: Draft, file: File, line: ReconciliationRow): string | null {
  if (line.account === '') return null;
  const account = draft.accounts.get(draft.numbers.get(keyOf(line.account)) ?? '');
  if (!account) {
    if (!draft.unread.has('saldobalance') && !isLost(draft, 'saldobalance', keyOf(line.account)))
      fail(draft, file, line, 'unknown-account', 'account', line.account);
    return null;
  }
  if (isSeparate(account, draft.responsibilities.get(account.number)) && !draft.unread.has('kontoansvar')) {
    fail(draft, file, line, 'finding-on-separate-account', 'account', line.account);
    return null;
  }
  return account.number;
}

function checkCommittee(draft: Draft, file: File, line: ReconciliationRow): void {
  if (line.committee === '' || draft.unread.has('organisation') || draft.committees.has(line.committee)) return;
  if (isLost(draft, 'organisation', line.committee)) return;
  fail(draft, file, line, 'unknown-committee', 'committee', line.committee);
}

/** The one value that the rows of a finding give; a blank agrees with everything. */
function agreeOn(
  draft: Draft,
  file: File,
  rows: readonly ReconciliationRow[],
  field: 'category' | 'responsible' | 'theme' | 'problem',
): string {
  const first = rows.find((line) => (line[field] ?? '') !== '');
  if (!first) return '';
  for (const line of rows) {
    const value = line[field] ?? '';
    if (value !== '' && value !== first[field]) {
      const params = { first: first.row, stated: String(first[field]) };
      fail(draft, file, line, 'finding-disagrees', field, String(value), params);
    }
  }
  return String(first[field]);
}

/**
 * One finding of its rows, held against rule 3 of product.md; null where they say category 1 or nothing readable.
 * `incomplete`: rows about the account were lost, so that nothing can be said of what it lacks.
 */
function mergeRows(
  draft: Draft,
  file: File,
  committee: string,
  rows: readonly ReconciliationRow[],
  incomplete: boolean,
): Finding | null {
  agreeOn(draft, file, rows, 'category');
  const category = rows
    .map((line) => line.category)
    .find((candidate): candidate is FindingCategory => candidate === 2 || candidate === 3);
  const [first] = rows;
  if (category === undefined || first === undefined) return null;
  const finding: Finding = {
    committee,
    category,
    responsible: agreeOn(draft, file, rows, 'responsible'),
    theme: agreeOn(draft, file, rows, 'theme'),
    problem: agreeOn(draft, file, rows, 'problem'),
    items: rows.map(({ item }) => item).filter((item): item is Item => item !== null && item !== 'faulty'),
    steps: rows.map(({ step }) => step).filter((step): step is PlanStep => step !== null && step !== 'faulty'),
  };
  const faultyItem = rows.some(({ item }) => item === 'faulty');
  const faultyStep = rows.some(({ step }) => step === 'faulty');
  for (const part of incomplete ? [] : missingParts(finding)) {
    // What could not be read is not missing, and has its own issue.
    if (part === 'item' ? faultyItem : part !== 'responsible' && faultyStep) continue;
    fail(draft, file, first, `finding-without-${part}`, COLUMN_OF[part], '', { category });
  }
  return finding;
}
