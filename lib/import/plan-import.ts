import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { COLUMNS } from './columns.ts';
import { normaliseHeading } from './heading.ts';
import { makeError } from './issue.ts';
import { findUsesOfGone, settleVerdicts } from './plan/check-consistency.ts';
import { compareMaps, type Draft, isSameRecord, type KindPlan, keyOf, placeByCode, toLostNames } from './plan/draft.ts';
import { planBalance, planResponsibilities } from './plan/plan-accounts.ts';
import { compareDocumentation, planDocumentation } from './plan/plan-documentation.ts';
import { planFunctions, planOrganisation } from './plan/plan-organisation.ts';
import { compareVerdicts, planReconciliations } from './plan/plan-reconciliations.ts';
import { planComparison, planMovements, planTransferControls, planWriteOffs } from './plan/plan-registers.ts';
import {
  type FilePlan,
  IMPORT_KINDS,
  type ImportKind,
  type ImportPlan,
  type Issue,
  type ParsedFile,
  type ParsedOf,
  type PlanOptions,
} from './types.ts';

/** What must be there, stored or among the files, before a file of the kind can be. */
export const PREREQUISITES: Readonly<Record<ImportKind, readonly ImportKind[]>> = {
  organisation: [],
  'im-funktioner': [],
  saldobalance: ['im-funktioner'],
  kontoansvar: ['organisation', 'saldobalance'],
  afstemninger: ['organisation', 'saldobalance'],
  dokumentation: ['saldobalance'],
  sammenligningstal: [],
  systemafstemninger: ['organisation'],
  afskrivninger: ['organisation'],
  'periodiserede-poster': ['organisation'],
  egenkapital: ['organisation'],
};

type KnownFile = { [K in ImportKind]: ParsedOf<K> }[ImportKind];

/**
 * Says what the files would change, all of them together: sorted by what they depend on, each held against the state
 * as the ones before it leave it. Pure, so that it can be run again inside the transaction that stores it.
 * Nothing may be stored while one of the issues is an error.
 */
export function planImport(state: MunicipalityState, files: ParsedFile[], options: PlanOptions): ImportPlan {
  const issues = files.flatMap((file) => file.issues);
  const known = takeOnePerKind(files, issues);
  const fileOf = (kind: ImportKind) => known.find((file) => file.kind === kind);
  const missing = known.flatMap((file) => findMissing(state, file, fileOf, issues));
  const draft = startDraft(state, known, missing, options, issues);
  const plans = known.map((file) => ({ file, plan: planFile(draft, file) }));
  settleVerdicts(draft, fileOf);
  issues.push(...findUsesOfGone(draft, fileOf));
  addConsequences(draft, plans);
  return {
    periodId: state.period.id,
    files: plans.map(({ file, plan }) => toFilePlan(file, plan)),
    issues: sortIssues(issues, known),
    ambiguous: files.flatMap(({ name, ambiguous }) => ambiguous.map((column) => ({ file: name, ...column }))),
    control: controlOf(plans),
  };
}

/** The recognised files in order of dependence. A second file of a kind is refused: both cannot be true. */
function takeOnePerKind(files: ParsedFile[], issues: Issue[]): KnownFile[] {
  const known: KnownFile[] = [];
  for (const file of files) {
    if (file.kind === null) continue;
    const first = known.find(({ kind }) => kind === file.kind);
    if (first) issues.push(makeError(file.name, 'kind-twice', {}, { kind: file.kind, first: first.name }));
    else known.push(file);
  }
  return known.sort((left, right) => IMPORT_KINDS.indexOf(left.kind) - IMPORT_KINDS.indexOf(right.kind));
}

function startDraft(
  state: MunicipalityState,
  files: KnownFile[],
  missing: ImportKind[],
  options: PlanOptions,
  issues: Issue[],
): Draft {
  const failed = files.filter((file) => file.rows.length === 0 && file.issues.some((own) => own.severity === 'error'));
  return {
    before: state,
    committees: placeByCode(state.committees),
    administrations: placeByCode(state.administrations),
    functions: new Map(state.functions.map(({ code, name }) => [code, name])),
    accounts: new Map(state.accounts.map((account) => [account.number, account])),
    numbers: new Map(state.accounts.map(({ number }) => [keyOf(number), number])),
    responsibilities: new Map(state.responsibilities),
    reconciliations: new Map(state.reconciliations),
    documentation: new Map(state.documentation),
    serviceCentreCode: options.serviceCentreCode,
    overwrite: options.overwrite,
    balanceReason: options.balanceReason ?? '',
    unread: new Set([...missing, ...failed.map(({ kind }) => kind)]),
    lost: new Map(files.filter(({ lost }) => lost.length > 0).map(({ kind, lost }) => [kind, toLostNames(lost)])),
    issues,
  };
}

/** The kinds that must be there before the file can be and are not, each an issue. */
function findMissing(
  state: MunicipalityState,
  file: KnownFile,
  fileOf: (kind: ImportKind) => KnownFile | undefined,
  issues: Issue[],
): ImportKind[] {
  const stored: Partial<Record<ImportKind, boolean>> = {
    organisation: state.committees.length > 0,
    'im-funktioner': state.functions.length > 0,
    saldobalance: state.accounts.length > 0,
  };
  const missing = PREREQUISITES[file.kind].filter((kind) => !stored[kind] && !fileOf(kind));
  for (const kind of missing)
    issues.push(makeError(file.name, 'prerequisite-missing', {}, { kind: file.kind, missing: kind }));
  return missing;
}

function planFile(draft: Draft, file: KnownFile): KindPlan {
  // A file whose rows could not be read says nothing, not that there is nothing.
  if (draft.unread.has(file.kind)) return { added: 0, changed: 0, removed: 0, unchanged: 0, changes: [] };
  switch (file.kind) {
    case 'organisation':
      return planOrganisation(draft, file);
    case 'im-funktioner':
      return planFunctions(draft, file);
    case 'saldobalance':
      return planBalance(draft, file);
    case 'kontoansvar':
      return planResponsibilities(draft, file);
    case 'afstemninger':
      // Which verdicts change is told by addConsequences(), once the draft is whole.
      return { added: 0, changed: 0, removed: 0, unchanged: 0, changes: [], ...planReconciliations(draft, file) };
    case 'dokumentation':
      return planDocumentation(draft, file);
    case 'sammenligningstal':
      return planComparison(draft, file);
    case 'systemafstemninger':
      return planTransferControls(draft, file);
    case 'afskrivninger':
      return planWriteOffs(draft, file);
    case 'periodiserede-poster':
      return planMovements(draft, file, 'periodiserede-poster');
    case 'egenkapital':
      return planMovements(draft, file, 'egenkapital');
  }
}

interface PlannedFile {
  file: KnownFile;
  plan: KindPlan;
}

/**
 * Adds what the files change beyond their own kind: responsibilities, documentation and verdicts that go with an account. They stand
 * with the file of their own kind where there is one, else with the one that caused them, and are not in its counts.
 */
function addConsequences(draft: Draft, plans: PlannedFile[]): void {
  const planOf = (...kinds: ImportKind[]) =>
    kinds.map((kind) => plans.find(({ file }) => file.kind === kind)?.plan).find((plan) => plan !== undefined);
  const balance = planOf('saldobalance');
  if (balance && !planOf('kontoansvar')) {
    const { changes } = compareMaps(
      draft.before.responsibilities,
      draft.responsibilities,
      isSameRecord,
      (id, before, after) => ({ subject: 'responsibility', id, before, after }),
    );
    balance.changes.push(...changes);
  }
  if (balance && !planOf('dokumentation')) balance.changes.push(...compareDocumentation(draft).changes);
  const verdicts = compareVerdicts(draft);
  const own = planOf('afstemninger');
  if (own) Object.assign(own, verdicts);
  else for (const change of verdicts.changes) planOf('kontoansvar', 'saldobalance')?.changes.push(change);
}

function toFilePlan({ name, kind, sha256, size, rows, lines, reading, headings }: KnownFile, plan: KindPlan): FilePlan {
  const ours = new Map(COLUMNS[kind].map(({ field, heading }) => [field, normaliseHeading(heading)]));
  const own = Object.entries(headings).filter(([field, heading]) => normaliseHeading(heading) !== ours.get(field));
  return {
    name,
    kind,
    sha256,
    bytes: size,
    rows: lines ?? rows.length,
    kept: [],
    becomeCategory1: 0,
    reading: reading ?? null,
    headings: Object.fromEntries(own),
    sumAfter: null,
    sumBefore: null,
    ...plan,
  };
}

function controlOf(plans: PlannedFile[]): ImportPlan['control'] {
  const balance = plans.find(({ file }) => file.kind === 'saldobalance')?.plan;
  const sum = balance?.sumAfter ?? null;
  return balance === undefined || sum === null
    ? null
    : { count: balance.added + balance.changed + balance.unchanged, sum };
}

/** Errors first, then by file in order of dependence (unrecognised ones before them), then by row. */
function sortIssues(issues: Issue[], files: KnownFile[]): Issue[] {
  const places = new Map(files.map(({ name }, place) => [name, place]));
  const placeOf = ({ file }: Issue) => places.get(file) ?? -1;
  const rank = ({ severity }: Issue) => (severity === 'error' ? 0 : 1);
  // What concerns the whole file comes first; what names a thing that the file lacks, after all of its rows.
  const rowOf = ({ row, value }: Issue) => row ?? (value === null ? 0 : Number.MAX_SAFE_INTEGER);
  return issues.toSorted(
    (left, right) => rank(left) - rank(right) || placeOf(left) - placeOf(right) || rowOf(left) - rowOf(right),
  );
}
