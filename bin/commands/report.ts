import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '#lib/config/environment.ts';
import { type Translate, translatorOf } from '#lib/format/translate.ts';
import { type Check, listBlocking, type ReportModel } from '#lib/report/model.ts';
import { logReportExport, REPORT_FORMATS, type ReportFormat, renderReport } from '#lib/services/export-report.ts';
import { getReport, listReportCommittees } from '#lib/services/get-report.ts';
import { resolvePath, withContext } from '../environment.ts';
import { print, printError, printJson } from '../output.ts';
import { UsageError } from '../usage.ts';

interface Arguments {
  year: number;
  committee: string;
  formats: ReportFormat[];
  folder: string;
  requiresReady: boolean;
  asJson: boolean;
}

interface Written {
  committee: string;
  status: ReportModel['status'];
  files: string[];
  failing: Check[];
}

/** A file or folder that cannot be written; the message is the system's reason. */
class OutputError extends Error {}

/** `afstemt report --year 2023 --committee BIU --format pdf,xlsx --out DIR`. @returns the exit code */
export async function runReport(args: string[]): Promise<number> {
  const t = translatorOf(readEnvironment().language, 'cli');
  const request = readArguments(args, t);
  const written = await writeReports(request, t).catch((error: unknown) => {
    if (error instanceof OutputError) return t('outNotWritable', { folder: request.folder, reason: error.message });
    throw error;
  });
  if (typeof written === 'string') {
    if (request.asJson) printJson({ ok: false, message: written });
    else printError(written);
    return 1;
  }
  const refused = request.requiresReady && written.some((report) => report.status !== 'klar');
  if (request.asJson) printJson({ ok: !refused, reports: written.map(toJson) });
  else printHuman(written, t);
  if (refused) printError(t('notReady'));
  return refused ? 1 : 0;
}

/** The reports as they were written, or what kept them from being. @throws OutputError where the folder refuses them */
function writeReports(request: Arguments, t: Translate): Promise<Written[] | string> {
  return withContext(async (context) => {
    const committees = await listReportCommittees(context, request.year);
    if (!committees) return t('noBalance', { year: String(request.year) });
    const chosen = committees.filter(
      ({ code }) => request.committee === 'all' || code.toUpperCase() === request.committee.toUpperCase(),
    );
    if (chosen.length === 0) {
      return t('unknownCommittee', {
        committee: request.committee,
        committees: committees.map((one) => one.code).join(', '),
      });
    }
    await asOutput(makeFolder(request.folder));
    const reports: Written[] = [];
    for (const { code } of chosen) {
      const model = await getReport(context, request.year, code);
      if (!model) continue;
      await logReportExport(context, model, request.formats);
      reports.push(await writeReport(model, request));
    }
    return reports;
  });
}

/** What the file system refuses is told as such, not as a fault of the program. */
async function asOutput(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    throw new OutputError(error instanceof Error ? error.message : String(error));
  }
}

/** Makes the folder and those above it. Step by step: Node's own `recursive` never returns where /proc refuses one. */
async function makeFolder(folder: string): Promise<void> {
  if ((await stat(folder).catch(() => null))?.isDirectory()) return;
  const parent = path.dirname(folder);
  if (parent !== folder) await makeFolder(parent);
  await mkdir(folder);
}

function readArguments(args: string[], t: Translate): Arguments {
  const values = parse(args, t);
  if (!values.year || !values.committee || !values.out) throw new UsageError(t('reportUsage'));
  if (!/^\d{4}$/.test(values.year)) throw new UsageError(t('badYear', { year: values.year }));
  const formats = [...new Set(values.format.split(',').map((format) => format.trim().toLowerCase()))];
  const unknown = formats.find((format) => !REPORT_FORMATS.includes(format as ReportFormat));
  if (unknown !== undefined)
    throw new UsageError(t('unknownFormat', { format: unknown, formats: REPORT_FORMATS.join(', ') }));
  return {
    year: Number.parseInt(values.year, 10),
    committee: values.committee.normalize('NFC'),
    formats: formats as ReportFormat[],
    folder: resolvePath(values.out),
    requiresReady: values['require-klar'],
    asJson: values.json,
  };
}

function parse(args: string[], t: Translate) {
  try {
    return parseArgs({
      args,
      options: {
        year: { type: 'string' },
        committee: { type: 'string' },
        format: { type: 'string', default: 'pdf,xlsx' },
        out: { type: 'string' },
        'require-klar': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${t('reportUsage')}`);
  }
}

/** Renders all formats before the first is written, each put in its place in one step. */
async function writeReport(model: ReportModel, { formats, folder }: Arguments): Promise<Written> {
  const rendered = await Promise.all(formats.map((format) => renderReport(model, format)));
  const files: string[] = [];
  for (const { fileName, bytes } of rendered) {
    const place = path.join(folder, fileName);
    const beside = `${place}.${randomUUID()}.part`;
    await asOutput(
      writeFile(beside, bytes)
        .then(() => rename(beside, place))
        .finally(() => rm(beside, { force: true })),
    );
    files.push(place);
  }
  return {
    committee: model.committee.code,
    status: model.status,
    files,
    failing: listBlocking(model),
  };
}

function toJson({ committee, status, files, failing }: Written): object {
  return { committee, status, files, checks: failing.map(({ id, ok, message }) => ({ id, ok, message })) };
}

function printHuman(written: Written[], t: Translate): void {
  for (const { committee, status, files, failing } of written) {
    for (const file of files) print(file);
    if (status === 'klar') continue;
    print(t('draft', { committee }));
    for (const check of failing) print(`  – ${check.message}`);
  }
}
