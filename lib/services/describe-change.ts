import { SEARCH_OUTCOMES } from '#lib/domain/attachment.ts';
import { type AuditAction, type AuditSubject, actionOf } from '#lib/domain/audit.ts';
import { RULE_KINDS } from '#lib/domain/auto-rule.ts';
import { sum } from '#lib/domain/money.ts';
import { PERIOD_STATUSES } from '#lib/domain/period.ts';
import { ROLES } from '#lib/domain/permissions.ts';
import { TEXT_STATUSES } from '#lib/domain/report-text.ts';
import { EDITIONS, VERSION_STATUSES } from '#lib/domain/report-version.ts';
import { MATERIALS } from '#lib/domain/retention.ts';
import { SUCCESSION_KINDS } from '#lib/domain/succession.ts';
import { STATUSES, type Status } from '#lib/domain/workflow.ts';

/** Where somebody came in, or changed how they do, by its address below /api/auth. */
const WAYS = [
  '/sign-in/email',
  '/sign-in/demo',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
  '/two-factor/enable',
  '/two-factor/disable',
  '/two-factor/generate-backup-codes',
  '/change-password',
  '/oidc/callback',
] as const;
const TARGETS = ['account', 'finding', 'item', 'transferControl', 'registerLine'] as const;

/** The fields whose codes have a word of their own in the trail. */
const WORDS = {
  role: ROLES,
  status: PERIOD_STATUSES,
  kind: [...SUCCESSION_KINDS, ...MATERIALS],
  material: MATERIALS,
  outcome: SEARCH_OUTCOMES,
  target: TARGETS,
  way: WAYS,
  newcomers: ['match', 'create'],
  reason: ['account-gone', 'separate'],
  password: ['set', 'changed'],
  source: ['person', 'oidc'],
  ruleKind: RULE_KINDS,
  textStatus: TEXT_STATUSES,
  versionStatus: VERSION_STATUSES,
  edition: EDITIONS,
  servedFrom: ['rendered', 'archive'],
} as const satisfies Record<string, readonly string[]>;
type Word = (typeof WORDS)[keyof typeof WORDS][number];

/** A value as a page shows it. Amounts are decimal text in øre, so that the same shape goes through JSON. */
export type ShownValue =
  | { kind: 'text'; text: string }
  | { kind: 'money'; ore: string }
  | { kind: 'date'; date: string }
  | { kind: 'category'; category: 1 | 2 | 3 }
  | { kind: 'flag'; yes: boolean }
  | { kind: 'method'; method: 'source' | 'specification' }
  | { kind: 'count'; count: number }
  | { kind: 'status'; status: Status }
  | { kind: 'word'; word: Word }
  /** A document within the document, or several: their fields, none of which is blank. */
  | { kind: 'parts'; parts: { field: string; value: ShownValue }[][] }
  | { kind: 'items'; items: { date: string; text: string; ore: string }[] }
  | { kind: 'steps'; steps: { activity: string; deadline: string | null; consequence: string }[] };

/** One field that differs. null: it was not there, or is gone, or is blank. */
export interface FieldChange {
  /** Names the field's word in the messages. */
  field: string;
  /** The committee whose finding the field belongs to; null for what belongs to the whole. */
  committee: string | null;
  before: ShownValue | null;
  after: ShownValue | null;
}

/** A thing's change in words and amounts. */
export interface ChangeView {
  id: string;
  /** The thing's name, such as the account's; '' where the id says it all. */
  name: string;
  fields: FieldChange[];
}

/** Changes of one sort to one sort of thing. */
export interface ChangeGroup {
  subject: AuditSubject;
  sort: 'added' | 'changed' | 'removed';
  /** All of them, of which `shown` are the first. */
  count: number;
  shown: ChangeView[];
}

/** A change by the thing's id and, where the id does not say it, its name among those of the accounts. */
export function describeChange(
  subject: AuditSubject,
  id: string,
  before: object | null,
  after: object | null,
  accountNames: ReadonlyMap<string, string>,
): ChangeView {
  const isOfAccount = subject === 'reconciliation' || subject === 'responsibility' || subject === 'documentation';
  const isChangedAccount = subject === 'account' && before !== null && after !== null;
  const name = isOfAccount || isChangedAccount ? (accountNames.get(id) ?? '') : '';
  return { id, name, fields: describeFields(before, after) };
}

type Document = Record<string, unknown>;

/** Fields that a page need not show: they repeat the id, or say how a thing is kept and not what it says. */
const HIDDEN = new Set([
  'number',
  'code',
  'account',
  'position',
  'origin',
  'findings',
  'workflow',
  'key',
  'originalDeadline',
  'outcome',
  'itemKey',
  'requestedBy',
  'approvedBy',
  'hands',
]);
/** Within a part: what was seen of a document's text, who asked for a disposal (by id) and what it took (by id). */
const HIDDEN_PARTS = new Set(['found', 'hands', 'things', 'id']);
const MONEY = new Set([
  'balance',
  'documentedBalance',
  'amount',
  'net',
  'difference',
  'settled',
  'writtenOff',
  'twoApproversAbove',
  'belowAmount',
  'tolerance',
]);
/** Numbers that count nothing. */
const NAMES = new Set(['fiscalYear', 'takenOverFrom', 'year', 'id', 'importId', 'lineId', 'head', 'disposal']);

/**
 * The fields in which two documents of the trail or of an import plan differ; all that say something where one of
 * them is null. Amounts may be bigint or, as the trail keeps them, decimal text.
 */
function describeFields(before: object | null, after: object | null): FieldChange[] {
  const old = (before ?? {}) as Document;
  const next = (after ?? {}) as Document;
  const isFinding = 'findings' in old || 'findings' in next;
  const names = [...new Set([...Object.keys(next), ...Object.keys(old)])].filter((name) => !HIDDEN.has(name));
  // A verdict's own balance is that of its account, which has a line of its own where it changes.
  const shown = isFinding ? names.filter((name) => name !== 'balance') : names;
  const plain = shown.map((field) => compare(field, null, toShown(field, old[field]), toShown(field, next[field])));
  const findings = isFinding ? describeFindings(findingsOf(old), findingsOf(next)) : [];
  return [...plain, ...findings].filter((change) => change !== null);
}

/** What happened to a thing, by whether it was and is there. */
export function sortOfChange(before: object | null, after: object | null): 'added' | 'changed' | 'removed' {
  const sorts = { create: 'added', update: 'changed', remove: 'removed' } as const;
  return sorts[actionOf(before, after)];
}

/** The same for an event of the trail; null for what is neither, such as a confirmation. */
export function sortOfAction(action: AuditAction): 'added' | 'changed' | 'removed' | null {
  if (action === 'create') return 'added';
  if (action === 'update') return 'changed';
  return action === 'remove' || action === 'withdraw' ? 'removed' : null;
}

function compare(
  field: string,
  committee: string | null,
  before: ShownValue | null,
  after: ShownValue | null,
): FieldChange | null {
  return JSON.stringify(before) === JSON.stringify(after) ? null : { field, committee, before, after };
}

function toShown(field: string, value: unknown): ShownValue | null {
  if (value === null || value === undefined || value === '') return null;
  if (MONEY.has(field)) return { kind: 'money', ore: String(value) };
  if (field === 'category' && (value === 1 || value === 2 || value === 3)) return { kind: 'category', category: value };
  if (field === 'method' && (value === 'source' || value === 'specification')) return { kind: 'method', method: value };
  const word = wordsOf(field).find((one) => one === value);
  if (word !== undefined) return { kind: 'word', word };
  if (typeof value === 'boolean') return { kind: 'flag', yes: value };
  if (typeof value === 'number' && !NAMES.has(field)) return { kind: 'count', count: value };
  // What a disposal took is kept as text that is a document; a filter names what its address does.
  const parts = field === 'filter' ? null : toParts(field === 'list' ? parseJson(value) : value);
  if (parts !== null) return parts.length === 0 ? null : { kind: 'parts', parts };
  const text = toText(value);
  if (text === '') return null;
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? { kind: 'date', date: text } : { kind: 'text', text };
}

function wordsOf(field: string): readonly Word[] {
  return Object.hasOwn(WORDS, field) ? WORDS[field as keyof typeof WORDS] : [];
}

/** Of documents within documents the fields that say something; null for what is none. */
function toParts(value: unknown): { field: string; value: ShownValue }[][] | null {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  const isPlain = all.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
  if (!isPlain || all.length === 0) return null;
  return (all as Document[]).map(fieldsOfPart).filter((fields) => fields.length > 0);
}

function parseJson(value: unknown): unknown {
  try {
    return JSON.parse(String(value));
  } catch {
    return value;
  }
}

function fieldsOfPart(document: Document): { field: string; value: ShownValue }[] {
  return Object.entries(document).flatMap(([field, part]) => {
    const value = HIDDEN_PARTS.has(field) ? null : toShown(field, part);
    return value === null ? [] : [{ field, value }];
  });
}

/** Any part of a document as text; lists and parts of it are told one after the other. */
function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(toText).filter(Boolean).join(', ');
  if (typeof value !== 'object') return String(value);
  const parts = Object.entries(value).map(([name, part]) => [name, toText(part)]);
  return parts
    .filter(([, text]) => text !== '')
    .map(([name, text]) => `${name}: ${text}`)
    .join('; ');
}

/** Where a reconciliation stood and stands, and who approved it. A plan knows nothing of it; the trail does. */
export function describeWorkflow(before: object | null, after: object | null): FieldChange[] {
  const [old, next] = [before, after].map((document) => ((document as Document | null)?.workflow ?? {}) as Document);
  const status = (workflow: Document | undefined): ShownValue | null => {
    const found = STATUSES.find((one) => one === workflow?.status);
    return found ? { kind: 'status', status: found } : null;
  };
  const approvers = (workflow: Document | undefined): ShownValue | null => {
    const names = toText(((workflow?.approvals ?? []) as Document[]).map(({ name }) => name));
    return names === '' ? null : { kind: 'text', text: names };
  };
  return [
    compare('status', null, status(old), status(next)),
    compare('approvals', null, approvers(old), approvers(next)),
  ].filter((change) => change !== null);
}

function findingsOf(document: Document): Map<string, Document> {
  const findings = (document.findings ?? []) as Document[];
  return new Map(findings.map((finding) => [String(finding.committee), finding]));
}

function describeFindings(before: Map<string, Document>, after: Map<string, Document>): (FieldChange | null)[] {
  const committees = [...new Set([...after.keys(), ...before.keys()])].sort();
  return committees.flatMap((committee) => {
    const old = before.get(committee) ?? {};
    const next = after.get(committee) ?? {};
    const texts = ['category', 'theme', 'responsible', 'problem'];
    return [
      ...texts.map((field) => compare(field, committee, toShown(field, old[field]), toShown(field, next[field]))),
      compare('followUp', committee, toFollowUp(old), toFollowUp(next)),
      compare('items', committee, toItems(old), toItems(next)),
      compare('steps', committee, toSteps(old), toSteps(next)),
    ];
  });
}

function itemsOf(finding: Document): Document[] {
  return (finding.items ?? []) as Document[];
}

function toFollowUp(finding: Document): ShownValue | null {
  const items = itemsOf(finding);
  if (items.length === 0) return null;
  return { kind: 'money', ore: sum(items.map(({ amount }) => BigInt(String(amount)))).toString() };
}

function toItems(finding: Document): ShownValue | null {
  const items = itemsOf(finding).map(({ postingDate, text, amount }) => ({
    date: String(postingDate),
    text: String(text ?? ''),
    ore: String(amount),
  }));
  return items.length === 0 ? null : { kind: 'items', items };
}

function toSteps(finding: Document): ShownValue | null {
  const steps = ((finding.steps ?? []) as Document[]).map(({ activity, deadline, consequence }) => ({
    activity: String(activity ?? ''),
    deadline: deadline === null || deadline === undefined ? null : String(deadline),
    consequence: String(consequence ?? ''),
  }));
  return steps.length === 0 ? null : { kind: 'steps', steps };
}
