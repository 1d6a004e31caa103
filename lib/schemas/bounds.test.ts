import { expect, it } from 'vitest';
import { commentInput } from './comments.ts';
import { finishStepInput, settleItemInput } from './follow-up.ts';
import { openNextPeriodInput, reopenPeriodInput } from './periods.ts';
import { logReconciliationInput } from './reconciliation.ts';
import { lineRemovalInput, noneInput } from './registers.ts';
import { accountsInput } from './workflow.ts';

const LONG = 'x'.repeat(201);

it.each([
  [commentInput, 'account'],
  [commentInput, 'committee'],
  [finishStepInput, 'stepKey'],
  [settleItemInput, 'itemKey'],
  [settleItemInput, 'committee'],
  [openNextPeriodInput, 'to'],
  [reopenPeriodInput, 'periodId'],
  [logReconciliationInput, 'account'],
  [lineRemovalInput, 'periodId'],
  [noneInput, 'committee'],
  [accountsInput, 'periodId'],
] as const)('no input names a thing by more than any thing is called (%#)', (schema, field) => {
  const refused = schema.safeParse({ [field]: LONG }).error?.issues.find(({ path }) => path.join('.') === field);
  expect(refused?.message).toBe('too-long');
});
