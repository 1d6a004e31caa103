import { createHash } from 'node:crypto';
import type { ReportFile, ReportVersion } from '#lib/domain/report-version.ts';
import { readKeptFile, type StagedFile, stageFile } from './kept-files.ts';
import type { ReadDb, Store, WriteDb } from './store.ts';

/** Writes the bytes of a version's file, or of its model, beside their place (see stageFile). */
export function stageReportFile(store: Store, bytes: Uint8Array): StagedFile {
  return stageFile(store, 'reports', bytes);
}

/**
 * The bytes of a version's file, or of its model; null where they are gone, or are not those that were made. Which it is,
 * is told to whoever runs the system.
 */
export function readReportFile(store: Store, sha256: string): Buffer | null {
  try {
    const bytes = readKeptFile(store, 'reports', sha256);
    if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
    console.error(`The report file ${sha256} has been changed behind the program's back.`);
  } catch (error) {
    console.error(`The report file ${sha256} cannot be read.`, error);
  }
  return null;
}

const WITH_FILES = { files: { orderBy: [{ edition: 'asc' as const }, { format: 'asc' as const }] } };

type Row = NonNullable<Awaited<ReturnType<ReadDb['reportVersion']['findFirst']>>>;
type FileRow = Awaited<ReturnType<ReadDb['reportFile']['findMany']>>[number];

function toVersion({ files, ...row }: Row & { files: FileRow[] }): ReportVersion {
  const { id, fiscalYear, number, periodId, modelSha256, nonce, reason, program, madeByName, madeAt } = row;
  return {
    id,
    fiscalYear,
    committee: row.committeeCode,
    number,
    periodId,
    status: row.status === 'published' ? 'published' : 'final',
    modelSha256,
    nonce,
    reason,
    program,
    madeByName,
    madeAt,
    published: row.publishedAt === null ? null : { byName: row.publishedByName ?? '', at: row.publishedAt },
    files: files.map(({ edition, format, sha256, bytes }) => ({
      edition: edition === 'closed' ? 'closed' : 'open',
      format: format as ReportFile['format'],
      sha256,
      bytes,
    })),
  };
}

/** The versions of a year's reports, of one committee or (null) of all, newest first. */
export async function listReportVersions(
  db: ReadDb | WriteDb,
  fiscalYear: number,
  committee: string | null,
): Promise<ReportVersion[]> {
  const rows = await db.reportVersion.findMany({
    where: { fiscalYear, ...(committee === null ? {} : { committeeCode: committee }) },
    orderBy: [{ committeeCode: 'asc' }, { number: 'desc' }],
    include: WITH_FILES,
  });
  return rows.map(toVersion);
}

/** The versions that a file of this SHA-256 belongs to. */
export async function listVersionsOfFile(db: ReadDb, sha256: string): Promise<ReportVersion[]> {
  const rows = await db.reportVersion.findMany({
    where: { files: { some: { sha256 } } },
    orderBy: { id: 'asc' },
    include: WITH_FILES,
  });
  return rows.map(toVersion);
}

/** Notes a final version with its files. */
export async function createReportVersion(
  tx: WriteDb,
  { committee, published: _, files, ...version }: Omit<ReportVersion, 'id'>,
  madeBy: string,
): Promise<void> {
  await tx.reportVersion.create({
    data: { ...version, committeeCode: committee, madeBy, files: { create: files } },
  });
}

/** Marks a version that is final as published and adds files to it. @returns whether it was final */
export async function markVersionPublished(
  tx: WriteDb,
  id: number,
  by: { personId: string; name: string; at: string },
  files: readonly ReportFile[],
): Promise<boolean> {
  const { count } = await tx.reportVersion.updateMany({
    where: { id, status: 'final' },
    data: { status: 'published', publishedBy: by.personId, publishedByName: by.name, publishedAt: by.at },
  });
  if (count !== 1) return false;
  await tx.reportFile.createMany({ data: files.map((file) => ({ ...file, versionId: id })) });
  return true;
}

/** The SHA-256 of every file that a version has, models included, each once. */
export async function listKeptReportFiles(db: ReadDb): Promise<string[]> {
  const [versions, files] = await Promise.all([
    db.reportVersion.findMany({ select: { modelSha256: true } }),
    db.reportFile.findMany({ select: { sha256: true } }),
  ]);
  return [...new Set([...versions.map((row) => row.modelSha256), ...files.map((row) => row.sha256)])].sort();
}
