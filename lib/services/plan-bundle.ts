import { readCoverNoteTemplate } from '#lib/db/cover-note.ts';
import { findLastImportAt } from '#lib/db/imports.ts';
import { findReportPeriod } from '#lib/db/periods.ts';
import { listReportVersions } from '#lib/db/report-versions.ts';
import { getRevision } from '#lib/db/state.ts';
import type { Edition, ReportFile, ReportFormat, ReportVersion } from '#lib/domain/report-version.ts';
import { danishDate } from '#lib/format/date-time.ts';
import type { ReportModel } from '#lib/report/model.ts';
import { type BundleFormat, type BundleInput, bundleInput } from '#lib/schemas/bundle.ts';
import { type Context, done, type Problem, problem, type Result, refused } from './context.ts';
import { reportFileName, toFileName } from './export-report.ts';
import { getPublicUrl } from './get-public-url.ts';
import { getReport, listReportCommittees } from './get-report.ts';
import { parseInput } from './parse-input.ts';
import type { RenderTask } from './render-task.ts';
import { editionOf, readKeptModel, statusOfFile } from './render-version.ts';

/**
 * What a file of the bundle comes from: it is rendered, or was kept with a frozen version, of which `task` makes it again;
 * null: the frozen model cannot be had.
 */
export type BundleSource =
  | { kind: 'task'; task: RenderTask }
  | { kind: 'kept'; sha256: string; task: RenderTask | null };

/** A file of the bundle, or with `web` a folder of them; `name` is its path, with `/`. */
export interface PlannedFile {
  name: string;
  committee: string | null;
  format: BundleFormat;
  source: BundleSource;
}

/**
 * What is not in the bundle as it was to be, because a stored file of a frozen version is gone from the archive or is not
 * what was made, or because this program cannot read what another one froze.
 */
export interface DamagedFile {
  name: string;
  /** In hex, of what is damaged: that file, or the frozen model that a file would have been made of. */
  sha256: string;
  committee: string | null;
  format: BundleFormat | 'model';
  /** Whether it could be made again to the last byte; if not, it is not in the bundle. */
  isRestored: boolean;
  /** Nothing is lost: another program froze the model that it would have been made of. */
  isForeign?: true;
}

/** What is known of a report even where its frozen model cannot be had. */
type ReportFacts = Pick<
  ReportModel,
  'year' | 'balanceDate' | 'municipality' | 'committee' | 'status' | 'edition' | 'version' | 'checks'
>;

/** A committee's report in a bundle. */
interface BundledReport {
  model: ReportFacts;
  /** All that it says; null: it is frozen, and its model cannot be had. */
  whole: ReportModel | null;
  /** Why: the archive has lost it, or another program froze it. */
  unread: 'damaged' | 'foreign' | null;
  /** Where the committee's files lie: its code as folders are called, one of its own. */
  folder: string;
  version: ReportVersion | null;
}

export interface BundlePlan {
  input: BundleInput;
  period: string;
  /** When figures of the period last came in, ISO time, UTC; null: never by a file. */
  figuresFrom: string | null;
  reports: BundledReport[];
  /** Committees that the actor may see, but not in that edition. */
  leftOut: string[];
  files: PlannedFile[];
  /** Frozen models that are lost, and what would have been made of them or of those of another program. */
  lost: DamagedFile[];
}

/**
 * What a bundle of the year's reports consists of: everything that is to be rendered, and nothing rendered yet. The
 * whole edition holds only the committees whose whole edition the actor may see. The reports that follow the figures are
 * all of one moment, so that the committees add up.
 */
export async function planBundle(context: Context, input: unknown): Promise<Result<BundlePlan>> {
  const parsed = parseInput(bundleInput, input);
  if (!parsed.ok) return parsed;
  const { read } = context.store;
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const revision = await getRevision(read);
    const gathered = await gatherReports(context, parsed.value);
    if (!gathered.ok) return gathered;
    const { reports } = gathered.value;
    const isOneMoment = reports.every(({ version }) => version !== null) || (await getRevision(read)) === revision;
    if (!isOneMoment) continue;
    const files = await planFiles(context, parsed.value, reports);
    const lost = reports.flatMap((report) => listUnmade(report, parsed.value));
    const missing = reports.find(({ whole }) => whole === null);
    return files.length === 0 && missing ? refused([tellUnread(missing)]) : done({ ...gathered.value, files, lost });
  }
  return refused([problem('figures-in-motion')]);
}

/** How often all reports are built again because somebody wrote meanwhile. */
const MOST_TRIES = 5;

/** The reports of a bundle, each read at its own moment. */
async function gatherReports(
  context: Context,
  input: BundleInput,
): Promise<Result<Omit<BundlePlan, 'files' | 'lost'>>> {
  const { year, committees, edition, frozen } = input;
  const { read } = context.store;
  const period = await findReportPeriod(read, year);
  const known = await listReportCommittees(context, year);
  if (!period || !known || known.length === 0) return refused([problem('unknown-report')]);
  const codes = committees ?? known.map(({ code }) => code);
  if (codes.some((code) => !known.some((one) => one.code === code))) return refused([problem('unknown-report')]);
  const folders = nameFolders(known.map(({ code }) => code));
  const reports: BundledReport[] = [];
  const leftOut: string[] = [];
  const versions = frozen ? await listReportVersions(read, year, null) : [];
  for (const code of codes) {
    // Building one takes long enough that others should come in between.
    await new Promise(setImmediate);
    const model = await getReport(context, year, code, edition);
    const latest = versions.find((one) => one.committee === code) ?? null;
    const taken = model && takeVersion(context, model, latest, edition);
    if (taken === null) leftOut.push(code);
    else reports.push({ ...taken, folder: folders.get(code) ?? code });
  }
  if (reports.length === 0) return refused([problem('not-allowed')]);
  return done({ input, period: period.id, figuresFrom: await findLastImportAt(read, period.id), reports, leftOut });
}

/** The report as its newest version froze it; as it stands where there is none. */
function takeVersion(
  { store }: Context,
  model: ReportModel,
  version: ReportVersion | null,
  edition: Edition,
): Omit<BundledReport, 'folder'> {
  if (!version) return { model, whole: model, unread: null, version };
  const kept = readKeptModel(store, version);
  if (kept.kind !== 'whole') return { model: factsOf(model, version), whole: null, unread: kept.kind, version };
  const status = version.status === 'published' ? ('offentliggjort' as const) : kept.model.status;
  const whole = editionOf({ ...kept.model, status }, edition);
  return { model: whole, whole, unread: null, version };
}

/** What stands beside the model tells of a version; nothing kept it from becoming final. */
function factsOf(now: ReportModel, { number, madeAt, modelSha256, reason, status }: ReportVersion): ReportFacts {
  const { year, balanceDate, municipality, committee, edition } = now;
  return {
    ...{ year, balanceDate, municipality, committee, edition },
    status: status === 'published' ? 'offentliggjort' : 'endelig',
    version: { number, madeOn: danishDate(new Date(madeAt)), sha256: modelSha256, reason },
    checks: [],
  };
}

function tellUnread({ model, unread, version }: BundledReport): Problem {
  const code = unread === 'foreign' ? 'version-unreadable' : 'version-damaged';
  return problem(code, '', { committee: model.committee.code, number: version?.number ?? 0 });
}

/** A frozen model that is lost, and what was asked for that only it, or one of another program, could give. */
function listUnmade(
  { model, unread, folder, version }: BundledReport,
  { formats, edition }: BundleInput,
): DamagedFile[] {
  if (unread === null || version === null) return [];
  const lost = (name: string, format: DamagedFile['format']): DamagedFile => ({
    ...{ name, sha256: version.modelSha256, committee: model.committee.code, format },
    isRestored: false,
    ...(unread === 'foreign' ? { isForeign: true as const } : {}),
  });
  const ofModel = reportFileName({ ...model, edition: 'open' }, 'json').replace(/^aarsrapport/, 'frosset-model');
  return [
    ...(unread === 'damaged' ? [lost(`${folder}/${ofModel}`, 'model')] : []),
    ...formats
      .filter(isSingle)
      .filter((format) => !findKept(version, edition, format))
      .map((format) => lost(`${folder}/${reportFileName(model, format)}`, format)),
    ...(formats.includes('docx') ? [lost(`${folder}/${noteName(model)}`, 'docx')] : []),
    ...(formats.includes('web') ? [lost(`${WEB_FOLDER}/${folder.toLowerCase()}/index.html`, 'web')] : []),
  ];
}

/** A folder's name for each committee; those that come to the same name are told apart by a number. */
export function nameFolders(codes: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  return new Map(
    codes.map((code) => {
      const name = toFileName(code);
      let free = name;
      for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name}-${number}`;
      taken.add(free.toLowerCase());
      return [code, free];
    }),
  );
}

const SINGLE: readonly BundleFormat[] = ['pdf', 'xlsx', 'html', 'json'] satisfies ReportFormat[];

function isSingle(format: BundleFormat): format is ReportFormat {
  return SINGLE.includes(format);
}

async function planFiles(
  { store }: Context,
  { formats, edition }: BundleInput,
  reports: readonly BundledReport[],
): Promise<PlannedFile[]> {
  const today = danishDate(new Date());
  const dayOf = (version: ReportVersion | null) => (version ? danishDate(new Date(version.madeAt)) : today);
  const template = await readCoverNoteTemplate(store.read);
  const files: PlannedFile[] = reports.flatMap(({ model, whole, folder, version }) =>
    formats.flatMap((format): PlannedFile[] => {
      const of = { committee: model.committee.code, format };
      if (isSingle(format)) {
        const name = `${folder}/${reportFileName(model, format)}`;
        const kept = version && findKept(version, edition, format);
        const task = (of: ReportModel): RenderTask => ({ kind: 'report', format, model: of });
        if (kept) {
          const again = whole && task({ ...whole, status: statusOfFile(kept) });
          return [{ ...of, name, source: { kind: 'kept', sha256: kept.sha256, task: again } }];
        }
        return whole ? [{ ...of, name, source: { kind: 'task', task: task(whole) } }] : [];
      }
      if (format === 'web' || whole === null) return [];
      const task: RenderTask = {
        kind: 'note',
        model: whole,
        template: template?.bytes ?? null,
        on: dayOf(version),
      };
      return [{ ...of, name: `${folder}/${noteName(model)}`, source: { kind: 'task', task } }];
    }),
  );
  const pages = reports.flatMap(({ whole, folder, version }) => (whole ? [{ whole, folder, version }] : []));
  if (!formats.includes('web') || pages.length === 0) return files;
  // What is published leads to nothing but what is public.
  const base = edition === 'open' ? null : await getPublicUrl(() => store);
  const beside = (model: ReportModel) =>
    formats.flatMap((format) => {
      const label = BESIDE[format];
      return label !== undefined && isSingle(format) ? [{ label, fileName: reportFileName(model, format) }] : [];
    });
  const task: RenderTask = {
    kind: 'web',
    reports: pages.map(({ whole, folder, version }) => ({
      model: whole,
      folder: folder.toLowerCase(),
      beside: beside(whole),
      on: dayOf(version),
    })),
    base,
  };
  return [...files, { name: WEB_FOLDER, committee: null, format: 'web', source: { kind: 'task', task } }];
}

/** Where the web edition lies in the bundle. */
const WEB_FOLDER = 'web';

/** Formats that lie beside the pages of the web edition, as they are called there. */
const BESIDE: Partial<Record<BundleFormat, string>> = { pdf: 'PDF', xlsx: 'Excel' };

function findKept(version: ReportVersion, edition: Edition, format: ReportFormat): ReportFile | undefined {
  return version.files.find((file) => file.edition === edition && file.format === keptAs(version, format));
}

/** The JSON of a published version says that it is. */
function keptAs({ status, files }: ReportVersion, format: ReportFormat): ReportVersion['files'][number]['format'] {
  const isPublished = status === 'published' && files.some((file) => file.format === 'json-published');
  return format === 'json' && isPublished ? 'json-published' : format;
}

function noteName(model: ReportFacts): string {
  return reportFileName(model, 'html')
    .replace(/^aarsrapport/, 'indstilling')
    .replace(/html$/, 'docx');
}
