/** How far a report is: a draft while a blocking check fails, then ready, then frozen, then published (product.md, rule 9). */
export const REPORT_STATUSES = ['udkast', 'klar', 'endelig', 'offentliggjort'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** The open edition can leave out what the law keeps from the public; the closed one is whole. */
export const EDITIONS = ['open', 'closed'] as const;
export type Edition = (typeof EDITIONS)[number];

/** What is kept out of the open edition, and on what ground: the account's number of a finding, or `<table>.<column>`. */
export interface Redaction {
  kind: 'finding' | 'column';
  target: string;
  /** The law, such as `offentlighedslovens § 30, nr. 2`. */
  ground: string;
}

/** How far a frozen version is. A final one that was published is so for good. */
export const VERSION_STATUSES = ['final', 'published'] as const;
export type VersionStatus = (typeof VERSION_STATUSES)[number];

/** The report that a file says it is. */
export interface VersionClaim {
  committee: string;
  year: number;
  number: number;
  /** Of the frozen model, in hex. */
  sha256: string;
}

/** What every file of a version bears in its properties, so that one that was changed can still be told from others. */
export function versionMark({ committee, year, number, sha256 }: VersionClaim): string {
  return `Afstemt rapport ${committee} ${year} version ${number} sha256:${sha256}`;
}

/** The claim that stands anywhere in a file's properties; null: it makes none. */
export function readVersionMark(text: string): VersionClaim | null {
  const [, committee, year, number, sha256] =
    /Afstemt rapport (\S.{0,79}?) (\d{4}) version (\d{1,6}) sha256:([0-9a-f]{64})/.exec(text) ?? [];
  if (committee === undefined || sha256 === undefined) return null;
  return { committee, year: Number(year), number: Number(number), sha256 };
}
