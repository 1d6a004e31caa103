import { recordEvents } from '#lib/db/audit.ts';
import { loadOrganisation } from '#lib/db/organisation.ts';
import { findYearStatus } from '#lib/db/periods.ts';
import { listSuccessions, saveSuccession } from '#lib/db/successions.ts';
import { refusalOf } from '#lib/domain/period.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { successionInput } from '#lib/schemas/periods.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { hasCode } from './get-structure.ts';
import { parseInput } from './parse-input.ts';

/** Says what a unit or function of the year before is called from a fiscal year on, or that it closed. */
export async function nameSuccession(context: Context, input: unknown): Promise<Result<{ from: string }>> {
  const parsed = parseInput(successionInput, input);
  if (!parsed.ok) return parsed;
  const acting = actingFor(context, 'manageStructure', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const succession = parsed.value;
  const { kind, fiscalYear, from, to } = succession;
  return context.store.writeTx(async (tx) => {
    const [before, after] = [await loadOrganisation(tx, fiscalYear - 1), await loadOrganisation(tx, fiscalYear)];
    if (!hasCode(before, kind, from)) return refused([problem('unknown-code', 'from')]);
    if (to !== null && !hasCode(after, kind, to)) return refused([problem('unknown-code', 'to')]);
    const closed = refusalOf(await findYearStatus(tx, fiscalYear), false);
    if (closed) return refused([problem(closed)]);
    const known = (await listSuccessions(tx)).find(
      (one) => one.kind === kind && one.fiscalYear === fiscalYear && one.from === from,
    );
    if (known?.to === to) return done({ from });
    await saveSuccession(tx, succession);
    await recordEvents(tx, acting, new Date().toISOString(), [
      {
        action: known ? 'update' : 'create',
        subject: 'succession',
        subjectId: `${kind}/${fiscalYear}/${from}`,
        periodId: null,
        importId: null,
        before: known ?? null,
        after: succession,
      },
    ]);
    return done({ from });
  }, isDone);
}
