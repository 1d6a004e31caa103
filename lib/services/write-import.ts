import { applyChanges, ensureOrganisation, type Outcomes } from '#lib/db/apply-changes.ts';
import { recordEvents } from '#lib/db/audit.ts';
import { type ImageScope, keepImage, takeImage } from '#lib/db/import-image.ts';
import { createImport } from '#lib/db/imports.ts';
import { savePeriod } from '#lib/db/periods.ts';
import type { StagedFile } from '#lib/db/raw-files.ts';
import { deleteConfirmation } from '#lib/db/registers.ts';
import type { WriteDb } from '#lib/db/store.ts';
import type { Acting } from '#lib/domain/actor.ts';
import { type AuditEntry, actionOf } from '#lib/domain/audit.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Change, ImportPlan } from '#lib/import/types.ts';
import { droppedNotices } from './dropped-notices.ts';
import { changesYear } from './import-plan.ts';
import { dropApprovals, prepareVerdict } from './imported-verdicts.ts';
import { recordDeadlineMoves } from './record-deadline-moves.ts';
import { tellConcerned } from './tell-concerned.ts';

interface Writing {
  acting: Acting;
  state: MunicipalityState;
  plan: ImportPlan;
  staged: StagedFile[];
  /** Why a balance that does not sum to 0 is stored; '' where none was given. */
  balanceReason: string;
}

/**
 * Writes what a plan says, with the raw files and an event a change, in the transaction in which it was planned.
 * @returns the import's id
 */
export async function writeImport(
  tx: WriteDb,
  { acting, state, plan, staged, balanceReason }: Writing,
): Promise<number> {
  const at = new Date().toISOString();
  const { period } = state;
  const scope = scopeOf(plan, period);
  const image = scope.accounts.length > MOST_KEPT ? null : await takeImage(tx, scope);
  await savePeriod(tx, period, plan.control);
  const importId = await createImport(
    tx,
    acting.actor,
    at,
    period.id,
    plan.files.map(({ kind, name, sha256, bytes, added, changed, removed, unchanged, kept }) => ({
      kind,
      name,
      sha256,
      bytes,
      added,
      changed,
      removed,
      unchanged,
      kept: kept.length,
    })),
    profileOf(plan),
  );
  const planned = plan.files.flatMap((file) => file.changes);
  const changes = planned.map((change) =>
    change.subject === 'reconciliation' ? prepareVerdict(change, acting, at) : change,
  );
  const dropped = dropApprovals(state, changes, at);
  if (changesYear(plan)) await ensureOrganisation(tx, period.fiscalYear);
  await applyChanges(tx, period, sortOutcomes([...changes, ...dropped]), acting.actor, at);
  const verdicts = changes.filter((change) => change.subject === 'reconciliation');
  await recordDeadlineMoves(tx, period.id, verdicts, acting.actor, at);
  await recordEvents(tx, acting, at, [
    ...changes.map((change) => toEntry(change, period.id, importId)),
    ...dropped.map((change) => ({ ...toEntry(change, period.id, importId), action: 'drop' as const })),
    ...(await withdrawConfirmations(tx, changes, period, importId)),
    ...overrideOf(plan, balanceReason, importId),
  ]);
  await tellConcerned(
    tx,
    [...dropped, ...changes].flatMap(({ subject, before }) =>
      subject === 'reconciliation' && before !== null ? droppedNotices(period.id, before, acting.actor, at) : [],
    ),
  );
  if (image !== null) await keepImage(tx, importId, scope, image);
  for (const file of staged) file.keep();
  return importId;
}

/** By which profiles the files were read; '' for columns that were chosen for this import alone, null: by their headings. */
function profileOf({ files }: ImportPlan): string | null {
  const names = files.flatMap(({ reading }) => (reading === null ? [] : [reading.profile]));
  return names.length === 0 ? null : [...new Set(names)].join(', ');
}

/** That somebody let a balance in that does not sum to 0, and why (product.md, rule 2). */
function overrideOf({ periodId, control }: ImportPlan, reason: string, importId: number): AuditEntry[] {
  if (control === null || control.sum === 0n) return [];
  const place = { subject: 'import', subjectId: String(importId), periodId, importId } as const;
  return [{ ...place, action: 'confirm', before: null, after: { balance: control.sum }, reason }];
}

/** How many accounts an import can touch and still be taken back: of more, what was before is not kept. */
const MOST_KEPT = 50_000;

/** What an import touches. */
function scopeOf({ files }: ImportPlan, period: Period): ImageScope {
  const changes = files.flatMap((file) => file.changes);
  const accounts = changes.flatMap(({ subject, id }) => (OF_ACCOUNTS.has(subject) ? [id] : []));
  const has = (...subjects: Change['subject'][]) => changes.some(({ subject }) => subjects.includes(subject));
  return {
    period,
    accounts: [...new Set(accounts)].sort(),
    organisation: has('committee', 'administration', 'imFunction'),
    registers: has('registerLine'),
  };
}

const OF_ACCOUNTS: ReadonlySet<Change['subject']> = new Set([
  'account',
  'responsibility',
  'reconciliation',
  'documentation',
]);

function sortOutcomes(changes: readonly Change[]): Outcomes {
  const changesOf = <S extends Change['subject']>(subject: S) =>
    changes.filter((change): change is Extract<Change, { subject: S }> => change.subject === subject);
  return {
    committee: changesOf('committee'),
    administration: changesOf('administration'),
    imFunction: changesOf('imFunction'),
    account: changesOf('account'),
    responsibility: changesOf('responsibility'),
    reconciliation: changesOf('reconciliation'),
    documentation: changesOf('documentation'),
    registerLine: changesOf('registerLine').map((change) => ({ ...change, imported: change.after })),
  };
}

function toEntry(change: Change, periodId: string, importId: number): AuditEntry {
  return {
    action: actionOf(change.before, change.after),
    subject: change.subject,
    subjectId: change.id,
    periodId,
    importId,
    before: change.before,
    after: change.after,
  };
}

/** A committee that now has lines in a register has not none. */
async function withdrawConfirmations(
  tx: WriteDb,
  changes: Change[],
  period: Period,
  importId: number,
): Promise<AuditEntry[]> {
  const entries: AuditEntry[] = [];
  for (const change of changes) {
    if (change.subject !== 'registerLine' || change.after === null || !('committee' in change.after)) continue;
    const key = { fiscalYear: period.fiscalYear, register: change.register, committee: change.after.committee };
    if (!(await deleteConfirmation(tx, key))) continue;
    entries.push({
      action: 'withdraw',
      subject: 'noneConfirmation',
      subjectId: `${change.register}/${key.committee}`,
      periodId: period.id,
      importId,
      before: key,
      after: null,
    });
  }
  return entries;
}
