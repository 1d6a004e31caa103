import type { Committee } from '#lib/domain/municipality.ts';
import { may } from '#lib/domain/permissions.ts';
import type { Edition, ReportFormat, ReportVersion, VersionStatus } from '#lib/domain/report-version.ts';
import { compareModels, type ModelChanges } from '#lib/report/compare-models.ts';
import { listBlocking, type ReportModel } from '#lib/report/model.ts';
import type { Context } from './context.ts';
import { withVisibleSubjects } from './get-report.ts';
import { findKnownVersions, type KnownVersions } from './known-versions.ts';
import { readCurrentReport } from './read-current-report.ts';
import { findPeriod, readVisibleState } from './read-state.ts';
import { editionOf, isAsFrozen, isModelKept, readKeptModel } from './render-version.ts';

/** A version as its page lists it. */
export interface VersionLine {
  number: number;
  status: VersionStatus;
  madeAt: string;
  madeByName: string;
  published: { byName: string; at: string } | null;
  reason: string;
  program: string;
  modelSha256: string;
  /** Its frozen model is gone from the archive, or is not what was frozen. */
  isDamaged: boolean;
  /** Those that the reader may see, in the order of editions and formats; the same file in both editions once. */
  files: { editions: Edition[]; format: ReportFormat; sha256: string; bytes: number }[];
}

/** One side of a comparison: a version's number, or the report as it stands now. */
export type Side = number | 'now';

export interface VersionsPage {
  year: number;
  period: string;
  committee: Committee;
  /** The committee has left the year's organisation: its versions are all there is. */
  isFormer: boolean;
  /** Of the report as it stands now; of a committee that has left, of its newest version. */
  status: ReportModel['status'];
  blocking: { id: string; message: string }[];
  /** Newest first. */
  versions: VersionLine[];
  /** The number of the newest that was published: what the public has, and a correction takes the place of; null: none. */
  published: number | null;
  /** Whether the report says something else now than its newest version does; false where there is none. */
  isChanged: boolean;
  mayKeep: boolean;
  comparison: Comparison | null;
}

/** What changed between two sides; `changes` null: the one was frozen by a program that knew other things, or is damaged. */
export interface Comparison {
  from: Side;
  to: Side;
  changes: ModelChanges | null;
}

/**
 * The versions of a committee's report: how far it is, what keeps it from being final, and what changed between two of
 * them. Null where there is no such report on this period that the actor may see.
 */
export async function getVersionsPage(
  context: Context,
  periodId: string,
  committee: string,
  asked: { from: string | null; to: string | null } = { from: null, to: null },
): Promise<VersionsPage | null> {
  const { store, actor } = context;
  const period = await findPeriod(store, periodId);
  const known = period && (await findKnownVersions(context, period.fiscalYear, committee));
  if (!known || known.period.id !== periodId) return null;
  const { versions } = known;
  const edition: Edition = may(actor, 'seeClosedEdition', known.place) ? 'closed' : 'open';
  const { whole, ...standing } = await readStanding(context, known);
  const modelOf = (side: Side): ReportModel | null => {
    const version = versions.find(({ number }) => number === side);
    const kept = version && readKeptModel(store, version);
    const found = kept?.kind === 'whole' ? kept.model : side === 'now' ? whole : null;
    return found && editionOf(found, edition);
  };
  return {
    year: known.period.fiscalYear,
    period: known.period.id,
    committee: known.committee,
    isFormer: known.isFormer,
    ...standing,
    versions: versions.map((version) => toLine(version, edition, !isModelKept(store, version))),
    published: newestPublished(versions)?.number ?? null,
    mayKeep: !known.isFormer && may(actor, 'keepVersions', known.place),
    comparison: compare(chooseSides(versions, asked, whole !== null), modelOf),
  };
}

type Standing = Pick<VersionsPage, 'status' | 'blocking' | 'isChanged'> & { whole: ReportModel | null };

/** How far the report is that follows the figures, and all of it; of a committee that has left, how far its newest version is. */
async function readStanding(
  context: Context,
  { period, committee, isFormer, versions }: KnownVersions,
): Promise<Standing> {
  const [latest] = versions;
  if (isFormer) {
    const status = latest?.status === 'published' ? 'offentliggjort' : 'endelig';
    return { whole: null, status, blocking: [], isChanged: false };
  }
  const { model: whole } = await readCurrentReport(context.store, period, committee.code);
  const model = withVisibleSubjects(whole, await readVisibleState(context, period));
  return {
    whole,
    status: model.status,
    blocking: listBlocking(model).map(({ id, message }) => ({ id, message })),
    isChanged: latest !== undefined && !isAsFrozen(whole, latest),
  };
}

function toLine({ files, ...version }: ReportVersion, edition: Edition, isDamaged: boolean): VersionLine {
  const { number, status, madeAt, madeByName, published, reason, program, modelSha256 } = version;
  const shown = (['pdf', 'xlsx', 'html', 'json'] as const).flatMap((format) => {
    const kept = status === 'published' && format === 'json' ? 'json-published' : format;
    const own = files.filter((file) => file.format === kept && (file.edition === 'open' || edition === 'closed'));
    const byHash = Map.groupBy(own, ({ sha256 }) => sha256);
    return [...byHash].map(([sha256, same]) => ({
      editions: same
        .map((file) => file.edition)
        .sort()
        .reverse(),
      format,
      sha256,
      bytes: same[0]?.bytes ?? 0,
    }));
  });
  const ordered = shown.toSorted(
    (left, right) => Number(left.editions[0] === 'closed') - Number(right.editions[0] === 'closed'),
  );
  const told = { number, status, madeAt, madeByName, published, reason, program, modelSha256 };
  return { ...told, isDamaged, files: ordered };
}

/**
 * The two that were asked for. Else the last version and the one that was published before it, or if none was, the one
 * before; of a report with one version that one and now, where there is a report now.
 */
function chooseSides(
  versions: readonly ReportVersion[],
  { from, to }: { from: string | null; to: string | null },
  hasNow: boolean,
) {
  const sideOf = (text: string | null): Side | null => {
    if (text === 'nu' && hasNow) return 'now';
    return versions.find(({ number }) => String(number) === text)?.number ?? null;
  };
  const [latest, previous] = versions;
  const right = sideOf(to) ?? (previous ? (latest?.number ?? null) : latest && hasNow ? 'now' : null);
  const earlier = versions.filter(({ number }) => right === 'now' || right === null || number < right);
  const left = sideOf(from) ?? (newestPublished(earlier) ?? earlier[0] ?? latest)?.number ?? null;
  return left === null || right === null ? null : { from: left, to: right };
}

function newestPublished(versions: readonly ReportVersion[]): ReportVersion | undefined {
  return versions.find(({ status }) => status === 'published');
}

function compare(
  sides: { from: Side; to: Side } | null,
  modelOf: (side: Side) => ReportModel | null,
): Comparison | null {
  if (!sides) return null;
  const [before, after] = [modelOf(sides.from), modelOf(sides.to)];
  return { ...sides, changes: before && after && compareModels(before, after) };
}
