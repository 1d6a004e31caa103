import { type Edition, REPORT_FORMATS, type ReportFormat } from '#lib/domain/report-version.ts';
import type { ReportModel } from '#lib/report/model.ts';
import type { Context } from './context.ts';
import { getReport } from './get-report.ts';
import { logReading } from './log-reading.ts';
import { renderBytes } from './render-bytes.ts';

export { REPORT_FORMATS, type ReportFormat };

export interface ExportedFile {
  fileName: string;
  contentType: string;
  bytes: Uint8Array;
}

export const CONTENT_TYPES: Record<ReportFormat, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  html: 'text/html; charset=utf-8',
};

/** The stem of a report's files: `aarsrapport-2023-BIU`, with Æ, Ø and Å spelt out and nothing that a path could mean. */
function reportStem(year: number, committee: string): string {
  return `aarsrapport-${year}-${toFileName(committee)}`;
}

/** A committee's code as files and folders are called by it. Two codes can come to the same. */
export function toFileName(code: string): string {
  return code.replace(/[ÆØÅæøå]/g, (letter) => SPELT_OUT[letter] ?? letter).replace(/[^A-Za-z0-9_-]/g, '-');
}

const SPELT_OUT: Record<string, string> = { Æ: 'AE', Ø: 'OE', Å: 'AA', æ: 'ae', ø: 'oe', å: 'aa' };

interface NamedReport {
  year: number;
  committee: { code: string };
  version: { number: number } | null;
  edition: Edition;
}

/** What a report's file is called: with the number of its version, and whether it is the edition that is not for everybody. */
export function reportFileName({ year, committee, version, edition }: NamedReport, format: ReportFormat): string {
  const number = version === null ? '' : `-version-${version.number}`;
  return `${reportStem(year, committee.code)}${number}${edition === 'closed' ? '-lukket' : ''}.${format}`;
}

/** A report as a file of that format. */
export async function renderReport(model: ReportModel, format: ReportFormat): Promise<ExportedFile> {
  return {
    fileName: reportFileName(model, format),
    contentType: CONTENT_TYPES[format],
    bytes: await renderBytes(model, format),
  };
}

/** The report of a committee as a file; null where there is none of that edition that the actor may see. */
export async function exportReport(
  context: Context,
  fiscalYear: number,
  committee: string,
  format: ReportFormat,
  edition: Edition = 'open',
): Promise<ExportedFile | null> {
  const model = await getReport(context, fiscalYear, committee, edition);
  if (!model) return null;
  const file = await renderReport(model, format);
  await logReportExport(context, model, [format]);
  return file;
}

/** Notes in the trail that a report was handed out in these formats (of one report, or of a bundle). */
export async function logReportExport(
  context: Context,
  { year, committee, status, edition }: Pick<ReportModel, 'year' | 'committee' | 'status' | 'edition'>,
  formats: readonly string[],
): Promise<void> {
  await logReading(context, 'seeReport', {
    action: 'export',
    subject: 'report',
    subjectId: `${year}-${committee.code}`,
    periodId: null,
    what: { format: formats.join(', '), edition, reportStatus: status },
  });
}
