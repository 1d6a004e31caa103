import type { AuditAction, AuditEvent } from '#lib/domain/audit.ts';
import { storedDocuments } from '#lib/schemas/stored.ts';
import {
  describeChange,
  describeWorkflow,
  type FieldChange,
  type ShownValue,
  sortOfAction,
} from './describe-change.ts';

/** What the history of an account tells of. */
type HistorySubject = keyof typeof storedDocuments | 'settlement' | 'planStep';

/** An event of an account, in words: who did what, when, and by which import. */
export interface HistoryEntry {
  id: number;
  /** ISO time, UTC */
  at: string;
  /** '' where it was disposed of. */
  personName: string;
  role: string;
  onBehalfOf: string | null;
  /** From where: channel and network address. */
  origin: string;
  action: AuditAction;
  /** In the words of whoever did it. */
  reason: string;
  /** What it told was taken away once its term had run out. */
  disposed: boolean;
  importId: number | null;
  subject: HistorySubject;
  sort: 'added' | 'changed' | 'removed';
  fields: FieldChange[];
}

/**
 * The events of an account with the fields that each of them changed. Of items and steps only those that differ.
 * @throws where the trail holds what it cannot: a fault of the program
 */
export function describeHistory(events: readonly AuditEvent[]): HistoryEntry[] {
  return events.flatMap((event) => {
    const { id, at, personName, role, onBehalfOf, origin, action, reason, disposed, importId, subject } = event;
    if (!isHistorySubject(subject)) return [];
    const before = parse(subject, event.before);
    const after = parse(subject, event.after);
    const { fields } = describeChange(subject, event.subjectId, before, after, new Map());
    const told = [...describeWorkflow(before, after), ...fields.map(keepDifferent)];
    const facts = { id, at, personName, role, onBehalfOf, origin, action, reason, disposed, importId, subject };
    const known = before === null ? 'added' : after === null ? 'removed' : 'changed';
    const sort = disposed ? (sortOfAction(action) ?? 'changed') : known;
    return [{ ...facts, sort, fields: [...told, ...balanceOfVerdict(before, after)] }];
  });
}

function isHistorySubject(subject: string): subject is HistorySubject {
  return subject === 'settlement' || subject === 'planStep' || subject in storedDocuments;
}

function parse(subject: HistorySubject, text: string | null): object | null {
  if (text === null) return null;
  const document = JSON.parse(text);
  // Acts on items and steps are told as they were written; nothing is derived from them.
  return subject === 'settlement' || subject === 'planStep'
    ? toDocument(document)
    : storedDocuments[subject].parse(document);
}

/** A verdict that was given again because the balance had changed says so: otherwise nothing of it would show. */
function balanceOfVerdict(before: object | null, after: object | null): FieldChange[] {
  if (!before || !after || !('findings' in before) || !('balance' in before) || !('balance' in after)) return [];
  if (before.balance === after.balance) return [];
  const shown = (ore: unknown): ShownValue => ({ kind: 'money', ore: String(ore) });
  return [{ field: 'balance', committee: null, before: shown(before.balance), after: shown(after.balance) }];
}

/** Any event's fields, as the trail tells them: what the program that wrote it said, whatever that was. */
export function describeEvent({ subject, subjectId, before, after }: AuditEvent): FieldChange[] {
  const [old, next] = [before, after].map((text) => (text === null ? null : toDocument(JSON.parse(text))));
  const { fields } = describeChange(subject, subjectId, old ?? null, next ?? null, new Map());
  return [...describeWorkflow(old ?? null, next ?? null), ...fields.map(keepDifferent)];
}

function toDocument(value: unknown): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { value };
}

/** Lists are told by the lines that went and those that came; equal lines are told apart by their number. */
export function keepDifferent(change: FieldChange): FieldChange {
  const { before, after } = change;
  if (before?.kind === 'items' && after?.kind === 'items') {
    return {
      ...change,
      before: { kind: 'items', items: without(before.items, after.items) },
      after: { kind: 'items', items: without(after.items, before.items) },
    };
  }
  if (before?.kind === 'steps' && after?.kind === 'steps') {
    return {
      ...change,
      before: { kind: 'steps', steps: without(before.steps, after.steps) },
      after: { kind: 'steps', steps: without(after.steps, before.steps) },
    };
  }
  return change;
}

/** The lines of `lines` that `others` has not as many of. */
function without<Line extends object>(lines: readonly Line[], others: readonly Line[]): Line[] {
  const left = new Map<string, number>();
  for (const other of others) {
    const key = JSON.stringify(other);
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  return lines.filter((line) => {
    const key = JSON.stringify(line);
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count === 0;
  });
}
