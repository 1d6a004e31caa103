'use server';

import { revalidatePath } from 'next/cache';
import { currentContext } from '#lib/auth/current-context.ts';
import type { SettleItemInput } from '#lib/schemas/follow-up.ts';
import type { Result } from '#lib/services/context.ts';
import { dropStep } from '#lib/services/drop-step.ts';
import { finishStep } from '#lib/services/finish-step.ts';
import { moveDeadline } from '#lib/services/move-deadline.ts';
import { resumeStep } from '#lib/services/resume-step.ts';
import { settleItem } from '#lib/services/settle-item.ts';
import { takeBackSettlement } from '#lib/services/take-back-settlement.ts';

interface FindingPlace {
  periodId: string;
  account: string;
  committee: string;
}

type StepPlace = FindingPlace & { stepKey: string };

/** Figures of the whole period follow from items and plans. */
function refresh<T>(result: Result<T>): Result<T> {
  if (result.ok) revalidatePath('/', 'layout');
  return result;
}

export async function settleItemAction(input: SettleItemInput) {
  return refresh(await settleItem(await currentContext(), input));
}

export async function takeBackSettlementAction(input: FindingPlace & { settlementId: number; reason: string }) {
  return refresh(await takeBackSettlement(await currentContext(), input));
}

export async function finishStepAction(input: StepPlace & { on: string }) {
  return refresh(await finishStep(await currentContext(), input));
}

export async function dropStepAction(input: StepPlace & { reason: string }) {
  return refresh(await dropStep(await currentContext(), input));
}

export async function moveDeadlineAction(input: StepPlace & { to: string; reason: string }) {
  return refresh(await moveDeadline(await currentContext(), input));
}

export async function resumeStepAction(input: StepPlace & { reason: string }) {
  return refresh(await resumeStep(await currentContext(), input));
}
