/** What kinds of thing the trail tells of. */
export const AUDIT_SUBJECTS = [
  'committee',
  'administration',
  'imFunction',
  'succession',
  'period',
  'account',
  'responsibility',
  'reconciliation',
  'settlement',
  'planStep',
  'comment',
  'attachment',
  'registerLine',
  'noneConfirmation',
  'settings',
  'import',
  'report',
  'list',
  'trail',
  'person',
  'roleGrant',
  'substitution',
  'session',
  'disposal',
  'backup',
  'assignment',
  'changeSet',
  'template',
  'mappingProfile',
  'rule',
  'documentation',
  'sharingKey',
  'sharedAccount',
  'reminder',
  'calendar',
  'reportText',
  'figureAcknowledgement',
  'redaction',
  'reportVersion',
  'brand',
] as const;
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number];

export const AUDIT_ACTIONS = [
  'create',
  'update',
  'remove',
  'import',
  'confirm',
  'withdraw',
  'submit',
  'approve',
  'return',
  'takeBack',
  'drop',
  'carry',
  'settle',
  'move',
  'finish',
  'open',
  'close',
  'lock',
  'reopen',
  'signIn',
  'signOut',
  'refuse',
  'disable',
  'reset',
  'read',
  'export',
  'dispose',
  'undo',
  'enable',
  'revoke',
  'send',
  'freeze',
  'publish',
  'acknowledge',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** A change to be told: what the thing was and became. `before` null: it was not there; `after` null: it is gone. */
export interface AuditEntry {
  action: AuditAction;
  subject: AuditSubject;
  subjectId: string;
  periodId: string | null;
  importId: number | null;
  before: object | null;
  after: object | null;
  /** In the words of whoever did it. */
  reason?: string;
}

/** An event as it stands in the trail; `before` and `after` are JSON documents (lib/schemas/stored.ts). */
export interface AuditEvent {
  id: number;
  /** ISO time, UTC */
  at: string;
  personId: string;
  /** '' where the data was disposed of. */
  personName: string;
  /** A role (permissions.ts); '' where none was needed. */
  role: string;
  /** Whose place a substitute took. */
  onBehalfOf: string | null;
  /** From where: channel and network address. */
  origin: string;
  action: AuditAction;
  subject: AuditSubject;
  subjectId: string;
  periodId: string | null;
  importId: number | null;
  reason: string;
  before: string | null;
  after: string | null;
  /** Its content was taken away once its term had run out; hashes stay. */
  disposed: boolean;
  hash: string;
}

/** create, update or remove, by what there is before and after. */
export function actionOf(before: unknown, after: unknown): 'create' | 'update' | 'remove' {
  return before === null ? 'create' : after === null ? 'remove' : 'update';
}
