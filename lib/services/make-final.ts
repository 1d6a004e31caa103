import { recordEvents } from '#lib/db/audit.ts';
import { createReportVersion, listReportVersions } from '#lib/db/report-versions.ts';
import { getRevision } from '#lib/db/state.ts';
import type { Period } from '#lib/domain/period.ts';
import type { ReportVersion } from '#lib/domain/report-version.ts';
import { placeOfCommittee } from '#lib/domain/visibility.ts';
import { findMentions } from '#lib/report/find-mentions.ts';
import type { FrozenModel } from '#lib/report/frozen-model.ts';
import { listBlocking, type ReportModel } from '#lib/report/model.ts';
import { makeFinalInput } from '#lib/schemas/report-version.ts';
import program from '../../package.json' with { type: 'json' };
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';
import { findKnownReport, readCurrentReport, readReportForWrite } from './read-current-report.ts';
import { readStateForWrite } from './read-state.ts';
import { drawNonce, freezeAs, isAsFrozen, type StagedVersion, stageVersion } from './render-version.ts';

/** So often a version is made anew where somebody changes what it says while it is rendered. */
const MOST_TRIES = 3;
const OVERTAKEN = 'report-moves';

/**
 * Makes a committee's report final (product.md, rule 9): model, texts and settings are frozen under the next number with
 * their SHA-256, and all files of both editions are stored, or nothing is. Refused while a blocking check fails. After a
 * version that was published, each takes a reason, whatever became of those between. A year that is locked can be made
 * final: a report is closed after its figures are, and none of them changes by it.
 * @returns the version's number
 */
export async function makeFinal(context: Context, input: unknown): Promise<Result<{ number: number }>> {
  const parsed = parseInput(makeFinalInput, input);
  if (!parsed.ok) return parsed;
  const { year, committee, reason } = parsed.value;
  const known = await findKnownReport(context, year, committee);
  if (!known) return refused([problem('unknown-report')]);
  if (!actingFor(context, 'keepVersions', known.place)) return refused([problem('not-allowed')]);
  for (let tries = 1; ; tries += 1) {
    const prepared = await prepare(context, known.period, committee, reason);
    if (!prepared.ok) return prepared;
    const staging = await stageVersion(context.store, prepared.value.frozen);
    try {
      const result = await store(context, known.period, committee, { ...prepared.value, staging });
      if (result.ok || result.problems[0]?.code !== OVERTAKEN || tries === MOST_TRIES) return result;
    } finally {
      for (const file of staging.staged) file.discard();
    }
  }
}

interface Prepared {
  frozen: FrozenModel;
  number: number;
  madeAt: string;
  reason: string;
  nonce: string;
  revision: number;
}

/** What the version is to be, of the report as it stands; or what keeps it from being made. */
async function prepare(
  { store: { read }, store }: Context,
  period: Period,
  committee: string,
  reason: string,
): Promise<Result<Prepared>> {
  const { model, revision } = await readCurrentReport(store, period, committee);
  const failing = listBlocking(model);
  if (failing.length > 0) {
    const checks = failing.map(({ message }) => message).join(' ');
    return refused([problem('report-not-ready', '', { count: failing.length, checks })]);
  }
  const versions = await listReportVersions(read, period.fiscalYear, committee);
  const [latest] = versions;
  if (latest && isAsFrozen(model, latest))
    return refused([problem('version-unchanged', '', { number: latest.number })]);
  if (lacksReason(versions, reason)) return refused([problem('required', 'reason')]);
  const named = findNamed(model, reason);
  if (named !== null) return refused([problem('reason-names-left-out', 'reason', { words: named })]);
  const madeAt = new Date().toISOString();
  const version = { number: (latest?.number ?? 0) + 1, madeAt, reason, nonce: drawNonce() };
  return done({ ...version, frozen: freezeAs(model, version), revision });
}

/**
 * What the reason names that the open edition leaves out; null: nothing. The front page of that edition prints it, and
 * nobody can change it once it is frozen, so that a warning would come too late.
 */
function findNamed(model: ReportModel, reason: string): string | null {
  const version = { number: 0, madeOn: '', sha256: '', reason };
  return findMentions({ ...model, version }).find(({ where }) => where.kind === 'reason')?.words ?? null;
}

function lacksReason(versions: readonly ReportVersion[], reason: string): boolean {
  return reason === '' && versions.some(({ status }) => status === 'published');
}

/** Stores what was rendered, if it is still what the report says. */
function store(
  context: Context,
  period: Period,
  committee: string,
  { frozen, number, madeAt, reason, nonce, revision, staging }: Prepared & { staging: StagedVersion },
): Promise<Result<{ number: number }>> {
  const { actor } = context;
  return context.store.writeTx(async (tx) => {
    const { administrations } = await readStateForWrite(context.store, tx, period);
    const acting = actingFor(context, 'keepVersions', placeOfCommittee(committee, administrations));
    if (!acting) return refused([problem('not-allowed')]);
    const versions = await listReportVersions(tx, period.fiscalYear, committee);
    if ((versions[0]?.number ?? 0) + 1 !== number) return refused([problem(OVERTAKEN)]);
    if (lacksReason(versions, reason)) return refused([problem('required', 'reason')]);
    // The transaction itself has raised the revision by one.
    if ((await getRevision(tx)) !== revision + 1) {
      const { model } = await readReportForWrite(context.store, tx, period, committee);
      if (freezeAs(model, { number, madeAt, reason, nonce }).sha256 !== frozen.sha256)
        return refused([problem(OVERTAKEN)]);
    }
    const version = {
      fiscalYear: period.fiscalYear,
      committee,
      number,
      periodId: period.id,
      status: 'final' as const,
      modelSha256: frozen.sha256,
      nonce,
      reason,
      program: program.version,
      madeByName: actor.name,
      madeAt,
      published: null,
      files: staging.files,
    };
    await createReportVersion(tx, version, actor.personId);
    await recordEvents(tx, acting, madeAt, [
      {
        action: 'freeze',
        subject: 'reportVersion',
        subjectId: versionId(version),
        periodId: period.id,
        importId: null,
        before: null,
        after: { reportVersion: number, versionStatus: 'final', sha256: frozen.sha256, reportFiles: staging.files },
        reason,
      },
    ]);
    for (const file of staging.staged) file.keep();
    return done({ number });
  }, isDone);
}

/** How the trail names a version: `2023-BIU-2`. */
export function versionId(version: { fiscalYear: number; committee: string; number: number }): string {
  return `${version.fiscalYear}-${version.committee}-${version.number}`;
}
