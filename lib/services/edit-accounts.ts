import type { Assignment, Reconciliation } from '#lib/domain/account.ts';
import { isSeparate } from '#lib/domain/account.ts';
import { placeOfAccount } from '#lib/domain/visibility.ts';
import {
  EDITABLE_ACCOUNT_COLUMNS,
  type EditAccountsInput,
  type EditableAccountColumn,
  editAccountsInput,
} from '#lib/schemas/bulk.ts';
import { reassign } from './assign-accounts.ts';
import { type Assignee, loadAssignees, matchAssignee } from './assignees.ts';
import { type ChangeTarget, changeAccounts, type Intent } from './change-accounts.ts';
import { type Context, done, type Problem, problem, type Result } from './context.ts';
import { parseInput } from './parse-input.ts';
import {
  type CellReading,
  readAmountCell,
  readCategoryCell,
  readDateCell,
  readInitialsCell,
  readMethodCell,
} from './read-cell.ts';
import { settleVerdict, type Verdict, type VerdictChange } from './write-verdicts.ts';

/** A cell that could not be changed, and why; without a column none of the account's cells could. */
interface RefusedCell<Column extends string> {
  account: string;
  column: Column | null;
  problem: Problem;
}

/** What came of cells that were typed. */
export interface EditedAccounts {
  /** By which it is taken back; null: nothing was changed. */
  changeSet: number | null;
  changed: string[];
  refused: RefusedCell<EditableAccountColumn>[];
}

type Cell = EditAccountsInput['changes'][number];
const ASSIGNED = ['tildelt', 'frist'] as const;
type AssignedColumn = (typeof ASSIGNED)[number];
type VerdictColumn = Exclude<EditableAccountColumn, AssignedColumn>;

/**
 * Saves what was typed into cells of *Konti* as one change set: the verdict's own fields as a save of the account's page
 * would, whoever is to reconcile it and by when as an assignment. A cell that cannot be saved keeps no other back.
 */
export async function editAccounts(context: Context, input: unknown): Promise<Result<EditedAccounts>> {
  const parsed = parseInput(editAccountsInput, input);
  if (!parsed.ok) return parsed;
  const { periodId, changes } = parsed.value;
  const refusedCells: EditedAccounts['refused'] = [];
  const refuse = (account: string, column: EditableAccountColumn, why: Problem) =>
    void refusedCells.push({ account, column, problem: why });

  const result = await changeAccounts(context, {
    periodId,
    kind: 'edit',
    allOrNothing: false,
    plan: async (tx) => {
      const people = changes.some(({ column }) => column === 'tildelt') ? await loadAssignees(tx) : [];
      return [...Map.groupBy(changes, ({ account }) => account)].flatMap(([account, cells]): Intent[] => {
        const last = new Map(cells.map((cell) => [cell.column, cell]));
        const ordered = EDITABLE_ACCOUNT_COLUMNS.flatMap((column) => last.get(column) ?? []);
        const assigned = ordered.filter(isAssigned);
        const stated = ordered.filter((cell) => !isAssigned(cell));
        return [
          ...(stated.length === 0
            ? []
            : [{ account, subject: 'reconciliation' as const, decide: verdictDecider(stated, refuse) }]),
          ...(assigned.length === 0
            ? []
            : [{ account, subject: 'assignment' as const, decide: assignmentDecider(assigned, people, refuse) }]),
        ];
      });
    },
  });
  if (!result.ok) return result;
  const { changeSet, changed, refused } = result.value;
  const whole = refused.flatMap(({ account, subject, problem: why }) =>
    changes
      .filter((cell) => cell.account === account && (subject === 'assignment') === isAssigned(cell))
      .map(({ column }) => ({ account, column, problem: why })),
  );
  return done({ changeSet, changed, refused: [...whole, ...refusedCells] });
}

type Refuse = (account: string, column: EditableAccountColumn, why: Problem) => void;

function isAssigned({ column }: Pick<Cell, 'column'>): boolean {
  return column === 'tildelt' || column === 'frist';
}

function verdictDecider(cells: readonly Cell[], refuse: Refuse) {
  return (target: ChangeTarget): VerdictChange | Problem | null => {
    const { account, responsibility, before, version, updatedBy, acting, at } = target;
    if (isSeparate(account, responsibility)) return problem('reconciled-separately');
    let verdict: Verdict | null = before;
    for (const { column, text } of cells) {
      const next = typeVerdict(verdict, column as VerdictColumn, text, target);
      if ('code' in next) refuse(account.number, column, next);
      else verdict = next;
    }
    if (verdict === null || verdict === before) return null;
    const change = settleVerdict(bare(verdict), before, { submit: false, acting, at });
    // What was sent twice, because its first answer was lost, stands already.
    const isStale = cells.some((cell) => cell.version !== version);
    return change !== null && isStale ? problem('changed-meanwhile', '', { person: updatedBy }) : change;
  };
}

/** What is stated, without how it came about and where it stands. */
function bare(verdict: Verdict & Partial<Reconciliation>): Verdict {
  const { origin: _, rule: __, workflow: ___, ...stated } = verdict;
  return stated;
}

function typeVerdict(
  verdict: Verdict | null,
  column: VerdictColumn,
  text: string,
  { account }: ChangeTarget,
): Verdict | Problem {
  if (column === 'kategori') {
    const read = readCategoryCell(text);
    if (typeof read === 'string') return problem(read);
    if (verdict === null) return emptyVerdict(account);
    return verdict.findings.length > 0 ? problem('has-findings') : verdict;
  }
  if (verdict === null) return text === '' ? problem('nothing-to-empty') : problem('category-first');
  switch (column) {
    case 'dokumenteret':
      // Whoever types what is documented holds it against the balance that stands beside it.
      return withCell(readAmountCell(text), (documentedBalance) => ({
        ...verdict,
        documentedBalance,
        balance: account.balance,
      }));
    case 'metode':
      return withCell(readMethodCell(text), (method) => ({ ...verdict, method }));
    case 'afstemt-den':
      return withCell(readDateCell(text), (reconciledOn) => ({ ...verdict, reconciledOn }));
    case 'initialer':
      return withCell(readInitialsCell(text), (initials) => ({ ...verdict, initials }));
  }
}

function withCell<T, Made>(read: CellReading<T>, make: (value: T) => Made): Made | Problem {
  return typeof read === 'string' ? problem(read) : make(read.value);
}

function emptyVerdict(account: ChangeTarget['account']): Verdict {
  return {
    account: account.number,
    category: 1,
    documentedBalance: null,
    method: null,
    reconciledOn: null,
    initials: '',
    balance: account.balance,
    findings: [],
  };
}

function assignmentDecider(cells: readonly Cell[], people: readonly Assignee[], refuse: Refuse) {
  return (target: ChangeTarget): { after: Assignment | null } | null => {
    const change: { personId?: string | null; deadline?: string | null } = {};
    for (const { column, text } of cells) {
      if (column === 'tildelt') {
        const person = text === '' ? null : matchAssignee(people, text, placeOfAccount(target.responsibility));
        if (person !== null && 'code' in person) refuse(target.account.number, column, person);
        else change.personId = person?.id ?? null;
      } else {
        const read = readDateCell(text);
        if (typeof read === 'string') refuse(target.account.number, column, problem(read));
        else change.deadline = read.value;
      }
    }
    return reassign(target, change);
  };
}
