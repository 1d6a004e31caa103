import { readReportFile } from '#lib/db/report-versions.ts';
import type { Store } from '#lib/db/store.ts';
import { may } from '#lib/domain/permissions.ts';
import type { Edition, ReportFile, ReportFormat, ReportVersion } from '#lib/domain/report-version.ts';
import type { Context } from './context.ts';
import { CONTENT_TYPES, type ExportedFile, renderReport, reportFileName } from './export-report.ts';
import { findKnownVersions } from './known-versions.ts';
import { logReading } from './log-reading.ts';
import { versionId } from './make-final.ts';
import { formatOfFile, modelOfFile, readKeptModel, sha256Of } from './render-version.ts';

export interface VersionRequest {
  year: number;
  committee: string;
  number: number;
  edition: Edition;
  format: ReportFormat;
}

/** A version's file, the bytes that were made with it. */
export interface VersionFile extends ExportedFile {
  /** `rendered`: made again from the frozen model; `archive`: this program would make other bytes, so the kept ones are given. */
  source: 'rendered' | 'archive';
  sha256: string;
}

/** A file of a version that is gone from the archive, or is not what was made, and cannot be made again. */
export class VersionFileLost extends Error {
  readonly fileName: string;

  constructor(fileName: string) {
    super(`${fileName} is lost.`);
    this.fileName = fileName;
  }
}

/**
 * A file of a version: rendered again from the frozen model, and where that gives other bytes than it gave then, the
 * kept ones (product.md, rule 9). Null where there is none that the actor may see.
 * @throws VersionFileLost
 */
export async function getVersionFile(
  context: Context,
  request: VersionRequest,
  render: typeof renderReport = renderReport,
): Promise<VersionFile | null> {
  const { year, committee, number, edition, format } = request;
  const known = await findKnownVersions(context, year, committee);
  if (!known || (edition === 'closed' && !may(context.actor, 'seeClosedEdition', known.place))) return null;
  const version = known.versions.find((one) => one.number === number);
  const kept = version && findFile(version, edition, format);
  if (!kept) return null;
  const rendered = await renderAgain(context.store, version, kept, render);
  const bytes = rendered ?? readReportFile(context.store, kept.sha256);
  const fileName = reportFileName({ year, committee: { code: committee }, version: { number }, edition }, format);
  if (bytes === null) throw new VersionFileLost(fileName);
  await logReading(context, 'seeReport', {
    action: 'export',
    subject: 'reportVersion',
    subjectId: versionId(version),
    periodId: version.periodId,
    what: { format, edition, servedFrom: rendered ? 'rendered' : 'archive' },
  });
  return {
    fileName,
    contentType: CONTENT_TYPES[format],
    bytes,
    source: rendered ? 'rendered' : 'archive',
    sha256: kept.sha256,
  };
}

/** The file as it is handed out: of a published version, the JSON that says so. */
function findFile({ files }: ReportVersion, edition: Edition, format: ReportFormat): ReportFile | undefined {
  const own = files.filter((file) => file.edition === edition);
  const published = format === 'json' ? own.find((file) => file.format === 'json-published') : undefined;
  return published ?? own.find((file) => file.format === format);
}

/** The same bytes, made again; null where this program makes others, or cannot. */
async function renderAgain(
  store: Store,
  version: ReportVersion,
  file: ReportFile,
  render: typeof renderReport,
): Promise<Uint8Array | null> {
  try {
    const kept = readKeptModel(store, version);
    if (kept.kind !== 'whole') return null;
    const { bytes } = await render(modelOfFile(kept.model, file), formatOfFile(file));
    return sha256Of(bytes) === file.sha256 ? bytes : null;
  } catch (error) {
    // The kept bytes are what is asked for: that they cannot be made again is for whoever runs the system to know.
    console.error(`Version ${versionId(version)} could not be rendered again.`, error);
    return null;
  }
}
