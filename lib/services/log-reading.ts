import { recordEvents } from '#lib/db/audit.ts';
import type { Acting } from '#lib/domain/actor.ts';
import type { AuditSubject } from '#lib/domain/audit.ts';
import { type Act, EVERYWHERE } from '#lib/domain/permissions.ts';
import { actingAsSelf, actingFor } from './authorise.ts';
import type { Context } from './context.ts';

interface Reading {
  /** `export`: a file was handed out; `read`: it was shown. */
  action: 'read' | 'export';
  subject: AuditSubject;
  subjectId: string;
  periodId: string | null;
  /** What was read: filter, number of rows, format. */
  what: object;
}

/**
 * Notes in the trail that persons' data, the trail or an export was read. To be called before the answer is handed out,
 * by whoever may read by `act`.
 */
export async function logReading(context: Context, act: Act, { what, ...reading }: Reading): Promise<void> {
  const acting = actingSomewhere(context, act);
  await context.store.touchTx((tx) =>
    recordEvents(tx, acting, new Date().toISOString(), [{ ...reading, importId: null, before: null, after: what }]),
  );
}

/** The actor in the first role by which they may do `act` anywhere. */
function actingSomewhere(context: Context, act: Act): Acting {
  for (const { unit } of context.actor.grants) {
    const place = unit === null ? EVERYWHERE : { committees: [unit.code], administrations: [unit.code] };
    const acting = actingFor(context, act, place);
    if (acting) return acting;
  }
  return actingAsSelf(context);
}

/** Notes in the trail that a list was handed out as a file: which, narrowed how, how many rows of it. */
export async function logListExport(
  context: Context,
  list: string,
  periodId: string,
  { format, rows, address }: { format: string; rows: number; address: URLSearchParams },
): Promise<void> {
  const what = { format, rows, filter: filterOf(address) };
  await logReading(context, 'see', { action: 'export', subject: 'list', subjectId: list, periodId, what });
}

/** The parameters of a list's address, but for those that name the file itself. */
export function filterOf(address: URLSearchParams): Record<string, string> {
  const entries = [...address].filter(([name]) => !['format', 'period', 'register'].includes(name));
  const names = [...new Set(entries.map(([name]) => name))];
  return Object.fromEntries(names.map((name) => [name, address.getAll(name).join(', ')]));
}
