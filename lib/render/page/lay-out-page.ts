import { leavesOut } from '#lib/domain/report-version.ts';
import {
  type BlockWriter,
  categoryOf,
  categoryWords,
  columnHead,
  columnKind,
  commonUnit,
  EMPTY_TABLE,
  type HeadingBlock,
  isNumeric,
  noteMarks,
  PLAN_LABELS,
  printKroner,
  type TableNote,
  writeBlock,
} from '#lib/render/blocks.ts';
import { CHART_TEXT, chartUnit, type PlacedChart, placeChart } from '#lib/render/chart.ts';
import { BOX_HEIGHT, FIGURE_WIDTH, LABEL_SIZE, MARK_SIDE, type PlacedFigure, placeFigure } from '#lib/render/figure.ts';
import { findLeads, type Lead, shownCell } from '#lib/render/leads.ts';
import { forScreen } from '#lib/render/shown-words.ts';
import { type Cell, type Column, isMoney, type PlanCard, type ReportModel, type Table } from '#lib/report/model.ts';
import { layText, type PageText } from './lay-out-text.ts';

/** A cell as the page shows it. */
export interface PageCell {
  text: string;
  category: 1 | 2 | 3 | null;
  /** Nothing stands behind it: blank, none, or exactly 0 øre. */
  isNothing: boolean;
}

export interface PageTable {
  kind: 'table';
  id: Table['id'];
  title: string;
  /** Marks of the notes on the title. */
  marks: string[];
  /** The unit of all its amounts, '' where there is none or several. */
  unit: string;
  columns: { id: string; label: string; marks: string[]; isNumeric: boolean }[];
  rows: PageCell[][];
  total: PageCell[] | null;
  notes: TableNote[];
  /** Its rows lead to what stands behind them: not where the open edition leaves out what tells that. */
  isLinked: boolean;
  /** What stands there instead of rows. */
  empty: string;
}

export interface PageCard {
  account: string;
  accountName: string;
  /** Labelled amounts, the follow-up first. */
  amounts: { label: string; printed: string }[];
  /** A line has a value, or one for each step; lines without any are left out. */
  lines: { label: string; values: string[] }[];
}

export interface PagePlans {
  kind: 'plans';
  category: 2 | 3;
  /** The category in words. */
  label: string;
  functions: { code: string; name: string; cards: PageCard[] }[];
}

export interface PageFigure extends PlacedFigure {
  kind: 'figure';
  caption: string;
  alternativeText: string;
  width: number;
  boxHeight: number;
  labelSize: number;
  markSide: number;
}

export interface PageChart extends PlacedChart {
  kind: 'chart';
  title: string;
  /** '' where each panel says its own. */
  unit: string;
  alternativeText: string;
  textSize: number;
}

/** A block of the report as the page *Rapport* shows it: nothing is left to be worked out. */
export type PageBlock =
  | HeadingBlock
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: string[] }
  | PageFigure
  | PageTable
  | PageChart
  | PageText
  | PagePlans;

/** The report's document for the page: the same order and the same cells as in its files. */
export function layOutPage(model: ReportModel): PageBlock[] {
  const writer = writerTo(model, findLeads(model));
  return model.document.map((block) => writeBlock(model, block, writer));
}

const writerTo = (model: ReportModel, leads: ReadonlyMap<string, Lead>): BlockWriter<PageBlock> =>
  forScreen<PageBlock>({
    heading: (block) => block,
    paragraph: (text) => ({ kind: 'paragraph', text }),
    list: (items) => ({ kind: 'list', items }),
    figure: (caption, figure) => ({
      kind: 'figure',
      caption,
      alternativeText: figure.alternativeText,
      width: FIGURE_WIDTH,
      boxHeight: BOX_HEIGHT,
      labelSize: LABEL_SIZE,
      markSide: MARK_SIDE,
      ...placeFigure(figure),
    }),
    table: (table, notes) => layTable(table, notes, model),
    chart: (chart) => ({
      kind: 'chart',
      title: chart.title,
      unit: chartUnit(chart),
      alternativeText: chart.alternativeText,
      textSize: CHART_TEXT,
      ...placeChart(chart),
    }),
    plans: ({ category, functions }) => ({
      kind: 'plans',
      category,
      label: `Kategori ${categoryWords(category)}`,
      functions: functions.map(({ code, name, cards }) => ({ code, name, cards: cards.map(layCard) })),
    }),
    rich: (blocks, notes, text) => layText(blocks, notes, text, leads),
  });

function layTable(table: Table, notes: TableNote[], model: ReportModel): PageTable {
  const layRow = (row: Cell[]) => table.columns.map((column, index) => layCell(column, row[index] ?? ''));
  return {
    kind: 'table',
    id: table.id,
    title: table.title,
    marks: noteMarks(notes, null),
    unit: commonUnit(table),
    columns: table.columns.map((column) => ({
      id: column.id,
      // Numbers stay with the word before them: `kategori 3`, `1 år`.
      label: columnHead(table, column).replace(/ (?=\d)/g, '\u00a0'),
      marks: noteMarks(notes, column.id),
      isNumeric: isNumeric(column),
    })),
    rows: table.rows.map(layRow),
    total: table.total && table.rows.length > 0 ? layRow(table.total) : null,
    notes,
    isLinked: table.id !== 'aeldre-end-1-aar' || !leavesOut(model, 'aeldre-end-1-aar.enhed'),
    empty: EMPTY_TABLE,
  };
}

function layCell(column: Column, cell: Cell): PageCell {
  const category = columnKind(column) === 'category' ? categoryOf(cell) : null;
  const text = shownCell(column, cell);
  return { text, category, isNothing: text === '' || (isMoney(cell) ? cell.ore === '0' : cell === 0) };
}

function layCard(card: PlanCard): PageCard {
  const ofSteps = (label: string, part: Exclude<keyof PlanCard['steps'][number], 'done'>) => ({
    label,
    values: card.steps.map((step) => step[part]),
  });
  const lines = [
    { label: PLAN_LABELS.problem, values: [card.problem] },
    ofSteps(PLAN_LABELS.activity, 'activity'),
    { label: PLAN_LABELS.responsible, values: [card.responsible] },
    ofSteps(PLAN_LABELS.deadline, 'deadline'),
    ofSteps(PLAN_LABELS.consequence, 'consequence'),
  ];
  return {
    account: card.account,
    accountName: card.accountName,
    amounts: [
      { label: PLAN_LABELS.followUp, printed: printKroner(card.followUp.printed) },
      { label: PLAN_LABELS.older, printed: printKroner(card.older.printed) },
    ],
    lines: lines.filter(({ values }) => values.some((value) => value !== '')),
  };
}
