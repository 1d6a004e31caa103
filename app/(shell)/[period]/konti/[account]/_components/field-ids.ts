import { type AccountDraft, filledItems, filledSteps } from './account-draft.ts';

/** The ids of the form's fields: what an error is shown at, and what the summary of errors links to. */
export const findingFieldId = (finding: string, field: string) => `forhold-${finding}-${field}`;
export const itemFieldId = (item: string, field: string) => `post-${item}-${field}`;
export const stepFieldId = (step: string, field: string) => `trin-${step}-${field}`;

const HEAD_FIELDS = ['documentedBalance', 'method', 'reconciledOn', 'initials', 'verdict'] as const;
type HeadField = (typeof HEAD_FIELDS)[number];

/** Where a problem's path lies in a draft: finding, row and field; nulls where it concerns the whole. */
export interface FieldPlace {
  id: string | null;
  /** The field, where it is one of the account's own. */
  head: HeadField | null;
  /** The committee whose finding it is in. */
  committee: string | null;
  /** From 1. */
  item: number | null;
  step: number | null;
}

/**
 * Finds the field of a path such as `findings.0.items.1.amount` in the draft that was sent. Blank rows were not sent,
 * so the path counts without them; a path to a row that is not there means the first, where it is to be given.
 */
export function locateField(draft: AccountDraft, path: string): FieldPlace {
  const nowhere = { id: null, head: null, committee: null, item: null, step: null };
  const [head = '', index = '', field = '', row = '', cell = ''] = path.split('.');
  const own = HEAD_FIELDS.find((one) => one === head);
  if (own) return { ...nowhere, id: own, head: own };
  const finding = head === 'findings' && index !== '' ? draft.findings[Number(index)] : undefined;
  if (!finding) return head === 'findings' ? { ...nowhere, id: 'verdict' } : nowhere;
  const { committee } = finding;
  if (field === 'items') {
    const item = filledItems(finding)[Number(row)] ?? finding.items[0];
    if (!item) return { ...nowhere, committee };
    const position = finding.items.indexOf(item) + 1;
    return { ...nowhere, id: itemFieldId(item.key, cell || 'postingDate'), committee, item: position };
  }
  if (field === 'steps') {
    const step = filledSteps(finding)[Number(row)] ?? finding.steps[0];
    if (!step) return { ...nowhere, committee };
    const position = finding.steps.indexOf(step) + 1;
    return { ...nowhere, id: stepFieldId(step.key, cell || 'activity'), committee, step: position };
  }
  return { ...nowhere, id: findingFieldId(finding.key, field), committee };
}
