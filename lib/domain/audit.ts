/** What kinds of thing the trail tells of. */
export type AuditSubject =
  | 'committee'
  | 'administration'
  | 'imFunction'
  | 'period'
  | 'account'
  | 'responsibility'
  | 'reconciliation'
  | 'registerLine'
  | 'noneConfirmation'
  | 'settings'
  | 'import';

export type AuditAction = 'create' | 'update' | 'remove' | 'import' | 'confirm' | 'withdraw';

/** A change to be told: what the thing was and became. `before` null: it was not there; `after` null: it is gone. */
export interface AuditEntry {
  action: AuditAction;
  subject: AuditSubject;
  subjectId: string;
  periodId: string | null;
  importId: number | null;
  before: object | null;
  after: object | null;
}

/** An event as it stands in the trail; `before` and `after` are JSON documents (lib/schemas/stored.ts). */
export interface AuditEvent {
  id: number;
  /** ISO time, UTC */
  at: string;
  personName: string;
  action: AuditAction;
  subject: AuditSubject;
  subjectId: string;
  importId: number | null;
  before: string | null;
  after: string | null;
}

/** create, update or remove, by what there is before and after. */
export function actionOf(before: unknown, after: unknown): 'create' | 'update' | 'remove' {
  return before === null ? 'create' : after === null ? 'remove' : 'update';
}
