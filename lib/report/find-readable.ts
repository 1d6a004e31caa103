import { PLAN_THRESHOLD } from '#lib/domain/finding.ts';
import { absolute, type Ore, sum } from '#lib/domain/money.ts';
import { listColumns } from '#lib/domain/report-version.ts';
import { REGISTER_TABLES } from './edition.ts';
import { type Cell, isMoney, type PlanCard, type PlanGroup, type ReportModel, tableOf } from './model.ts';
import { unitOf } from './tables/municipality-tables.ts';

/** Something whose amount the open edition leaves out, but whose sums tell it. */
export type Readable = ReadableFinding | ReadableLine;

/** A line of a register. */
interface ReadableLine {
  /** total: the total of its table is of nothing else. */
  kind: 'total';
  table: (typeof REGISTER_TABLES)[number];
  title: string;
}

interface ReadableFinding {
  account: string;
  /** Where it is told: the table, and its row as it is called there. */
  table: 'tabel-2-1' | 'aeldre-end-1-aar';
  row: string;
  category: PlanGroup['category'];
  /** All of it, or what is older than one year. */
  amount: 'opfoelgning' | 'aeldre';
  /** alone: the cell is its amount; difference: all else that the cell sums is printed; nearly: but for small amounts. */
  kind: 'alone' | 'difference' | 'nearly';
}

/** A part of an amount that is small beside it: a tenth. */
const SMALL = 10n;

interface OwnCard {
  imFunction: string;
  category: PlanGroup['category'];
  unit: string;
  card: PlanCard;
}

/** A cell of the report that sums findings. */
interface Summed {
  row: string;
  ore: Ore;
  /** The committee's own plans among them. */
  cards: OwnCard[];
  /** At most so much can be in it that no plan of the report prints; null: nobody can say. */
  most: Ore | null;
}

/**
 * The left out amounts that can be read off table 2.1 or off the list of amounts older than one year, or worked out from
 * them and the plans that are printed, and those of a register that are its total. Sums stay whole (product rule), so
 * that it is for a person to judge. Each account once, by what tells most.
 * @param model the closed edition
 */
export function findReadable(model: ReportModel): Readable[] {
  const found = [
    ...findIn(model, 'tabel-2-1', 'opfoelgning'),
    ...findIn(model, 'tabel-2-1', 'aeldre'),
    ...findIn(model, 'aeldre-end-1-aar', 'aeldre'),
  ];
  const told = new Map<string, ReadableFinding>();
  for (const each of found) if (!told.has(each.account)) told.set(each.account, each);
  return [...told.values(), ...findLines(model)];
}

/** The tables of registers with a total, whose amounts are left out and which have one only. */
function findLines(model: ReportModel): ReadableLine[] {
  const columns = listColumns(model.redactions);
  return REGISTER_TABLES.flatMap((id): ReadableLine[] => {
    const { title, columns: own, rows, total } = tableOf(model, id);
    const at = own.findIndex((column) => column.unit !== '' && columns.has(`${id}.${column.id}`));
    const amounts = rows.map((row) => row[at] ?? '').filter((cell) => isMoney(cell) && cell.ore !== '0');
    return total !== null && at >= 0 && amounts.length === 1 ? [{ kind: 'total', table: id, title }] : [];
  });
}

function findIn(
  model: ReportModel,
  table: ReadableFinding['table'],
  amount: ReadableFinding['amount'],
): ReadableFinding[] {
  const isHidden = hiddenBy(model, amount);
  const cards = listCards(model);
  return listRows(model, table).flatMap((row) =>
    ([2, 3] as const).flatMap((category): ReadableFinding[] => {
      const summed = readCell(row, category, amount, cards);
      const [only, another] = summed.cards.filter(({ card }) => isHidden(card));
      if (!only || another) return [];
      const kind = tellKind(summed, only, amount);
      return kind === null ? [] : [{ account: only.card.account, table, row: summed.row, category, amount, kind }];
    }),
  );
}

/** What the rest of the cell leaves of an amount; null: not enough to tell it. */
function tellKind(
  { ore, cards, most }: Summed,
  hidden: OwnCard,
  amount: ReadableFinding['amount'],
): ReadableFinding['kind'] | null {
  const own = amountOf(hidden, amount);
  const shown = cards.filter((one) => one !== hidden);
  const others = ore - sum(cards.map((one) => amountOf(one, amount)));
  if (amount === 'aeldre' && own === 0n) return null;
  if (absolute(others) * SMALL > absolute(own) || (most !== null && most >= absolute(own) && most > 0n)) return null;
  if (others !== 0n || (most !== null && most > 0n)) return 'nearly';
  return shown.length === 0 ? 'alone' : 'difference';
}

/** Whether the open edition leaves an amount of a plan out: with the plan, or with the column. */
function hiddenBy({ redactions }: ReportModel, amount: ReadableFinding['amount']): (card: PlanCard) => boolean {
  const column = amount === 'aeldre' ? 'handleplaner.heraf-aeldre' : 'handleplaner.opfoelgning';
  const leavesOut = (kind: 'finding' | 'column', target: string) =>
    redactions.some((each) => each.kind === kind && each.target === target);
  return (card) => leavesOut('column', column) || leavesOut('finding', card.account);
}

const amountOf = ({ card }: OwnCard, amount: ReadableFinding['amount']): Ore =>
  BigInt(amount === 'aeldre' ? card.older.ore : card.followUp.ore);

function listCards({ document }: ReportModel): OwnCard[] {
  return document.flatMap((block) =>
    block.kind === 'plans'
      ? block.group.functions.flatMap(({ code, cards }) =>
          cards.map((card) => ({
            imFunction: code,
            category: block.group.category,
            unit: unitOf({ responsible: card.responsible, theme: block.group.theme }),
            card,
          })),
        )
      : [],
  );
}

interface Row {
  table: ReadableFinding['table'];
  cellOf: (column: string) => Cell;
}

function listRows(model: ReportModel, id: ReadableFinding['table']): Row[] {
  const { columns, rows } = tableOf(model, id);
  return rows.map((row) => ({
    table: id,
    cellOf: (column) => row[columns.findIndex((one) => one.id === column)] ?? '',
  }));
}

function readCell(
  { table, cellOf }: Row,
  category: PlanGroup['category'],
  amount: ReadableFinding['amount'],
  all: readonly OwnCard[],
): Summed {
  const isList = table === 'aeldre-end-1-aar';
  const cell = cellOf(amount === 'aeldre' && !isList ? `aeldre-kategori-${category}` : `kategori-${category}`);
  const ore = isMoney(cell) ? BigInt(cell.ore) : 0n;
  const code = String(cellOf('im-funktion'));
  const unit = isList ? String(cellOf('enhed')) : '';
  const inRow = all.filter((one) => one.imFunction === code && (!isList || one.unit === unit));
  const row = [code, unit].filter((part) => part !== '').join(' ');
  // Other committees have findings in the list, too.
  const withoutPlan = isList ? null : BigInt(Number(cellOf('antal-konti')) - inRow.length) * PLAN_THRESHOLD;
  return { row, ore, cards: inRow.filter((one) => one.category === category), most: withoutPlan };
}
