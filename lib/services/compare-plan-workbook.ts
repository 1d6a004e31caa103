import type { Account } from '#lib/domain/account.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import { type Finding, missingParts } from '#lib/domain/finding.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import {
  applyPlanRow,
  openFields,
  PLAN_FIELDS,
  type PlanField,
  type PlanRowEdit,
  type PlanValues,
  valuesOf,
} from '#lib/domain/plan-row.ts';
import { parseTypedDate } from '#lib/format/parse-date.ts';
import {
  makePlanIssue,
  type PlanIssue,
  type PlanSheet,
  type PlanSheetRow,
} from '#lib/import/plan-workbook/read-plan-workbook.ts';
import { markOf } from '#lib/schemas/plan-workbook.ts';
import { isFollowUp } from './plan-change.ts';
import { asCellText } from './plan-workbook-rows.ts';
import { outcomeOf, readPlanValues } from './read-plan-values.ts';

/** A field that the workbook has otherwise than when it was sent out; `now`: as it stands on screen. */
export interface PlanDifference {
  field: PlanField;
  now: string;
  mine: string;
  /** Whether it was changed on screen meanwhile, to something else. */
  isConflict: boolean;
}

/** A row of the workbook that changes something. */
export interface PlanChangeRow {
  id: string;
  /** In the sheet. */
  row: number;
  account: string;
  accountName: string;
  /** The step's words as they stand. */
  activity: string;
  differences: PlanDifference[];
  /** Why, in the words of the workbook. */
  reason: string;
}

/** What of a workbook is new. */
export interface PlanComparison {
  rows: PlanChangeRow[];
  unchanged: number;
  issues: PlanIssue[];
  /** Accounts whose approval falls if all of it is saved, and which were sent or approved. */
  drops: string[];
}

interface Compared extends PlanChangeRow {
  committee: string;
  edit: PlanRowEdit;
}

interface Asked {
  periodId: string;
  committee: string;
  /** ISO date: what is said to be done is not still to come. */
  today: IsoDate;
}

/**
 * Holds a workbook that came home against what it was sent out with and against what stands now: what only the workbook
 * changed is a change, what both changed to different words a conflict, and what it did not change stays.
 * @param state what the reader may see of the period
 */
export function comparePlanWorkbook(state: MunicipalityState, sheet: PlanSheet, asked: Asked): PlanComparison {
  const { kept, unchanged, issues } = compareRows(state, sheet, asked);
  return {
    rows: kept.map(({ committee: _, edit: __, ...shown }) => shown),
    unchanged,
    issues,
    drops: listDrops(state, kept),
  };
}

/** The findings of each account as the workbook has them; of a row with a conflict only what `chosen` says. */
export function planEdits(
  state: MunicipalityState,
  sheet: PlanSheet,
  asked: Asked,
  chosen: ReadonlySet<string>,
): Map<string, { findings: Finding[]; reason: string }> {
  const edits = new Map<string, { findings: Finding[]; reason: string }>();
  for (const compared of compareRows(state, sheet, asked).kept) {
    const row = chosen.has(compared.id) ? compared : withoutConflicts(compared);
    if (row.differences.length === 0) continue;
    const known = edits.get(row.account);
    const findings = known?.findings ?? state.reconciliations.get(row.account)?.findings ?? [];
    const reasons = [known?.reason ?? '', row.reason].filter((reason) => reason !== '');
    edits.set(row.account, { findings: applyTo(findings, row), reason: [...new Set(reasons)].join(' ') });
  }
  return edits;
}

function compareRows(state: MunicipalityState, sheet: PlanSheet, asked: Asked) {
  const accounts = new Map(state.accounts.map((account) => [asCellText(account.number), account]));
  const compared: Compared[] = [];
  const issues = [...sheet.issues];
  let unchanged = 0;
  for (const row of sheet.rows) {
    const result = compareRow(state, accounts.get(row.key.account), row, asked);
    if (result === null) unchanged += 1;
    else if ('code' in result) issues.push(result);
    else compared.push(result);
  }
  const kept = withoutLosses(state, compared, sheet, issues);
  return { kept, unchanged, issues: issues.sort((one, other) => (one.row ?? 0) - (other.row ?? 0)) };
}

function applyTo(findings: readonly Finding[], { committee, edit }: Compared): Finding[] {
  return findings.map((finding) => (finding.committee === committee ? applyPlanRow(finding, edit) : finding));
}

function withoutConflicts(row: Compared): Compared {
  const conflicts = row.differences.filter(({ isConflict }) => isConflict).map(({ field }) => field);
  // A step that is not to come beside another is left out whole, with what both say of it.
  const isBeside = row.edit.stepKey === '' && conflicts.some(isOfStep);
  const left = new Set(isBeside ? [...conflicts, ...PLAN_FIELDS.filter(isOfStep)] : conflicts);
  const values = Object.fromEntries(
    Object.entries(row.edit.values).filter(([field]) => !left.has(field as PlanField)),
  ) as Partial<PlanValues>;
  const outcome = left.has('state') ? null : row.edit.outcome;
  return {
    ...row,
    differences: row.differences.filter(({ isConflict }) => !isConflict),
    edit: { ...row.edit, values, outcome },
  };
}

/** What a row changes; null: nothing; an issue where it cannot be taken home. */
function compareRow(
  state: MunicipalityState,
  account: Account | undefined,
  sheetRow: PlanSheetRow,
  asked: Asked,
): Compared | PlanIssue | null {
  const { key, cells, row } = sheetRow;
  if (key.period !== asked.periodId || key.committee !== asked.committee)
    return makePlanIssue(sheetRow, 'account', 'row-elsewhere');
  const finding = account && findFinding(state, account.number, key.committee);
  if (!account || !finding) return makePlanIssue(sheetRow, 'account', 'row-gone');
  const mine = readPlanValues(sheetRow);
  if ('code' in mine) return mine;
  const changed = PLAN_FIELDS.filter(
    (field) => isShown(sheetRow, field) && markOf(mine[field]) !== sentMark(key, field),
  );
  const open = openFields({ isFirst: key.first, values: { ...mine, state: key.open ? 'open' : 'done' } });
  const locked = [...changed, ...listStray(sheetRow)].find((field) => !open.includes(field));
  if (locked !== undefined) return makePlanIssue(sheetRow, locked, 'cell-locked');

  const step = stepOf(finding, key.step, mine);
  // A first step was written on screen meanwhile: this one would come beside it.
  const isBeside = key.step === '' && step !== null;
  const now = valuesOf(finding, step);
  const differences = changed
    .map((field) => ({ field, now: asCellText(now[field]), mine: mine[field] }))
    .filter((one) => one.now !== one.mine)
    .map((one): PlanDifference => {
      const isStale = markOf(one.now) !== sentMark(key, one.field);
      return { ...one, isConflict: isStale || (isBeside && isOfStep(one.field)) };
    });
  if (differences.length === 0) return null;
  const problem = checkDifferences(state, sheetRow, finding, differences, asked);
  if (problem) return problem;
  const isNew = key.step === '' && differences.some(({ field }) => isOfStep(field));
  const stated = isNew ? changed : differences.map(({ field }) => field);
  return {
    id: `${key.account}/${key.committee}/${key.step}`,
    row,
    account: account.number,
    accountName: account.name,
    committee: key.committee,
    activity: now.activity,
    differences,
    reason: cells.reason,
    edit: {
      stepKey: key.step,
      values: Object.fromEntries(stated.map((field) => [field, mine[field]])),
      outcome: stated.includes('state') ? outcomeOf(mine.state, sheetRow, asked.today) : null,
    },
  };
}

/** What was typed where a row shows nothing: of its finding, in another than the first. */
function listStray({ key, cells }: PlanSheetRow): PlanField[] {
  return key.first ? [] : (['problem', 'responsible'] as const).filter((field) => cells[field] !== '');
}

/** What stood in a field when the row was sent out, as its mark. */
function sentMark({ marks }: PlanSheetRow['key'], field: PlanField): string | undefined {
  return marks[PLAN_FIELDS.indexOf(field)];
}

function isOfStep(field: PlanField): boolean {
  return field !== 'problem' && field !== 'responsible';
}

function findFinding(state: MunicipalityState, account: string, committee: string): Finding | undefined {
  return state.reconciliations.get(account)?.findings.find((finding) => finding.committee === committee);
}

/** A row that is not its finding's first shows nothing of the finding itself. */
function isShown({ key }: PlanSheetRow, field: PlanField): boolean {
  return key.first || isOfStep(field);
}

/** The step that a row is of; of one that was not there yet, the one that was made of the same words, or any. */
function stepOf(finding: Finding, stepKey: string, mine: PlanValues) {
  if (stepKey !== '') return finding.steps.find((step) => step.key === stepKey) ?? null;
  const standing = finding.steps.filter(({ outcome }) => outcome?.state !== 'dropped');
  const isSame = (field: 'activity' | 'consequence') => (step: Finding['steps'][number]) =>
    asCellText(step[field]) === mine[field];
  return standing.find((step) => isSame('activity')(step) && isSame('consequence')(step)) ?? standing[0] ?? null;
}

function checkDifferences(
  state: MunicipalityState,
  row: PlanSheetRow,
  finding: Finding,
  differences: readonly PlanDifference[],
  { today }: Asked,
): PlanIssue | null {
  const changed = new Map(differences.map(({ field, mine }) => [field, mine]));
  const changesStep = differences.some(({ field }) => isOfStep(field));
  const step = finding.steps.find((one) => one.key === row.key.step);
  if (changesStep && row.key.step !== '' && (!step || step.outcome))
    return makePlanIssue(row, 'activity', 'step-closed');
  const deadline = changed.get('deadline');
  if (deadline && deadline <= state.period.balanceDate) return makePlanIssue(row, 'deadline', 'deadline-early');
  const becomes = changed.get('state');
  if (becomes === 'dropped' && row.cells.reason === '') return makePlanIssue(row, 'reason', 'reason-missing');
  if (becomes === 'done' && row.cells.on !== '') {
    const on = parseTypedDate(row.cells.on);
    if (on === null) return makePlanIssue(row, 'on', 'not-a-date');
    if (on > today) return makePlanIssue(row, 'on', 'date-to-come');
  }
  return null;
}

/** The rows without those by which a finding would lose what it must have; these are told. */
function withoutLosses(
  state: MunicipalityState,
  rows: readonly Compared[],
  sheet: PlanSheet,
  issues: PlanIssue[],
): Compared[] {
  const sheetRows = new Map(sheet.rows.map((row) => [row.row, row]));
  return [...Map.groupBy(rows, ({ account }) => account).values()].flatMap((ofAccount) => {
    const [first] = ofAccount;
    const before = first && findFinding(state, first.account, first.committee);
    if (!first || !before) return [];
    const after = ofAccount.reduce((finding, { edit }) => applyPlanRow(finding, edit), before);
    const lacked = new Set(missingParts(before));
    const [lost] = missingParts(after).filter((part) => !lacked.has(part));
    if (lost === undefined) return ofAccount;
    const column = lost === 'item' ? 'account' : lost;
    for (const { row } of ofAccount) {
      const sheetRow = sheetRows.get(row);
      if (sheetRow) issues.push(makePlanIssue(sheetRow, column, 'part-lost'));
    }
    return [];
  });
}

function listDrops(state: MunicipalityState, rows: readonly Compared[]): string[] {
  return [...Map.groupBy(rows, ({ account }) => account)].flatMap(([account, ofAccount]) => {
    const before = state.reconciliations.get(account);
    const isUnderway = before?.workflow.status === 'submitted' || before?.workflow.status === 'approved';
    if (!before || !isUnderway) return [];
    const after = ofAccount.reduce<Finding[]>(applyTo, before.findings);
    return isFollowUp(before.findings, after) ? [] : [account];
  });
}
