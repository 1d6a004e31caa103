import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { readEnvironment } from '#lib/config/environment.ts';
import { removeOldExports } from '#lib/db/exports.ts';
import { type Translate, translatorOf } from '#lib/format/translate.ts';
import { type Check, listBlocking, type ReportModel } from '#lib/report/model.ts';
import { MANIFEST_NAME } from '#lib/services/bundle-manifest.ts';
import { logReportExport } from '#lib/services/export-report.ts';
import { listReportCommittees } from '#lib/services/get-report.ts';
import { listMissing, tellContents } from '#lib/services/make-bundle.ts';
import { type BundlePlan, planBundle } from '#lib/services/plan-bundle.ts';
import { findProjectFile } from '#lib/services/project-file.ts';
import { type RenderHooks, renderBundle, sha256Of } from '#lib/services/render-bundle.ts';
import { renderTask } from '#lib/services/render-task.ts';
import { zipBundle } from '#lib/services/zip-bundle.ts';
import { withContext } from '../environment.ts';
import { print, printError, printJson } from '../output.ts';
import { type ReportArguments, readReportArguments } from './report-arguments.ts';
import { makeFolder, OutputError, writeOutput } from './write-output.ts';

interface Written {
  committee: string;
  status: ReportModel['status'];
  files: string[];
  failing: Check[];
}

interface Outcome {
  reports: Written[];
  /** What belongs to no committee alone: the web edition, the manifest, or the archive of all. */
  shared: string[];
  /** What the archive has lost of frozen versions and could not be made again. */
  lost: string[];
  /** What this program cannot make of versions that another one froze. */
  foreign: string[];
}

/** `afstemt report --year 2023 --committee BIU --format pdf,xlsx --out DIR`. @returns the exit code */
export async function runReport(args: string[]): Promise<number> {
  const t = translatorOf(readEnvironment().language, 'cli');
  const request = readReportArguments(args, t);
  const outcome = await writeReports(request, t).catch((error: unknown) => {
    if (error instanceof OutputError)
      return t('outNotWritable', { folder: request.target.place, reason: error.message });
    throw error;
  });
  if (typeof outcome === 'string') {
    if (request.asJson) printJson({ ok: false, message: outcome });
    else printError(outcome);
    return 1;
  }
  const { reports, shared, lost, foreign } = outcome;
  const refused = request.requiresReady && reports.some((report) => report.status === 'udkast');
  const isGood = !refused && lost.length + foreign.length === 0;
  if (request.asJson) printJson({ ok: isGood, reports: reports.map(toJson), shared, lost, foreign });
  else printHuman(outcome, t);
  if (refused) printError(t('notReady'));
  for (const name of lost) printError(t('reportFileLost', { name }));
  for (const name of foreign) printError(t('reportFileForeign', { name }));
  return isGood ? 0 : 1;
}

/** The reports as they were written, or what kept them from being. @throws OutputError where the place refuses them */
function writeReports(request: ReportArguments, t: Translate): Promise<Outcome | string> {
  return withContext(async (context) => {
    const { year, committee, formats, edition, frozen, target } = request;
    const committees = await listReportCommittees(context, year);
    if (!committees) return t('noBalance', { year: String(year) });
    const isAll = committee === 'all';
    const chosen = committees.filter(({ code }) => isAll || code.toUpperCase() === committee.toUpperCase());
    if (chosen.length === 0) {
      return t('unknownCommittee', { committee, committees: committees.map((one) => one.code).join(', ') });
    }
    await makeFolder(target.kind === 'folder' ? target.place : path.dirname(target.place));
    const codes = isAll ? null : chosen.map(({ code }) => code);
    const planned = await planBundle(context, { year, committees: codes, formats, edition, frozen });
    if (!planned.ok)
      return translatorOf(readEnvironment().language, 'problems')(
        planned.problems[0]?.code ?? '',
        planned.problems[0]?.params,
      );
    const plan = target.kind === 'folder' ? { ...planned.value, files: nameFlat(planned.value) } : planned.value;
    await removeOldExports(context.store);
    const rendered = await renderBundle(context.store, plan.files, hooksOf(plan, target, isAll));
    for (const { model } of plan.reports) await logReportExport(context, model, formats);
    return target.kind === 'archive'
      ? writeArchive(plan, rendered, target.place)
      : writeFolder(plan, rendered, target.place, isAll);
  });
}

/** One report's files are made here; those of many in threads, and told of as they come. */
function hooksOf(plan: BundlePlan, { kind, place }: ReportArguments['target'], isAll: boolean): RenderHooks {
  const root = findProjectFile('');
  return {
    onProgress: (done, total, name) => {
      if (isAll && name !== '') printError(`${done}/${total} ${name}`);
    },
    signal: new AbortController().signal,
    ...(kind === 'folder' ? { reuse: reuseFrom(place) } : {}),
    ...(plan.reports.length === 1 ? { render: (task) => renderTask(task, root) } : {}),
  };
}

const ownManifest = z.object({
  files: z.array(z.object({ name: z.string(), sha256: z.string(), source: z.string() })),
});

/** The files that an earlier run's manifest in the folder tells of; none where there is no such, or another program's. */
async function readManifestIn(folder: string): Promise<z.infer<typeof ownManifest>['files']> {
  try {
    return ownManifest.parse(JSON.parse(await readFile(path.join(folder, MANIFEST_NAME), 'utf8'))).files;
  } catch {
    return [];
  }
}

/** What an earlier run left in the folder, as its manifest tells: the same file, made from the same. */
function reuseFrom(folder: string): NonNullable<RenderHooks['reuse']> {
  const manifest = readManifestIn(folder);
  return async (name, source) => {
    const told = (await manifest).find((file) => file.name === name && file.source === source);
    const bytes = told ? await readFile(path.join(folder, ...name.split('/'))).catch(() => null) : null;
    return bytes && sha256Of(bytes) === told?.sha256 ? bytes : null;
  };
}

/** In a folder the reports lie side by side, but for committees whose files would be called the same. */
function nameFlat({ files }: BundlePlan): BundlePlan['files'] {
  const baseOf = (name: string) => path.posix.basename(name);
  const counts = Map.groupBy(files, ({ name }) => baseOf(name));
  return files.map((file) =>
    counts.get(baseOf(file.name))?.length === 1 ? { ...file, name: baseOf(file.name) } : file,
  );
}

type Rendered = Awaited<ReturnType<typeof renderBundle>>;

async function writeArchive(plan: BundlePlan, rendered: Rendered, place: string): Promise<Outcome> {
  await writeOutput(place, await zipBundle([...rendered.files, ...tellContents(plan, rendered)]));
  const reports = plan.reports.map(({ model }) => tellReport(model, []));
  return { reports, shared: [place], ...listMissing(plan, rendered) };
}

async function writeFolder(plan: BundlePlan, rendered: Rendered, folder: string, isAll: boolean): Promise<Outcome> {
  const { files } = rendered;
  const placeOf = (name: string) => path.join(folder, ...name.split('/'));
  const told = isAll ? tellContents(plan, rendered) : [];
  for (const { name, bytes } of [...files, ...told]) await writeOutput(placeOf(name), bytes);
  const ownOf = (code: string) => files.filter((file) => file.committee === code && !file.name.startsWith('web/'));
  const web = files.find(
    ({ format, name }) => format === 'web' && name.split('/').length === 2 && name.endsWith('.html'),
  );
  return {
    reports: plan.reports.map(({ model }) =>
      tellReport(
        model,
        ownOf(model.committee.code).map(({ name }) => placeOf(name)),
      ),
    ),
    shared: [...(web ? [placeOf(web.name)] : []), ...told.map(({ name }) => placeOf(name))],
    ...listMissing(plan, rendered),
  };
}

function tellReport(model: Pick<ReportModel, 'committee' | 'status' | 'checks'>, files: string[]): Written {
  return { committee: model.committee.code, status: model.status, files, failing: listBlocking(model) };
}

function toJson({ committee, status, files, failing }: Written): object {
  return { committee, status, files, checks: failing.map(({ id, ok, message }) => ({ id, ok, message })) };
}

function printHuman({ reports, shared }: Outcome, t: Translate): void {
  for (const { committee, status, files, failing } of reports) {
    for (const file of files) print(file);
    if (status !== 'udkast') continue;
    print(t('draft', { committee }));
    for (const check of failing) print(`  – ${check.message}`);
  }
  for (const file of shared) print(file);
}
