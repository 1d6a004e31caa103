import { type LeftOutAcross, listColumns, UNIT_COLUMN } from '#lib/domain/report-version.ts';
import { DEADLINE_CHART, openDeadlines } from './deadline-chart.ts';
import {
  type Block,
  type Cell,
  type Check,
  type CheckPlace,
  type Column,
  isMoney,
  type PlanCard,
  type PlanGroup,
  type ReportModel,
  type Table,
  type TableId,
  tableOf,
} from './model.ts';
import { openControls, openMovements } from './open-sentences.ts';
import { LEFT_OUT, type LeftOut, openHeading, openRich } from './open-texts.ts';
import { joinWords } from './texts/words.ts';

/** The tables that print the lines of registers as people wrote them. */
export const REGISTER_TABLES = [
  'systemafstemninger',
  'afskrivninger-drift',
  'afskrivninger-balance',
  'afskrivninger-oevrige',
  'periodiserede-poster',
  'egenkapital',
] as const satisfies readonly TableId[];

/** The tables that tell of single things and can have columns kept out of the open edition. What adds up many is public. */
const REDACTABLE_TABLES = ['handleplaner', ...REGISTER_TABLES] as const satisfies readonly TableId[];

/** What the cards of action plans stand under, and what other tables are made by. */
const TOLD_BY_HEADINGS = ['udvalg', 'im-funktion', 'tema', 'kategori'];

/** The columns that a redaction can name, as `<table>.<column>`. */
export function redactableColumns(
  model: Pick<ReportModel, 'tables'>,
): { target: string; table: Table; column: Column }[] {
  return model.tables
    .filter(({ id }) => REDACTABLE_TABLES.some((known) => known === id))
    .flatMap((table) =>
      table.columns
        .filter(({ id }) => !(table.id === 'handleplaner' && TOLD_BY_HEADINGS.includes(id)))
        .map((column) => ({ target: `${table.id}.${column.id}`, table, column })),
    );
}

/**
 * The open edition of a whole model: findings and columns that were chosen to be kept out are not in it anywhere, nor is
 * it said which findings they were. Sums still count them, and each place that leaves something out says so and on what
 * ground. Texts that people wrote keep their words (see findMentions), but not their figures of what is left out.
 */
export function openEdition(model: ReportModel): ReportModel {
  const hidden = hiddenOf(model);
  let under = '';
  const document = model.document.flatMap((block, index) => {
    if (block.kind === 'heading') under = block.id;
    if (block.kind !== 'paragraph' && block.kind !== 'list') return openBlock(model, hidden, block, index);
    const open =
      block.kind === 'paragraph' ? { ...block, text: openMovements(block.text, hidden.columns, under) } : block;
    return openControls(model, hidden.columns, open, under);
  });
  const { across: _, ...told } = model;
  return {
    ...told,
    ...openAcross(hidden, model.across),
    edition: 'open',
    redactions: model.redactions
      .filter(({ kind, target }) => kind === 'column' || printsPlan(model, target))
      .map((each) => (each.kind === 'finding' ? { ...each, target: '' } : each)),
    document,
    tables: model.tables.map((table) => openTable(hidden, table)),
    checks: model.checks.map((check) => openCheck(hidden, check)),
  };
}

/** Whether the report prints the action plan of a finding: what it does not print needs not be kept out. */
export function printsPlan(model: ReportModel, account: string): boolean {
  return listPlans(model).some((card) => card.account === account);
}

function listPlans({ document }: ReportModel): PlanCard[] {
  return document.flatMap((block) =>
    block.kind === 'plans' ? block.group.functions.flatMap(({ cards }) => cards) : [],
  );
}

/** How many action plans a report has; those that its open edition leaves out are still of it. */
export function countPlans(model: Pick<ReportModel, 'tables' | 'edition' | 'redactions'>): number {
  return tableOf(model, 'handleplaner').rows.length + countLeftOut(model);
}

/** How many action plans an edition leaves out: openEdition keeps a redaction of each. */
export function countLeftOut({ edition, redactions }: Pick<ReportModel, 'edition' | 'redactions'>): number {
  return edition === 'open' ? redactions.filter(({ kind }) => kind === 'finding').length : 0;
}

/** What is kept out, ready to be asked for. */
function hiddenOf(model: ReportModel): LeftOut {
  const left = model.redactions.filter(({ kind }) => kind === 'finding');
  const findings = new Map(left.map(({ target, ground }) => [target, ground]));
  const columns = listColumns(model.redactions);
  const charts = model.document.flatMap((block) =>
    block.kind === 'chart' && block.chart.sources.some((source) => columns.has(source)) ? [block.chart.id] : [],
  );
  const plans = columns.has('handleplaner.konto') ? listPlans(model) : [];
  const unnamed = model.across?.accounts ?? [];
  const accounts = new Set([...findings.keys(), ...plans.map(({ account }) => account), ...unnamed]);
  const hiddenPlans = [...findings.keys()].filter((one) => printsPlan(model, one)).length;
  const leftUnits = columns.has(UNIT_COLUMN) ? [] : (model.across?.units ?? []);
  const byRow = Map.groupBy(leftUnits, ({ imFunction, unit }) => `${imFunction} ${unit}`);
  const units = new Map([...byRow].map(([row, own]) => [row, own.map(({ ground }) => ground)]));
  return { tables: model.tables, findings, columns, accounts, charts, plans: hiddenPlans, units };
}

/** On what grounds units are left out; not which. */
function openAcross({ columns }: LeftOut, across: LeftOutAcross | undefined): Pick<ReportModel, 'across'> {
  if (!across || across.units.length === 0 || columns.has(UNIT_COLUMN)) return {};
  const units = across.units.map(({ ground }) => ({ imFunction: '', unit: '', ground }));
  return { across: { units, findings: [], accounts: [] } };
}

function openTable(hidden: LeftOut, table: Table): Table {
  const { findings, columns } = hidden;
  if (UNIT_COLUMN.startsWith(`${table.id}.`)) return openUnits(hidden, table);
  const isPlans = table.id === 'handleplaner';
  const account = table.columns.findIndex(({ id }) => id === 'konto');
  const open = (row: Cell[]) =>
    row.map((cell, index) => (columns.has(`${table.id}.${table.columns[index]?.id}`) ? '' : cell));
  return {
    ...table,
    rows: table.rows.filter((row) => !(isPlans && findings.has(String(row[account])))).map(open),
  };
}

/**
 * The list of older amounts without the units that are left out. Their rows are the last of their functions, by amount:
 * the order of the alphabet would tell what they are called like.
 */
function openUnits({ columns, units }: LeftOut, table: Table): Table {
  const isWhole = columns.has(UNIT_COLUMN);
  const [at, code] = ['enhed', 'im-funktion'].map((name) => table.columns.findIndex(({ id }) => id === name));
  const isLeft = (row: Cell[]) => isWhole || units.has(`${row[code ?? 0]} ${row[at ?? 0]}`);
  const open = (row: Cell[]) => row.map((cell, index) => (index !== at ? cell : isWhole ? '' : LEFT_OUT));
  const byFunction = Map.groupBy(table.rows, (row) => row[code ?? 0]);
  const rows = [...byFunction.values()].flatMap((own) => [
    ...own.filter((row) => !isLeft(row)),
    ...own.filter(isLeft).sort(compareAmounts).map(open),
  ]);
  return { ...table, rows };
}

function compareAmounts(left: readonly Cell[], right: readonly Cell[]): number {
  const amountsOf = (row: readonly Cell[]) => row.filter(isMoney).map(({ ore }) => BigInt(ore));
  const others = amountsOf(right);
  for (const [index, amount] of amountsOf(left).entries()) {
    const other = others[index] ?? 0n;
    if (amount !== other) return amount < other ? -1 : 1;
  }
  return 0;
}

/** What a check says of a finding or an account that is left out is left out with it, and what it calls a transfer by. */
function openCheck({ accounts, columns }: LeftOut, check: Check): Check {
  const names = (text: string) => [...accounts].some((account) => text.includes(account));
  const hasNames = !['fagsystem', 'modtager'].some((column) => columns.has(`systemafstemninger.${column}`));
  const isNamed = ({ note }: CheckPlace) => names(note) || (check.id === 'systemafstemninger' && !hasNames);
  return {
    ...check,
    message: names(check.message) ? 'Udeladt af den åbne udgave.' : check.message,
    subjects: check.subjects.filter((subject) => !accounts.has(subject)),
    places: check.places
      .filter((place) => !('account' in place && accounts.has(place.account ?? '')))
      .map((place) => (isNamed(place) ? { ...place, note: '' } : place)),
  };
}

function openBlock(model: ReportModel, hidden: LeftOut, block: Block, index: number): Block[] {
  switch (block.kind) {
    case 'heading': {
      const next = model.document[index + 1];
      const isLeft = next?.kind === 'plans' && openGroup(hidden, next.group).functions.length === 0;
      // A theme of nothing but findings that are left out would tell of them.
      const text = isLeft ? `Kategori ${next.group.category}` : block.text;
      const opened = openHeading(hidden, { ...block, text });
      return [opened, ...(block.id === PLANS_HEADING ? tellColumns(model, hidden, 'handleplaner') : [])];
    }
    case 'table':
      return [{ ...block, notes: [...block.notes, ...columnNotes(hidden, block)] }];
    case 'plans':
      return openPlans(hidden, block.group);
    case 'chart':
      if (hidden.charts.includes(block.chart.id)) return [];
      return block.chart.id === DEADLINE_CHART ? openDeadlineChart(model, hidden, block) : [block];
    case 'rich':
      return [openRich(hidden, block)];
    default:
      return [block];
  }
}

/** The chart of deadlines without the plans that are left out, and how many they are. */
function openDeadlineChart(
  model: ReportModel,
  { findings, plans }: LeftOut,
  block: Extract<Block, { kind: 'chart' }>,
): Block[] {
  if (plans === 0) return [block];
  const isLeft = ({ account }: PlanCard) => findings.has(account);
  const chart = openDeadlines(block.chart, listPlans(model), isLeft, model.balanceDate);
  return chart === null ? [] : [{ ...block, chart }];
}

const PLANS_HEADING = 'afsnit-handleplaner';

function columnNotes(
  { columns, units }: LeftOut,
  { table, notes }: Extract<Block, { kind: 'table' }>,
): Extract<Block, { kind: 'table' }>['notes'] {
  const whole = [...columns].map(([target, ground]) => ({
    target,
    text: `Kolonnens indhold er udeladt af den åbne udgave efter ${ground}.`,
  }));
  const partly = [...Map.groupBy([...units.values()].flat(), (ground) => ground)].map(([ground, { length }]) => ({
    target: UNIT_COLUMN,
    text: `I ${length === 1 ? 'en række' : `${length} rækker`} er forvaltning og tema udeladt af den åbne udgave efter ${ground}. Beløbene er med.`,
  }));
  return [...whole, ...partly]
    .filter(({ target }) => target.startsWith(`${table}.`))
    .map(({ target, text }, index) => ({
      mark: String(notes.length + index + 1),
      column: target.slice(table.length + 1),
      text,
    }));
}

/** Says of the cards, which have no table with notes, which of their parts are left out. */
function tellColumns({ tables }: ReportModel, { columns }: LeftOut, id: TableId): Block[] {
  const table = tables.find((one) => one.id === id);
  const own = (table?.columns ?? []).filter((column) => columns.has(`${id}.${column.id}`));
  const byGround = Map.groupBy(own, (column) => columns.get(`${id}.${column.id}`) ?? '');
  return [...byGround].map(([ground, parts]) => ({
    kind: 'paragraph',
    text: `I den åbne udgave er ${joinWords(parts.map(({ label }) => `”${label}”`))} udeladt af handleplanerne efter ${ground}.`,
  }));
}

function openPlans(hidden: LeftOut, group: PlanGroup): Block[] {
  const left = group.functions
    .flatMap(({ cards }) => cards)
    .flatMap(({ account }) => hidden.findings.get(account) ?? []);
  const open = openGroup(hidden, group);
  return [
    ...(open.functions.length > 0 ? [{ kind: 'plans' as const, group: open }] : []),
    ...[...Map.groupBy(left, (ground) => ground)].map(([ground, { length }]) => ({
      kind: 'paragraph' as const,
      text: `${length === 1 ? 'En handleplan' : `${length} handleplaner`} i kategori ${group.category} er udeladt af den åbne udgave efter ${ground}. ${length === 1 ? 'Beløbet indgår' : 'Beløbene indgår'} i rapportens tabeller.`,
    })),
  ];
}

function openGroup(hidden: LeftOut, group: PlanGroup): PlanGroup {
  return {
    ...group,
    functions: group.functions
      .map((each) => ({
        ...each,
        cards: each.cards.filter(({ account }) => !hidden.findings.has(account)).map((card) => openCard(hidden, card)),
      }))
      .filter(({ cards }) => cards.length > 0),
  };
}

const NO_AMOUNT = { ore: '0', printed: '' };

function openCard({ columns }: LeftOut, card: PlanCard): PlanCard {
  const hides = (column: string) => columns.has(`handleplaner.${column}`);
  return {
    ...card,
    account: hides('konto') ? '' : card.account,
    accountName: hides('kontonavn') ? '' : card.accountName,
    followUp: hides('opfoelgning') ? NO_AMOUNT : card.followUp,
    older: hides('heraf-aeldre') ? NO_AMOUNT : card.older,
    problem: hides('problem') ? '' : card.problem,
    responsible: hides('ansvarlig') ? '' : card.responsible,
    steps: card.steps.map((step) => ({
      ...step,
      activity: hides('aktiviteter') ? '' : step.activity,
      deadline: hides('deadline') ? '' : step.deadline,
      consequence: hides('konsekvens') ? '' : step.consequence,
    })),
  };
}
