'use server';

import { currentContext } from '#lib/auth/current-context.ts';
import type { SettleItemInput } from '#lib/schemas/follow-up.ts';
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

/* Figures of the whole period follow from items and plans: the form shows its page anew once it is done. */

export async function settleItemAction(input: SettleItemInput) {
  return settleItem(await currentContext(), input);
}

export async function takeBackSettlementAction(input: FindingPlace & { settlementId: number; reason: string }) {
  return takeBackSettlement(await currentContext(), input);
}

export async function finishStepAction(input: StepPlace & { on: string }) {
  return finishStep(await currentContext(), input);
}

export async function dropStepAction(input: StepPlace & { reason: string }) {
  return dropStep(await currentContext(), input);
}

export async function moveDeadlineAction(input: StepPlace & { to: string; reason: string }) {
  return moveDeadline(await currentContext(), input);
}

export async function resumeStepAction(input: StepPlace & { reason: string }) {
  return resumeStep(await currentContext(), input);
}
