import { divideFinding, type SharingPart } from '#lib/domain/sharing.ts';
import {
  type AccountDraft,
  type FindingDraft,
  type ItemDraft,
  newFinding,
  newItem,
  newStep,
  readFinding,
  type StepDraft,
  toFindingDraft,
  withStoredKeys,
} from './account-draft.ts';

/** What can be done to a draft. Rows and findings are named by their keys; new ones bring theirs. */
export type DraftAction =
  | { type: 'replace'; draft: AccountDraft }
  /** What was typed is given up for `draft`. */
  | { type: 'discard'; draft: AccountDraft }
  | { type: 'edit'; patch: Partial<Omit<AccountDraft, 'findings'>> }
  | { type: 'choose-follow-up'; key: string; committee: string }
  | { type: 'add-finding'; key: string; committee: string }
  | { type: 'edit-finding'; finding: string; patch: Partial<Omit<FindingDraft, 'key' | 'items' | 'steps'>> }
  | { type: 'remove-finding'; finding: string }
  | { type: 'edit-item'; finding: string; item: string; patch: Partial<ItemDraft> }
  | { type: 'add-item'; finding: string; key: string }
  | { type: 'paste-items'; finding: string; items: ItemDraft[] }
  | { type: 'remove-item'; finding: string; item: string; key: string }
  | { type: 'edit-step'; finding: string; step: string; patch: Partial<StepDraft> }
  | { type: 'add-step'; finding: string; key: string }
  | { type: 'remove-step'; finding: string; step: string; key: string }
  /** One place up (-1) or down (1). */
  | { type: 'move-step'; finding: string; step: string; by: -1 | 1 }
  | { type: 'note-stored'; keys: ReadonlyMap<string, string> }
  /** One finding a committee in the place of this one, its items divided by the key. */
  | { type: 'divide-finding'; finding: string; parts: readonly SharingPart[] }
  | { type: 'undo' };

/** Acts that take something away, or much in: they can be undone until the next one. */
type Undoable = 'discard' | 'remove-finding' | 'remove-item' | 'remove-step' | 'paste-items' | 'divide-finding';

export interface DraftState {
  draft: AccountDraft;
  /** The draft before the last act that can be undone. */
  undo: { act: Undoable; draft: AccountDraft } | null;
}

const UNDOABLE: ReadonlySet<string> = new Set<Undoable>([
  'discard',
  'remove-finding',
  'remove-item',
  'remove-step',
  'paste-items',
  'divide-finding',
]);

function isUndoable(type: DraftAction['type']): type is Undoable {
  return UNDOABLE.has(type);
}

/** The draft after an act. */
export function reduceDraft(state: DraftState, action: DraftAction): DraftState {
  if (action.type === 'undo') return { draft: state.undo?.draft ?? state.draft, undo: null };
  if (action.type === 'note-stored') {
    const undo = state.undo && { ...state.undo, draft: withStoredKeys(state.undo.draft, action.keys) };
    return { draft: withStoredKeys(state.draft, action.keys), undo };
  }
  const undo = isUndoable(action.type) ? { act: action.type, draft: state.draft } : null;
  return { draft: change(state.draft, action), undo };
}

function change(draft: AccountDraft, action: Exclude<DraftAction, { type: 'undo' | 'note-stored' }>): AccountDraft {
  switch (action.type) {
    case 'replace':
    case 'discard':
      return action.draft;
    case 'edit':
      return { ...draft, ...action.patch };
    case 'choose-follow-up': {
      const findings = draft.findings.length > 0 ? draft.findings : [newFinding(action.key, action.committee)];
      return { ...draft, verdict: 'follow-up', findings };
    }
    case 'add-finding':
      return { ...draft, findings: [...draft.findings, newFinding(action.key, action.committee)] };
    case 'remove-finding':
      return { ...draft, findings: draft.findings.filter((one) => one.key !== action.finding) };
    case 'divide-finding':
      return {
        ...draft,
        findings: draft.findings.flatMap((one) => (one.key === action.finding ? divide(one, action.parts) : [one])),
      };
    default:
      return {
        ...draft,
        findings: draft.findings.map((one) => (one.key === action.finding ? changeFinding(one, action) : one)),
      };
  }
}

/** A finding that the key leaves nothing of stays as it is. */
function divide(finding: FindingDraft, parts: readonly SharingPart[]): FindingDraft[] {
  const divided = divideFinding(readFinding(finding).finding, { parts });
  if (divided.length === 0) return [finding];
  return divided.map((one) => toFindingDraft(one, `${finding.key}.${one.committee}`));
}

type FindingAction = Extract<DraftAction, { finding: string }>;

function changeFinding(finding: FindingDraft, action: FindingAction): FindingDraft {
  switch (action.type) {
    case 'edit-finding':
      return { ...finding, ...action.patch };
    case 'edit-item':
      return { ...finding, items: patchRow(finding.items, action.item, action.patch) };
    case 'add-item':
      return { ...finding, items: [...finding.items, newItem(action.key)] };
    case 'paste-items':
      return { ...finding, items: action.items };
    case 'remove-item': {
      const items = finding.items.filter(({ key }) => key !== action.item);
      return { ...finding, items: items.length > 0 ? items : [newItem(action.key)] };
    }
    case 'edit-step':
      return { ...finding, steps: patchRow(finding.steps, action.step, action.patch) };
    case 'add-step':
      return { ...finding, steps: [...finding.steps, newStep(action.key)] };
    case 'remove-step': {
      const steps = finding.steps.filter(({ key }) => key !== action.step);
      return { ...finding, steps: steps.length > 0 ? steps : [newStep(action.key)] };
    }
    case 'move-step':
      return { ...finding, steps: moveRow(finding.steps, action.step, action.by) };
    case 'remove-finding':
    case 'divide-finding':
      return finding;
  }
}

function patchRow<Row extends { key: string }>(rows: readonly Row[], key: string, patch: Partial<Row>): Row[] {
  return rows.map((row) => (row.key === key ? { ...row, ...patch } : row));
}

function moveRow<Row extends { key: string }>(rows: readonly Row[], key: string, by: -1 | 1): Row[] {
  const from = rows.findIndex((row) => row.key === key);
  const [row, other] = [rows[from], rows[from + by]];
  return row && other ? rows.with(from, other).with(from + by, row) : [...rows];
}
