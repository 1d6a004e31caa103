import type { IsoDate } from '#lib/domain/date.ts';
import type { StepOutcome } from '#lib/domain/finding.ts';
import { type PlanValues, STEP_STATES, type StepState } from '#lib/domain/plan-row.ts';
import { parseTypedDate } from '#lib/format/parse-date.ts';
import { type PlanColumn, STATE_WORDS } from '#lib/format/plan-columns.ts';
import { makePlanIssue, type PlanIssue, type PlanSheetRow } from '#lib/import/plan-workbook/read-plan-workbook.ts';
import { asCellText } from './plan-workbook-rows.ts';

const LONGEST: Partial<Record<PlanColumn, number>> = {
  problem: 4000,
  responsible: 200,
  activity: 4000,
  consequence: 4000,
  reason: 2000,
};

/** The fields as the workbook has them; an issue where one is not what it should be. */
export function readPlanValues(row: PlanSheetRow): PlanValues | PlanIssue {
  const { cells } = row;
  for (const [column, most] of Object.entries(LONGEST) as [PlanColumn, number][]) {
    if (cells[column].length > most) return makePlanIssue(row, column, 'too-long');
  }
  const deadline = cells.deadline === '' ? '' : parseTypedDate(cells.deadline);
  if (deadline === null) return makePlanIssue(row, 'deadline', 'not-a-date');
  const state = readState(cells.state);
  if (state === null) return makePlanIssue(row, 'state', 'not-a-state');
  return {
    problem: asCellText(cells.problem),
    responsible: asCellText(cells.responsible),
    activity: asCellText(cells.activity),
    deadline,
    consequence: asCellText(cells.consequence),
    state,
  };
}

function readState(text: string): StepState | null {
  const wanted = text.toLocaleLowerCase('da');
  return STEP_STATES.find((state) => STATE_WORDS[state].toLocaleLowerCase('da') === wanted) ?? null;
}

/** What becomes of a step whose state the workbook changes: done on the day it says, or `today`; null: it stays open. */
export function outcomeOf(becomes: string | undefined, { cells }: PlanSheetRow, today: IsoDate): StepOutcome | null {
  if (becomes === 'done') return { state: 'done', on: parseTypedDate(cells.on) ?? today, reason: '' };
  return becomes === 'dropped' ? { state: 'dropped', on: today, reason: cells.reason } : null;
}
