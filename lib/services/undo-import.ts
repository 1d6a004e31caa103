import { recordEvents } from '#lib/db/audit.ts';
import { listAllImportEvents } from '#lib/db/import-events.ts';
import { removeImage, restoreImage } from '#lib/db/import-image.ts';
import { noteUndone } from '#lib/db/imports.ts';
import { createNotices } from '#lib/db/notices.ts';
import { listPreparers } from '#lib/db/period-work.ts';
import type { AuditEntry, AuditEvent } from '#lib/domain/audit.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { undoImportInput } from '#lib/schemas/import.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { findImportStanding } from './import-standing.ts';
import { parseInput } from './parse-input.ts';

/**
 * Takes an import back as a whole, for a reason, while nothing stands on it: all that it touched is again as it was,
 * row by row, with versions and approvals. Its raw files and its place in the history stay. Whoever's work it touched is told.
 * @returns how many were told
 */
export async function undoImport(context: Context, input: unknown): Promise<Result<{ told: number }>> {
  const { store, actor } = context;
  const parsed = parseInput(undoImportInput, input);
  if (!parsed.ok) return parsed;
  const acting = actingFor(context, 'import', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const { importId, reason } = parsed.value;
  return store.writeTx(async (tx) => {
    const found = await findImportStanding(tx, importId);
    if (!found) return refused([problem('unknown-import', 'importId')]);
    const { record, period, kept, standing } = found;
    if (record.undoneAt !== null) return refused([problem('import-undone-already')]);
    if (kept === null || standing.length > 0) return refused([problem('import-stands')]);
    const at = new Date().toISOString();
    const { accounts } = kept.scope;
    const concerned = new Set(await listPreparers(tx, period.id, accounts));
    await restoreImage(tx, { ...kept.scope, period }, kept.before);
    for (const personId of await listPreparers(tx, period.id, accounts)) concerned.add(personId);
    await removeImage(tx, importId);
    await noteUndone(tx, importId, { at, by: actor.name, reason });
    const events = await listAllImportEvents(tx, importId);
    const whole = { subject: 'import' as const, subjectId: String(importId), before: null, after: null };
    await recordEvents(tx, acting, at, [
      { action: 'undo', ...whole, periodId: period.id, importId, reason },
      ...events.toReversed().map((event) => toUndoing(event, reason)),
    ]);
    concerned.delete(actor.personId);
    const notice = { kind: 'import-undone', periodId: period.id, accountNumber: null } as const;
    const told = [...concerned].map((personId) => ({ ...notice, personId, text: reason, fromName: actor.name, at }));
    await createNotices(tx, told);
    return done({ told: told.length });
  }, isDone);
}

/** The event that tells of a change taken back: what it had made, and what is there again. */
function toUndoing({ subject, subjectId, periodId, importId, before, after }: AuditEvent, reason: string): AuditEntry {
  const entry = { action: 'undo' as const, subject, subjectId, periodId, importId, reason };
  return { ...entry, before: readDocument(after), after: readDocument(before) };
}

function readDocument(text: string | null): object | null {
  const document: unknown = text === null ? null : JSON.parse(text);
  return typeof document === 'object' ? document : null;
}
