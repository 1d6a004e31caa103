import { type Finding, type PlanStep, type StepOutcome, standingSteps } from './finding.ts';

/** A larger workbook of action plans is none of ours. In bytes. */
export const LARGEST_PLAN_WORKBOOK = 10 * 1024 * 1024;

/** What of an action plan goes out in a workbook to whoever is responsible, and comes home from it. */
export const PLAN_FIELDS = ['problem', 'responsible', 'activity', 'deadline', 'consequence', 'state'] as const;
export type PlanField = (typeof PLAN_FIELDS)[number];

/** Fields of the finding itself: they stand on the first of its rows alone. */
const FINDING_FIELDS: ReadonlySet<PlanField> = new Set(['problem', 'responsible']);

export const STEP_STATES = ['open', 'done', 'dropped'] as const;
export type StepState = (typeof STEP_STATES)[number];

/** The deadline is an ISO date or '', the state one of STEP_STATES. */
export type PlanValues = Record<PlanField, string>;

/** A row of the workbook: a step of a finding's plan, or room for the first step where there is none. */
export interface PlanRow {
  account: string;
  committee: string;
  /** '': the step is not there yet. */
  stepKey: string;
  /** Whether it is the first row of its finding. */
  isFirst: boolean;
  values: PlanValues;
}

/** The fields that can be changed in a row: the finding's own in its first, the step's while it is open. */
export function openFields({ isFirst, values }: Pick<PlanRow, 'isFirst' | 'values'>): PlanField[] {
  return PLAN_FIELDS.filter((field) => (FINDING_FIELDS.has(field) ? isFirst : values.state === 'open'));
}

/** The rows of an account's finding, in the order of its steps; dropped ones are history and left out. */
export function planRowsOf(account: string, finding: Finding): PlanRow[] {
  const steps: (PlanStep | null)[] = standingSteps(finding);
  return (steps.length === 0 ? [null] : steps).map((step, index) => ({
    account,
    committee: finding.committee,
    stepKey: step?.key ?? '',
    isFirst: index === 0,
    values: valuesOf(finding, step),
  }));
}

/** A step's values beside its finding's; blanks where there is no step. */
export function valuesOf({ problem, responsible }: Finding, step: PlanStep | null): PlanValues {
  return {
    problem,
    responsible,
    activity: step?.activity ?? '',
    deadline: step?.deadline ?? '',
    consequence: step?.consequence ?? '',
    state: step?.outcome?.state ?? 'open',
  };
}

/** What is to stand in the fields of one row. */
export interface PlanRowEdit {
  stepKey: string;
  values: Partial<PlanValues>;
  /** What becomes of the step, where its state changes. */
  outcome: StepOutcome | null;
}

/** The finding with what a row states of it; a step that was not there comes last. */
export function applyPlanRow(finding: Finding, { stepKey, values, outcome }: PlanRowEdit): Finding {
  const own: Finding = {
    ...finding,
    problem: values.problem ?? finding.problem,
    responsible: values.responsible ?? finding.responsible,
  };
  const change = (step: PlanStep): PlanStep => ({
    ...step,
    activity: values.activity ?? step.activity,
    deadline: values.deadline === undefined ? step.deadline : values.deadline || null,
    consequence: values.consequence ?? step.consequence,
    ...(outcome === null ? {} : { outcome }),
  });
  if (stepKey !== '') return { ...own, steps: own.steps.map((step) => (step.key === stepKey ? change(step) : step)) };
  const hasStep = ['activity', 'deadline', 'consequence'].some((field) => field in values);
  if (!hasStep) return own;
  return { ...own, steps: [...own.steps, change({ activity: '', deadline: null, consequence: '' })] };
}
