import { listReportVersions, listVersionsOfFile } from '#lib/db/report-versions.ts';
import { readVersionClaim } from '#lib/documents/read-version-claim.ts';
import { may } from '#lib/domain/permissions.ts';
import type { Edition, ReportVersion, VersionStatus } from '#lib/domain/report-version.ts';
import type { Context } from './context.ts';
import { findKnownVersions } from './known-versions.ts';
import { sha256Of } from './render-version.ts';

/** A version as it is told of who holds a file of it. */
export interface ToldVersion {
  year: number;
  committee: string;
  committeeName: string;
  number: number;
  status: VersionStatus;
  madeAt: string;
  madeByName: string;
  publishedAt: string | null;
  /** The newest published version after it, which has taken its place, else the newest; null: it is the newest itself. */
  newer: { number: number; isPublished: boolean } | null;
}

/** What a file in hand is. */
export type FileVerdict =
  /** To the last byte what was made. `editions`: both, where nothing is left out of the open one. */
  | { kind: 'ours'; sha256: string; version: ToldVersion; editions: Edition[]; format: string }
  /** It says that it is that version, and is not the file that was made. */
  | { kind: 'altered'; sha256: string; version: ToldVersion }
  /** No version of a report that the actor may see, and it says of none that it is. */
  | { kind: 'unknown'; sha256: string };

/** The largest file that is looked at, in bytes. */
export const LARGEST_VERIFIED = 50 * 1024 * 1024;

/**
 * Says whether a file is a version of a report of ours, and which. The file is kept nowhere. A version that the actor may
 * not see is one that is not known.
 */
export async function verifyReportFile(context: Context, bytes: Uint8Array): Promise<FileVerdict> {
  const { read } = context.store;
  const sha256 = sha256Of(bytes);
  const own = await listVersionsOfFile(read, sha256);
  for (const version of own) {
    const known = await tell(context, version);
    const files = version.files.filter((file) => file.sha256 === sha256);
    const editions = files
      .map(({ edition }) => edition)
      .filter((edition) => edition === 'open' || known?.seesClosed)
      .sort()
      .reverse();
    const format = files[0]?.format === 'json-published' ? 'json' : files[0]?.format;
    if (known && editions.length > 0 && format !== undefined) {
      return { kind: 'ours', sha256, version: known.version, editions: [...new Set(editions)], format };
    }
  }
  // A file of an edition that is not the actor's to see is not altered: to them there is no such file.
  if (own.length > 0) return { kind: 'unknown', sha256 };
  const claim = await readVersionClaim(bytes);
  const versions = claim ? await listReportVersions(read, claim.year, claim.committee) : [];
  const claimed = versions.find(({ modelSha256 }) => modelSha256 === claim?.sha256);
  const known = claimed && (await tell(context, claimed));
  return known ? { kind: 'altered', sha256, version: known.version } : { kind: 'unknown', sha256 };
}

/** The version in words for the actor; null where they may not see it. */
async function tell(
  context: Context,
  version: ReportVersion,
): Promise<{ version: ToldVersion; seesClosed: boolean } | null> {
  const known = await findKnownVersions(context, version.fiscalYear, version.committee);
  if (!known) return null;
  const { committee } = known;
  const later = known.versions.filter((one) => one.number > version.number);
  const newer = later.find((one) => one.status === 'published') ?? later[0];
  const { number, status, madeAt, madeByName, published } = version;
  return {
    version: {
      year: version.fiscalYear,
      committee: committee.code,
      committeeName: committee.name,
      number,
      status,
      madeAt,
      madeByName,
      publishedAt: published?.at ?? null,
      newer: newer ? { number: newer.number, isPublished: newer.status === 'published' } : null,
    },
    seesClosed: may(context.actor, 'seeClosedEdition', known.place),
  };
}
