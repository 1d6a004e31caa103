import { type Finding, missingParts, type PlanStep } from '#lib/domain/finding.ts';
import { maySomewhere } from '#lib/domain/permissions.ts';
import { type EditableFindingColumn, type EditFindingsInput, editFindingsInput } from '#lib/schemas/bulk.ts';
import { type ChangeTarget, changeAccounts, type Steering } from './change-accounts.ts';
import { type Context, done, type Problem, problem, type Result, refused } from './context.ts';
import { firstOpenStep, openSteps } from './open-steps.ts';
import { parseInput } from './parse-input.ts';
import { toPlanChange } from './plan-change.ts';
import { readDateCell, readLongCell, readShortCell } from './read-cell.ts';

/** A cell of a finding that could not be changed, and why. */
interface RefusedFindingCell {
  account: string;
  committee: string;
  column: EditableFindingColumn;
  problem: Problem;
}

/** What came of cells of findings. */
export interface EditedFindings {
  changeSet: number | null;
  changed: string[];
  refused: RefusedFindingCell[];
  isStopped: boolean;
}

type Cell = EditFindingsInput['changes'][number];

/**
 * Saves cells of *Opfølgning*, typed one by one or the same for many, as one change set. Deadlines alone are moved as
 * *Flyt frist* does it: what others approved stands (docs/adr/0010). Anything else is a new verdict.
 */
export async function editFindings(
  context: Context,
  input: unknown,
  steering?: Steering,
): Promise<Result<EditedFindings>> {
  const parsed = parseInput(editFindingsInput, input);
  if (!parsed.ok) return parsed;
  const { periodId, changes, reason, allOrNothing } = parsed.value;
  if (!maySomewhere(context.actor, 'log')) return refused([problem('not-allowed')]);
  const refusedCells: RefusedFindingCell[] = [];

  const result = await changeAccounts(context, {
    periodId,
    kind: 'edit',
    allOrNothing,
    steering,
    plan: async () =>
      [...Map.groupBy(changes, ({ account }) => account)].map(([account, cells]) => ({
        account,
        subject: 'reconciliation' as const,
        decide: (target: ChangeTarget) => {
          const typed = typeCells(cells, target);
          if ('code' in typed) return typed;
          refusedCells.push(...typed.refused);
          const [first] = typed.refused;
          if (allOrNothing && first) return first.problem;
          const change = toPlanChange(typed.findings, target, reason);
          // What was sent twice, because its first answer was lost, stands already.
          const isStale = cells.some(({ version }) => version !== target.version);
          return change !== null && isStale ? problem('changed-meanwhile', '', { person: target.updatedBy }) : change;
        },
      })),
  });
  if (!result.ok) return result;
  const { changeSet, changed, isStopped } = result.value;
  // What is wrong with a cell is told of it; that its account was refused, of the others.
  const told = new Set(refusedCells.map(nameOf));
  const whole = result.value.refused.flatMap(({ account, problem: why }) =>
    changes
      .filter((cell) => cell.account === account && !told.has(nameOf(cell)))
      .map(({ committee, column }) => ({ account, committee, column, problem: why })),
  );
  return done({ changeSet, changed, refused: [...whole, ...refusedCells], isStopped });
}

function nameOf({ account, committee, column }: Pick<Cell, 'account' | 'committee' | 'column'>): string {
  return JSON.stringify([account, committee, column]);
}

function typeCells(
  cells: readonly Cell[],
  { account, before, state }: ChangeTarget,
): { findings: Finding[]; refused: RefusedFindingCell[] } | Problem {
  if (before === null) return problem('unknown-finding');
  const findings = [...before.findings];
  const refusals: RefusedFindingCell[] = [];
  for (const { committee, column, text } of cells) {
    const at = findings.findIndex((one) => one.committee === committee);
    const finding = findings[at];
    const typed = finding ? typeCell(finding, column, text, state.period.balanceDate) : problem('unknown-finding');
    if ('code' in typed) refusals.push({ account: account.number, committee, column, problem: typed });
    else findings[at] = typed;
  }
  return { findings, refused: refusals };
}

function typeCell(
  finding: Finding,
  column: EditableFindingColumn,
  text: string,
  balanceDate: string,
): Finding | Problem {
  const typed = typeInto(finding, column, text, balanceDate);
  if ('code' in typed) return typed;
  const lacked = new Set(missingParts(finding));
  const [lost] = missingParts(typed).filter((part) => !lacked.has(part));
  return lost === undefined ? typed : problem(`missing-${lost}`);
}

function typeInto(
  finding: Finding,
  column: EditableFindingColumn,
  text: string,
  balanceDate: string,
): Finding | Problem {
  if (column === 'deadline') return typeDeadline(finding, text, balanceDate);
  const read = column === 'ansvarlig' || column === 'tema' ? readShortCell(text) : readLongCell(text);
  if (typeof read === 'string') return problem(read);
  switch (column) {
    case 'ansvarlig':
      return { ...finding, responsible: read.value };
    case 'tema':
      return { ...finding, theme: read.value };
    case 'problem':
      return { ...finding, problem: read.value };
    case 'aktivitet':
      return typeActivity(finding, read.value);
  }
}

/** The deadline of the open step that comes first; a plan without steps gets one. */
function typeDeadline(finding: Finding, text: string, balanceDate: string): Finding | Problem {
  const read = readDateCell(text);
  if (typeof read === 'string') return problem(read);
  const deadline = read.value;
  if (deadline !== null && deadline <= balanceDate) return problem('deadline-not-after-balance');
  return withStep(finding, firstOpenStep(finding), (step) => ({ ...step, deadline }));
}

function typeActivity(finding: Finding, activity: string): Finding | Problem {
  if (openSteps(finding).length > 1) return problem('several-steps');
  return withStep(finding, firstOpenStep(finding), (step) => ({ ...step, activity }));
}

function withStep(
  finding: Finding,
  step: PlanStep | undefined,
  change: (step: PlanStep) => PlanStep,
): Finding | Problem {
  if (step) return { ...finding, steps: finding.steps.map((one) => (one === step ? change(one) : one)) };
  if (finding.steps.length > 0) return problem('no-open-step');
  return { ...finding, steps: [change({ activity: '', deadline: null, consequence: '' })] };
}
