import { recordEvents } from '#lib/db/audit.ts';
import { findYearStatus } from '#lib/db/periods.ts';
import { deleteSuccession, listSuccessions } from '#lib/db/successions.ts';
import { refusalOf } from '#lib/domain/period.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { removeSuccessionInput } from '#lib/schemas/periods.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Takes back what was said of a unit or function: its code means again what it meant. */
export async function removeSuccession(context: Context, input: unknown): Promise<Result<{ from: string }>> {
  const parsed = parseInput(removeSuccessionInput, input);
  if (!parsed.ok) return parsed;
  const acting = actingFor(context, 'manageStructure', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const { kind, fiscalYear, from } = parsed.value;
  return context.store.writeTx(async (tx) => {
    const closed = refusalOf(await findYearStatus(tx, fiscalYear), false);
    if (closed) return refused([problem(closed)]);
    const known = (await listSuccessions(tx)).find(
      (one) => one.kind === kind && one.fiscalYear === fiscalYear && one.from === from,
    );
    if (!known || !(await deleteSuccession(tx, parsed.value))) return refused([problem('unknown-code', 'from')]);
    await recordEvents(tx, acting, new Date().toISOString(), [
      {
        action: 'remove',
        subject: 'succession',
        subjectId: `${kind}/${fiscalYear}/${from}`,
        periodId: null,
        importId: null,
        before: known,
        after: null,
      },
    ]);
    return done({ from });
  }, isDone);
}
