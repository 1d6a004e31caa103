import type { Edition, ReportStatus } from '#lib/domain/report-version.ts';
import { formatBytes } from '#lib/format/bytes.ts';
import { formatDateInProse } from '#lib/format/date.ts';
import { danishDate } from '#lib/format/date-time.ts';
import type { BundleFormat } from '#lib/schemas/bundle.ts';
import program from '../../package.json' with { type: 'json' };
import type { BundlePlan, DamagedFile } from './plan-bundle.ts';
import type { BundleFile } from './render-bundle.ts';

/**
 * What a bundle says of itself in `manifest.json`. Nothing in it hangs on when it was made, nor on by whom but for what
 * they may see: a report that is not frozen names the accounts that fail its checks only to who may see them.
 */
export interface BundleManifest {
  format: 1;
  /** Version of the program that made it. */
  program: string;
  municipality: string;
  year: number;
  edition: Edition;
  period: string;
  /** ISO date */
  balanceDate: string;
  committees: {
    code: string;
    name: string;
    status: ReportStatus;
    /** The frozen version that its files are of; null: the report as it stood. */
    version: { number: number; madeOn: string; sha256: string } | null;
    /** Of the report as it stood: when its figures last came in, ISO time, UTC. Null: never by a file, or it is frozen. */
    figuresFrom: string | null;
    /** Blocking checks that failed. */
    failing: { id: string; message: string }[];
  }[];
  files: {
    name: string;
    bytes: number;
    sha256: string;
    committee: string | null;
    format: BundleFormat;
    /** Names what it was made from: a run that finds it here need not make it again. */
    source: string;
  }[];
  /** What the archive has lost of frozen versions, or this program cannot make of them; what could not be made is not in the bundle. */
  damaged: DamagedFile[];
}

export const MANIFEST_NAME = 'manifest.json';
export const CONTENTS_NAME = 'indhold.txt';

export function toManifest(
  plan: BundlePlan,
  { files, damaged }: { files: readonly BundleFile[]; damaged: readonly DamagedFile[] },
): BundleManifest {
  // What was frozen is the same again; of a report whose model is lost, only what holds today is known.
  const first = plan.reports.find(({ whole }) => whole !== null) ?? plan.reports[0];
  if (!first) throw new Error('A bundle holds at least one report.');
  const { municipality, year, balanceDate } = first.model;
  return {
    format: 1,
    program: program.version,
    municipality,
    year,
    edition: plan.input.edition,
    period: plan.period,
    balanceDate,
    committees: plan.reports.map(({ model: { committee, status, version, checks } }) => ({
      code: committee.code,
      name: committee.name,
      status,
      version: version && { number: version.number, madeOn: version.madeOn, sha256: version.sha256 },
      figuresFrom: version ? null : plan.figuresFrom,
      failing: checks
        .filter((check) => !check.ok && check.severity === 'blocking')
        .map(({ id, message }) => ({ id, message })),
    })),
    files: files
      .map(({ bytes, ...file }) => ({ ...file, bytes: bytes.length }))
      .sort((left, right) => (left.name < right.name ? -1 : 1)),
    damaged: [...plan.lost, ...damaged].sort((left, right) => (left.name < right.name ? -1 : 1)),
  };
}

const STATUS_WORDS: Record<ReportStatus, string> = {
  udkast: 'UDKAST',
  klar: 'klar',
  endelig: 'endelig',
  offentliggjort: 'offentliggjort',
};

/** The manifest for people, in Danish, with the line ends of Windows. */
export function writeContents(manifest: BundleManifest): string {
  const { municipality, year, edition, period, balanceDate, committees, files, damaged } = manifest;
  const lines = [
    `${municipality}: årsrapportering på balancen ${year}`,
    `${edition === 'open' ? 'Åben' : 'Lukket'} udgave. Periode ${period}, balancen pr. ${formatDateInProse(balanceDate)}.`,
    `Afstemt ${manifest.program}`,
    '',
    'Udvalg',
    ...committees.flatMap(({ code, name, status, version, figuresFrom, failing }) => [
      `  ${code} ${name}: ${STATUS_WORDS[status]}${version ? `, version ${version.number}` : ''}${tellFigures(figuresFrom)}`,
      ...failing.map(({ message }) => `    - ${message}`),
    ]),
    '',
    'Filer (SHA-256, størrelse, navn)',
    ...files.map(({ sha256, bytes, name }) => `  ${sha256}  ${formatBytes(bytes).padStart(10)}  ${name}`),
    '',
    ...tellDamaged(
      'Mangler eller er ændret i arkivet (SHA-256, navn)',
      damaged.filter(({ isForeign }) => !isForeign),
    ),
    ...tellDamaged(
      'Frosset af et andet program (modellens SHA-256, navn)',
      damaged.filter(({ isForeign }) => isForeign),
    ),
  ];
  return lines.join('\r\n');
}

function tellDamaged(heading: string, files: readonly DamagedFile[]): string[] {
  const lines = files.map(({ sha256, name, isRestored, isForeign }) => {
    const outcome = isForeign ? 'kan ikke dannes af dette program' : 'kan ikke dannes igen';
    return `  ${sha256}  ${name}: ${isRestored ? 'dannet igen, til mindste byte' : `${outcome} og er ikke med`}`;
  });
  return lines.length === 0 ? [] : [heading, ...lines, ''];
}

function tellFigures(from: string | null): string {
  return from === null ? '' : `, tal senest indlæst ${formatDateInProse(danishDate(new Date(from)))}`;
}
