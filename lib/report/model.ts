import type { Brand } from '#lib/domain/brand.ts';
import type { Register } from '#lib/domain/register.ts';
import type { TextOwner, TextPlace } from '#lib/domain/report-text.ts';
import type { Edition, LeftOutAcross, Redaction, ReportStatus } from '#lib/domain/report-version.ts';

/**
 * The report model: all that the annual report of one committee says, as data. It is built by build-report.ts and
 * rendered by lib/render; a renderer never calculates. Every figure of it is a cell here, also those inside sentences.
 */

/** An exact amount in øre (as text: JSON has no such integers) and how the report prints it; '' prints blank. */
export interface MoneyCell {
  ore: string;
  printed: string;
}

export type Cell = string | number | MoneyCell;

/** What the numbers of a column are in: '' for text and counts. */
export type Unit = '' | 't.kr.' | 'kr.';

export interface Column {
  id: string;
  label: string;
  unit: Unit;
}

export const TABLE_IDS = [
  'kategorier',
  'afstemt-af',
  'aeldre-end-1-aar',
  'tabel-1-1',
  'tabel-2-1',
  'handleplaner',
  'systemafstemninger',
  'afskrivninger-drift',
  'afskrivninger-balance',
  'afskrivninger-oevrige',
  'periodiserede-poster',
  'egenkapital',
] as const;
export type TableId = (typeof TABLE_IDS)[number];

export interface Table {
  id: TableId;
  title: string;
  columns: Column[];
  rows: Cell[][];
  total: Cell[] | null;
}

/** The checks in the order in which they are told: of the municipality, of the committee, of what people wrote. */
export const CHECK_IDS = [
  'sum',
  'balance',
  'uden-vurdering',
  'uden-godkendelse',
  'uden-ansvarlig',
  'uden-udvalg',
  'primo',
  'handleplaner',
  'konsekvenser',
  'systemafstemninger',
  'afskrivninger',
  'periodiserede-poster',
  'egenkapital',
  'tekster',
  'tekster-godkendelse',
  'tekster-uaendrede',
  'ukendte-felter',
  'loese-tal',
  'loese-tal-mulige',
  'cpr',
  'cpr-mulige',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** A failing check that blocks keeps the report a draft; one that warns is for a person to judge. */
export type Severity = 'blocking' | 'warning';

/**
 * Where something that fails a check is mended. `note` says in Danish what it is there, and of a personal number no more
 * than its date; '' where the place says it.
 */
export type CheckPlace = { note: string } & (
  | { kind: 'account'; account: string }
  | { kind: 'finding'; account: string; committee: string }
  | { kind: 'text'; place: TextPlace; owner: TextOwner }
  | { kind: 'register'; register: Register }
  /** A document on an account, or on a line of a register. */
  | { kind: 'document'; account: string; register: null }
  | { kind: 'document'; account: null; register: Register }
);

export interface Check {
  id: CheckId;
  severity: Severity;
  ok: boolean;
  /** In Danish, as the report and the JSON carry it. */
  message: string;
  /** How many things fail it, 0 when it holds. */
  count: number;
  /** What `places` are of: account numbers, names of registers, places for text. Each once. */
  subjects: string[];
  /** Where it is mended, at most 100 of them. */
  places: CheckPlace[];
}

/** A box of the figure of concepts: a level of the balance with its printed amount. */
export interface FigureBox {
  label: string;
  /** Such as `2.441 konti` or `399.563 t.kr.`; '' where the level has none. */
  detail: string;
  category: 1 | 2 | 3 | null;
}

/** The three levels: whole balance → categories → items over and under one year. */
export interface ConceptsFigure {
  alternativeText: string;
  levels: FigureBox[][];
}

/** An action plan as it is read in the report: one card per finding. */
export interface PlanCard {
  account: string;
  accountName: string;
  committee: string;
  followUp: MoneyCell;
  older: MoneyCell;
  problem: string;
  responsible: string;
  /** `done`: what has been carried out, and is printed as the others. */
  steps: { activity: string; deadline: string; consequence: string; done?: true }[];
}

/** The cards of one category and theme, in groups by IM function. `theme` is '' for those without. */
export interface PlanGroup {
  category: 2 | 3;
  theme: string;
  functions: { code: string; name: string; cards: PlanCard[] }[];
}

/** Words of one look. `figure`: the key of the figure that they state; `note`: the mark of the footnote that follows them. */
export interface Run {
  text: string;
  bold?: true;
  /** An address, `https:` or `mailto:`. */
  href?: string;
  figure?: string;
  note?: string;
}

/** A part of a text that people wrote, its figures filled in. */
export type RichBlock =
  | { kind: 'paragraph'; runs: Run[] }
  | { kind: 'list'; ordered: boolean; items: Run[][] }
  | { kind: 'table'; head: Run[][] | null; rows: Run[][][] };

/** Bars beside each other. `cells` has one for each of the panel's series; what prints blank has no bar. */
export interface ChartGroup {
  label: string;
  cells: Cell[];
  /**
   * What texts are bound to, one for each cell: it says the same whatever the group is called and whichever year it is.
   * Models that were frozen before there were any have none.
   */
  keys?: string[];
}

/** Bars on one scale, in groups. Each bar has the cell that it stands for, which is written at it. */
export interface ChartPanel {
  /** What is measured; '' where the chart's title says it. */
  title: string;
  unit: Unit;
  /** Names of the bars of a group, in order. */
  series: string[];
  groups: ChartGroup[];
}

/** What a chart draws. Counts and amounts never share a scale: each measure has a panel. */
export interface Chart {
  id: ChartId;
  title: string;
  alternativeText: string;
  /** The columns whose figures it lets one see, as `<table>.<column>`: what leaves one of them out leaves it out too. */
  sources: string[];
  panels: ChartPanel[];
}

export const CHART_IDS = [
  'kategorier-over-aarene',
  'opfoelgning-efter-funktion',
  'handleplaner-efter-deadline',
] as const;
export type ChartId = (typeof CHART_IDS)[number];

/** The document in reading order. */
export type Block =
  /**
   * `runs`: of a heading that people wrote with figures in it, what its text is made of (see headingText). `owner`: whose
   * it is, of one that people wrote nothing under.
   */
  | { kind: 'heading'; level: 1 | 2 | 3; id: string; number: string; text: string; runs?: Run[]; owner?: TextOwner }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }
  | { kind: 'figure'; caption: string; figure: ConceptsFigure }
  /** `notes`: text under the table; a note with a `mark` is referred to by that mark in column `column`'s head or in the title. */
  | { kind: 'table'; table: TableId; notes: { mark: string; column: string | null; text: string }[] }
  | { kind: 'plans'; group: PlanGroup }
  | { kind: 'chart'; chart: Chart }
  /** What people wrote at a place, between two headings of it; `notes` are its footnotes, numbered through the report. */
  | { kind: 'rich'; place: TextPlace; owner: TextOwner; blocks: RichBlock[]; notes: { mark: string; runs: Run[] }[] };

/** A frozen version, as what is rendered from it says. */
export interface Version {
  number: number;
  /** ISO date */
  madeOn: string;
  /** Of the frozen model, in hex. */
  sha256: string;
  /** Why it takes the place of one that was published; '' for others. */
  reason: string;
}

/** What sentences of the report count and no table holds: accounts and findings of the municipality, the committee's controls. */
export interface ReportCounts {
  /** Accounts that are reconciled separately. */
  separate: number;
  withoutVerdict: number;
  notApproved: number;
  approved: number;
  /** Accounts that the administrations have reconciled. */
  byAdministrations: number;
  findings: number;
  olderFindings: number;
  /** The committee's controls of transfers, with and without a difference. */
  controls: number;
}

export interface ReportModel {
  year: number;
  /** `2023-12` */
  period: string;
  /** ISO date */
  balanceDate: string;
  municipality: string;
  committee: { code: string; name: string };
  status: ReportStatus;
  edition: Edition;
  /** What the open edition leaves out, and on what ground. */
  redactions: Redaction[];
  /** What it leaves out although no redaction of its own names it; absent where there is nothing of the kind. */
  across?: LeftOutAcross;
  /** The frozen version that this is; null while it follows the figures. */
  version: Version | null;
  brand: Brand;
  title: string;
  /** `«Kommune» – Regnskab «år»` */
  runningHead: string;
  document: Block[];
  tables: Table[];
  counts: ReportCounts;
  checks: Check[];
}

/** What a report says at a glance: figures of its tables, as they are read. Amounts in t.kr. */
export interface KeyFigures {
  /** The municipality's accounts by category, in order, and last of all of them (`category` null). */
  categories: {
    category: 1 | 2 | 3 | null;
    accounts: string;
    net: string;
    previousAccounts: string;
    previousNet: string;
  }[];
  municipality: { followUp: string; older: string };
  /**
   * `overdue`: plans with a deadline that had passed on the day that was asked for; `udeladt`, or `mindst` so many, where
   * the open edition leaves out what it takes to count them.
   */
  committee: { findings: string; followUp: string; older: string; plans: string; overdue: string };
}

export function isMoney(cell: Cell): cell is MoneyCell {
  return typeof cell === 'object';
}

/** The checks that keep the report a draft. */
export function listBlocking({ checks }: Pick<ReportModel, 'checks'>): Check[] {
  return checks.filter(({ ok, severity }) => !ok && severity === 'blocking');
}

/** The table of that id. Every model has every table. */
export function tableOf(model: Pick<ReportModel, 'tables'>, id: TableId): Table {
  const table = model.tables.find((candidate) => candidate.id === id);
  if (!table) throw new Error(`The report model lacks the table ${id}.`);
  return table;
}
