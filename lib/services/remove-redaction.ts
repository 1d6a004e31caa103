import { recordEvents } from '#lib/db/audit.ts';
import { findYearStatus } from '#lib/db/periods.ts';
import { deleteRedaction } from '#lib/db/redactions.ts';
import { refusalOf } from '#lib/domain/period.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import { removeRedactionInput } from '#lib/schemas/report-version.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { findKnownReport } from './read-current-report.ts';
import { readStateForWrite } from './read-state.ts';
import { redactionId } from './save-redaction.ts';

/** Lets a finding or a column into the open edition of a committee's report again. */
export async function removeRedaction(context: Context, input: unknown): Promise<Result<null>> {
  const { store } = context;
  const parsed = parseInput(removeRedactionInput, input);
  if (!parsed.ok) return parsed;
  const { year, committee, ...redaction } = parsed.value;
  const known = await findKnownReport(context, year, committee);
  if (!known) return refused([problem('unknown-report')]);
  if (!actingFor(context, 'keepVersions', known.place)) return refused([problem('not-allowed')]);
  return store.writeTx(async (tx) => {
    const { administrations } = await readStateForWrite(store, tx, known.period);
    const acting = actingFor(context, 'keepVersions', placeOfCommittee(committee, administrations));
    if (!acting) return refused([problem('not-allowed')]);
    const closed = refusalOf(await findYearStatus(tx, year), false);
    if (closed) return refused([problem(closed)]);
    const place = { fiscalYear: year, committee };
    const stood = await deleteRedaction(tx, place, redaction);
    if (stood === null) return refused([problem('unknown-redaction', 'target')]);
    await recordEvents(tx, acting, new Date().toISOString(), [
      {
        action: 'remove',
        subject: 'redaction',
        subjectId: redactionId(place, redaction),
        periodId: known.period.id,
        importId: null,
        before: { ground: stood },
        after: null,
      },
    ]);
    return done(null);
  }, isDone);
}
