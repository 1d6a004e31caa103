import { recordEvents } from '#lib/db/audit.ts';
import { findYearStatus } from '#lib/db/periods.ts';
import { putRedaction } from '#lib/db/redactions.ts';
import { getRevision } from '#lib/db/state.ts';
import { refusalOf } from '#lib/domain/period.ts';
import type { Redaction } from '#lib/domain/report-version.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import { printsPlan, redactableColumns } from '#lib/report/edition.ts';
import { redactionInput } from '#lib/schemas/report-version.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { findKnownReport, readCurrentReport, readReportForWrite } from './read-current-report.ts';
import { readStateForWrite } from './read-state.ts';

/**
 * Keeps a finding, or a column of a table, out of the open edition of a committee's report on a legal ground, or says
 * on what other ground it is kept out.
 */
export async function saveRedaction(context: Context, input: unknown): Promise<Result<null>> {
  const { store, actor } = context;
  const parsed = parseInput(redactionInput, input);
  if (!parsed.ok) return parsed;
  const { year, committee, ...redaction } = parsed.value;
  const known = await findKnownReport(context, year, committee);
  if (!known) return refused([problem('unknown-report')]);
  if (!actingFor(context, 'keepVersions', known.place)) return refused([problem('not-allowed')]);
  // Built before: a report takes long enough that nobody else should wait for it with what they write.
  const seen = await readCurrentReport(store, known.period, committee);
  return store.writeTx(async (tx) => {
    const { administrations } = await readStateForWrite(store, tx, known.period);
    const acting = actingFor(context, 'keepVersions', placeOfCommittee(committee, administrations));
    if (!acting) return refused([problem('not-allowed')]);
    const closed = refusalOf(await findYearStatus(tx, year), false);
    if (closed) return refused([problem(closed)]);
    // The transaction itself has raised the revision by one.
    const isSeen = (await getRevision(tx)) === seen.revision + 1;
    const { model } = isSeen ? seen : await readReportForWrite(store, tx, known.period, committee);
    const isKnown =
      redaction.kind === 'finding'
        ? printsPlan(model, redaction.target)
        : redactableColumns(model).some(({ target }) => target === redaction.target);
    if (!isKnown) return refused([problem('unknown-redaction', 'target')]);
    const at = new Date().toISOString();
    const place = { fiscalYear: year, committee };
    const stood = await putRedaction(tx, place, redaction, { personId: actor.personId, name: actor.name, at });
    if (stood === redaction.ground) return done(null);
    await recordEvents(tx, acting, at, [
      {
        action: stood === null ? 'create' : 'update',
        subject: 'redaction',
        subjectId: redactionId(place, redaction),
        periodId: known.period.id,
        importId: null,
        before: stood === null ? null : { ground: stood },
        after: { ground: redaction.ground },
      },
    ]);
    return done(null);
  }, isDone);
}

/** How the trail names what is kept out: `2023-BIU/finding/95900015`. */
export function redactionId(
  { fiscalYear, committee }: { fiscalYear: number; committee: string },
  { kind, target }: Pick<Redaction, 'kind' | 'target'>,
): string {
  return `${fiscalYear}-${committee}/${kind}/${target}`;
}
