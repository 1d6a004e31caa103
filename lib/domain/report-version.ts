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

/** What a committee keeps out of the open edition of its report. */
export interface CommitteeRedaction extends Redaction {
  committee: string;
}

/** A row of the list of older amounts whose unit is left out; in the open edition without what tells which. */
export interface LeftOutUnit {
  imFunction: string;
  unit: string;
  ground: string;
}

/** What an open edition leaves out of what is told across committees, whoever of them chose it. */
export interface LeftOutAcross {
  units: LeftOutUnit[];
  /** Other committees' findings, for texts to be searched. */
  findings: { account: string; accountName: string }[];
  /** The accounts that nothing may name. */
  accounts: string[];
}

/** The column of the list of older amounts of which cells can be left out one by one. */
export const UNIT_COLUMN = 'aeldre-end-1-aar.enhed';

/** What is made of a column, and left out with it: a unit begins with the first part of the responsible. */
const MADE_OF: Partial<Record<string, string>> = { 'handleplaner.ansvarlig': UNIT_COLUMN };

/** The columns that are left out, and those that are made of them, with their grounds. */
export function listColumns(redactions: readonly Redaction[]): Map<string, string> {
  const columns = redactions.filter(({ kind }) => kind === 'column');
  return new Map(
    columns.flatMap(({ target, ground }) => [target, MADE_OF[target] ?? target].map((one) => [one, ground] as const)),
  );
}

/**
 * Whether an edition leaves a column, `<table>.<column>`, out: by itself, or because it is made of one that is, or because
 * some of its cells are.
 */
export function leavesOut(
  { edition, redactions, across }: { edition: Edition; redactions: readonly Redaction[]; across?: LeftOutAcross },
  column: string,
): boolean {
  const isPartly = column === UNIT_COLUMN && (across?.units ?? []).length > 0;
  return edition === 'open' && (isPartly || listColumns(redactions).has(column));
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
  // Signs that formats of files write in ways of their own are spelt by their number.
  const code = encodeURIComponent(committee).replace(
    /[!'()*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `Afstemt rapport ${code} ${year} version ${number} sha256:${sha256}`;
}

/** The claim that stands anywhere in a file's properties; null: it makes none. */
export function readVersionMark(text: string): VersionClaim | null {
  const [, code = '', year, number, sha256] =
    /Afstemt rapport ((?:[\w.-]|%[\dA-F]{2}){1,200}) (\d{4}) version (\d{1,6}) sha256:([0-9a-f]{64})/.exec(text) ?? [];
  if (sha256 === undefined) return null;
  try {
    return { committee: decodeURIComponent(code), year: Number(year), number: Number(number), sha256 };
  } catch {
    // Bytes that are no UTF-8: nothing that we wrote.
    return null;
  }
}

/** What a version is kept and handed out as. */
export const REPORT_FORMATS = ['pdf', 'xlsx', 'json', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A file as it was made with its version. `json-published`: the JSON that says of a published version that it is. */
export interface ReportFile {
  edition: Edition;
  format: ReportFormat | 'json-published';
  sha256: string;
  bytes: number;
}

/** A frozen version of a committee's report, and who did what to it. */
export interface ReportVersion {
  id: number;
  fiscalYear: number;
  committee: string;
  number: number;
  periodId: string;
  status: VersionStatus;
  modelSha256: string;
  /** Frozen with the model, so that the hash, which every file prints, tells nothing of it; '' where there is none. */
  nonce: string;
  reason: string;
  /** Of which version the program was. */
  program: string;
  madeByName: string;
  /** ISO times, UTC */
  madeAt: string;
  published: { byName: string; at: string } | null;
  files: ReportFile[];
}
