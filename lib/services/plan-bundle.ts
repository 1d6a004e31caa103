import { readCoverNoteTemplate } from '#lib/db/cover-note.ts';
import { findLastImportAt } from '#lib/db/imports.ts';
import { findReportPeriod } from '#lib/db/periods.ts';
import { listReportVersions } from '#lib/db/report-versions.ts';
import { getRevision } from '#lib/db/state.ts';
import type { Edition, ReportFormat, ReportVersion } from '#lib/domain/report-version.ts';
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

/** What a file of the bundle comes from: it is rendered, or was kept with a frozen version, of which `task` makes it again. */
export type BundleSource = { kind: 'task'; task: RenderTask } | { kind: 'kept'; sha256: string; task: RenderTask };

/** A file of the bundle, or with `web` a folder of them; `name` is its path, with `/`. */
export interface PlannedFile {
  name: string;
  committee: string | null;
  format: BundleFormat;
  source: BundleSource;
}

/** A committee's report in a bundle. */
interface BundledReport {
  model: ReportModel;
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
    if (isOneMoment) return done({ ...gathered.value, files: await planFiles(context, parsed.value, reports) });
  }
  return refused([problem('figures-in-motion')]);
}

/** How often all reports are built again because somebody wrote meanwhile. */
const MOST_TRIES = 5;

/** The reports of a bundle, each read at its own moment. */
async function gatherReports(context: Context, input: BundleInput): Promise<Result<Omit<BundlePlan, 'files'>>> {
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
    else if ('code' in taken) return refused([taken]);
    else reports.push({ ...taken, folder: folders.get(code) ?? code });
  }
  if (reports.length === 0) return refused([problem('not-allowed')]);
  return done({ input, period: period.id, figuresFrom: await findLastImportAt(read, period.id), reports, leftOut });
}

/** The report as its newest version froze it, or why that cannot be read; as it stands where there is none. */
function takeVersion(
  { store }: Context,
  model: ReportModel,
  version: ReportVersion | null,
  edition: Edition,
): Omit<BundledReport, 'folder'> | Problem {
  if (!version) return { model, version };
  const kept = readKeptModel(store, version);
  if (kept.kind !== 'whole') {
    const { committee, number } = version;
    return problem(kept.kind === 'damaged' ? 'version-damaged' : 'version-unreadable', '', { committee, number });
  }
  const status = version.status === 'published' ? ('offentliggjort' as const) : kept.model.status;
  return { model: editionOf({ ...kept.model, status }, edition), version };
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
  const files: PlannedFile[] = reports.flatMap(({ model, folder, version }) =>
    formats.flatMap((format): PlannedFile[] => {
      const of = { committee: model.committee.code, format };
      if (isSingle(format)) {
        const name = `${folder}/${reportFileName(model, format)}`;
        const kept = version?.files.find((file) => file.edition === edition && file.format === keptAs(version, format));
        const task = (of: ReportModel): RenderTask => ({ kind: 'report', format, model: of });
        const source: BundleSource = kept
          ? { kind: 'kept', sha256: kept.sha256, task: task({ ...model, status: statusOfFile(kept) }) }
          : { kind: 'task', task: task(model) };
        return [{ ...of, name, source }];
      }
      if (format === 'web') return [];
      const task: RenderTask = {
        kind: 'note',
        model,
        template: template?.bytes ?? null,
        on: dayOf(version),
      };
      return [{ ...of, name: `${folder}/${noteName(model)}`, source: { kind: 'task', task } }];
    }),
  );
  if (!formats.includes('web')) return files;
  // What is published leads to nothing but what is public.
  const base = edition === 'open' ? null : await getPublicUrl(() => store);
  const beside = (model: ReportModel) =>
    formats.flatMap((format) => {
      const label = BESIDE[format];
      return label !== undefined && isSingle(format) ? [{ label, fileName: reportFileName(model, format) }] : [];
    });
  const task: RenderTask = {
    kind: 'web',
    reports: reports.map(({ model, folder, version }) => ({
      model,
      folder: folder.toLowerCase(),
      beside: beside(model),
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

/** The JSON of a published version says that it is. */
function keptAs({ status, files }: ReportVersion, format: ReportFormat): ReportVersion['files'][number]['format'] {
  const isPublished = status === 'published' && files.some((file) => file.format === 'json-published');
  return format === 'json' && isPublished ? 'json-published' : format;
}

function noteName(model: ReportModel): string {
  return reportFileName(model, 'html')
    .replace(/^aarsrapport/, 'indstilling')
    .replace(/html$/, 'docx');
}
