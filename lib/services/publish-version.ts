import { recordEvents } from '#lib/db/audit.ts';
import { listReportVersions, markVersionPublished, readReportFile, stageReportFile } from '#lib/db/report-versions.ts';
import type { Store } from '#lib/db/store.ts';
import type { ReportFile, ReportVersion } from '#lib/domain/report-version.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import { publishInput } from '#lib/schemas/report-version.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { versionId } from './make-final.ts';
import { parseInput } from './parse-input.ts';
import { findKnownReport } from './read-current-report.ts';
import { readStateForWrite } from './read-state.ts';
import { renderBytes } from './render-bytes.ts';
import { modelOfFile, readKeptModel } from './render-version.ts';

/**
 * Publishes a committee's newest final version (product.md, rule 9). What was rendered of it stays as it is; only its
 * JSON is made once more, to say of itself that it is published. Also in a year that is locked: no figure changes by it.
 */
export async function publishVersion(context: Context, input: unknown): Promise<Result<{ number: number }>> {
  const { store, actor } = context;
  const parsed = parseInput(publishInput, input);
  if (!parsed.ok) return parsed;
  const { year, committee, number } = parsed.value;
  const known = await findKnownReport(context, year, committee);
  if (!known) return refused([problem('unknown-report')]);
  if (!actingFor(context, 'keepVersions', known.place)) return refused([problem('not-allowed')]);
  const versions = await listReportVersions(store.read, year, committee);
  const version = versions.find((one) => one.number === number);
  if (!version) return refused([problem('unknown-version')]);
  const rendered = await renderPublished(store, version);
  if (rendered === null) return refused([problem('version-lost', '', { committee, number })]);
  const published = rendered.map(({ file, bytes }) => {
    const staged = stageReportFile(store, bytes);
    return { staged, file: { ...file, sha256: staged.sha256, bytes: bytes.length } };
  });
  try {
    return await store.writeTx(async (tx) => {
      const { administrations } = await readStateForWrite(store, tx, known.period);
      const acting = actingFor(context, 'keepVersions', placeOfCommittee(committee, administrations));
      if (!acting) return refused([problem('not-allowed')]);
      const [latest] = await listReportVersions(tx, year, committee);
      if (latest?.number !== number)
        return refused([problem('version-superseded', '', { number: latest?.number ?? 0 })]);
      const at = new Date().toISOString();
      const files = published.map(({ file }) => file);
      const by = { personId: actor.personId, name: actor.name, at };
      if (!(await markVersionPublished(tx, version.id, by, files))) return refused([problem('version-published')]);
      await recordEvents(tx, acting, at, [
        {
          action: 'publish',
          subject: 'reportVersion',
          subjectId: versionId(version),
          periodId: version.periodId,
          importId: null,
          before: { versionStatus: 'final' },
          after: { versionStatus: 'published', reportFiles: files },
        },
      ]);
      for (const { staged } of published) staged.keep();
      return done({ number });
    }, isDone);
  } finally {
    for (const { staged } of published) staged.discard();
  }
}

type PublishedFile = Pick<ReportFile, 'edition' | 'format'>;

/**
 * The JSON of both editions as it reads from the publication on: what was stored, or made again of the frozen model where
 * that is gone. Null where both are.
 */
async function renderPublished(
  store: Store,
  version: ReportVersion,
): Promise<{ file: PublishedFile; bytes: Uint8Array }[] | null> {
  const published: { file: PublishedFile; bytes: Uint8Array }[] = [];
  for (const { edition, format, sha256 } of version.files) {
    if (format !== 'json') continue;
    const file = { edition, format: 'json-published' as const };
    const stored = readReportFile(store, sha256);
    const kept = stored ? null : readKeptModel(store, version);
    if (stored) {
      const json: object = JSON.parse(stored.toString('utf8'));
      published.push({
        file,
        bytes: Buffer.from(`${JSON.stringify({ ...json, status: 'offentliggjort' }, null, 1)}\n`),
      });
    } else if (kept?.kind === 'whole') {
      published.push({ file, bytes: await renderBytes(modelOfFile(kept.model, file), 'json') });
    } else return null;
  }
  return published;
}
