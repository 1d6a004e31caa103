import { submitted, type Workflow } from '#lib/domain/workflow.ts';

/** Where a reconciliation stands that one person made and another approved. */
export const APPROVED: Workflow = {
  ...submitted(['maker'], '2024-02-01T08:00:00.000Z'),
  status: 'approved',
  approvals: [{ personId: 'checker', name: 'Checker', onBehalfOf: null, at: '2024-02-02T08:00:00.000Z' }],
};
