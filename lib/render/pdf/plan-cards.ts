import type { PdfNode } from 'pdfmake';
import { PLAN_LABELS, printKroner } from '#lib/render/blocks.ts';
import type { PlanCard, PlanGroup } from '#lib/report/model.ts';
import { divideWords } from './divide-words.ts';
import { countLines, measureText } from './fonts.ts';
import { categoryMark, GUTTER, HAIRLINE, MEASURE, PAGE, QUIET, size, span, text } from './style.ts';
import { MARK_WIDTH } from './table-widths.ts';
import type { Tag } from './tagged/tag.ts';

const CARD = size(9, 12.5);
const CARD_LEADING = 12.5;
const LABEL = size(8, 12.5);
const LABEL_WIDTH = span(2);
const HEAD_WIDTH = PAGE.portrait.width - LABEL_WIDTH - 2 * GUTTER;
const AMOUNT_WIDTH = span(4);
/** Between what an amount is and the amount, in points. */
const AMOUNT_GAP = 8;
/** Steps that stand side by side; more go on in a row beneath. */
const STEPS_ABREAST = 3;

type Step = PlanCard['steps'][number];

/** A label stands a point lower than the larger text beside it, so that both share a baseline. */
const label = (content: string) => text(content, { ...LABEL, color: QUIET, margin: [0, 1, 0, 0] });
const stepWidth = (abreast: number): number => (MEASURE - GUTTER * (abreast - 1)) / abreast;

/** A line of a card under its head. */
interface CardLine {
  name: string;
  values: string[];
  abreast: number;
  /** The steps side by side that the line is about; null where it is about the whole card or its only step. */
  steps: Step[] | null;
}

/**
 * A line of the card: its label, and the values of the steps side by side. Steps side by side are heard as a table with
 * a column for each; all else as a list of what is said under which label.
 */
function lineNode({ name, values, abreast, steps }: CardLine, card: PlanCard): PdfNode {
  const cells = values.map((value) =>
    text(value, { tag: { type: steps ? 'TD' : 'LBody' }, ...CARD, width: stepWidth(abreast) }),
  );
  const head: Tag = steps ? { type: 'TH', scope: 'Row' } : { type: 'Lbl' };
  return {
    tag: steps ? [{ type: 'Table', key: steps }, { type: 'TR' }] : itemOf(card),
    columns: [{ ...label(name), tag: head, width: LABEL_WIDTH }, ...cells],
    columnGap: GUTTER,
    margin: [0, 1.5, 0, 0],
  };
}

/** An item of the one list that tells what a card says. */
const itemOf = (card: PlanCard): Tag[] => [{ type: 'L', key: card }, { type: 'LI' }];

function chunkSteps(steps: Step[]): Step[][] {
  const chunks: Step[][] = [];
  for (let start = 0; start < steps.length; start += STEPS_ABREAST)
    chunks.push(steps.slice(start, start + STEPS_ABREAST));
  return chunks;
}

/** The lines of a card under its head, each with its values; a line whose values are all empty is left out. */
function cardLines(card: PlanCard): CardLine[] {
  const abreast = Math.min(STEPS_ABREAST, Math.max(1, card.steps.length));
  const whole = (name: string, value: string): CardLine => ({
    name,
    values: [divideWords(value, MEASURE, CARD.fontSize)],
    abreast: 1,
    steps: null,
  });
  const chunks = chunkSteps(card.steps);
  const stepLine = (name: string, steps: Step[], read: (step: Step) => string): CardLine => ({
    name,
    values: steps.map((step) => divideWords(read(step), stepWidth(abreast), CARD.fontSize)),
    abreast,
    steps: abreast > 1 ? steps : null,
  });
  const activities = chunks.map((steps) => stepLine(PLAN_LABELS.activity, steps, (step) => step.activity));
  const dated = chunks.flatMap((steps) => [
    stepLine(PLAN_LABELS.deadline, steps, (step) => step.deadline),
    stepLine(PLAN_LABELS.consequence, steps, (step) => step.consequence),
  ]);
  // More steps than stand abreast: the lines of a row of steps stay together, or nobody could read which deadline is whose.
  const steps =
    chunks.length > 1
      ? chunks.flatMap((_, index) => [...activities.slice(index, index + 1), ...dated.slice(2 * index, 2 * index + 2)])
      : activities;
  const lines = [whole(PLAN_LABELS.problem, card.problem), ...steps, whole(PLAN_LABELS.responsible, card.responsible)];
  if (chunks.length <= 1) lines.push(...dated);
  return lines.filter((candidate) => candidate.values.some((value) => value !== ''));
}

/** As wide as four columns, or as a label and a very large amount need beside each other. */
function amountWidth({ followUp, older }: PlanCard): number {
  const needed = [
    measureText(PLAN_LABELS.followUp, LABEL.fontSize) + measureText(printKroner(followUp.printed), CARD.fontSize, true),
    measureText(PLAN_LABELS.older, LABEL.fontSize) + measureText(printKroner(older.printed), CARD.fontSize),
  ];
  return Math.max(AMOUNT_WIDTH, ...needed.map((width) => width + AMOUNT_GAP + 1));
}

function cardHeight(card: PlanCard): number {
  const heights = cardLines(card).map(({ values, abreast }) =>
    Math.max(...values.map((value) => countLines(value, stepWidth(abreast), CARD.fontSize))),
  );
  const name = countLines(card.accountName, HEAD_WIDTH - amountWidth(card), CARD.fontSize, true);
  return heights.reduce((sum, lines) => sum + lines * CARD_LEADING + 1.5, 25 + Math.max(2, name) * CARD_LEADING);
}

/** A card taller than a page must be broken, or pdfmake would drop what does not fit. */
const isShort = (card: PlanCard): boolean => cardHeight(card) < PAGE.portrait.height * 0.6;

/** A finding's card: account, name and amounts on the first line, then what is wrong and what is done about it. */
function cardNode(card: PlanCard, category: PlanGroup['category']): PdfNode {
  const money = (cell: PlanCard['followUp']): string => printKroner(cell.printed);
  const amount = (name: string, cell: PlanCard['followUp'], bold: boolean): PdfNode => ({
    tag: itemOf(card),
    columns: [
      { ...label(name), tag: { type: 'Lbl' }, width: '*' },
      text(money(cell), { tag: { type: 'LBody' }, ...CARD, bold, alignment: 'right', width: 'auto', noWrap: true }),
    ],
    columnGap: AMOUNT_GAP,
  });
  // Number and name stand apart, and are one heading.
  const heading: Tag = { type: 'H', below: 2, key: card };
  const head: PdfNode = {
    columns: [
      {
        width: LABEL_WIDTH,
        stack: [
          text(`${card.account} `, { tag: heading, ...CARD, bold: true }),
          {
            columns: [
              { canvas: [categoryMark(category, 5.5)], width: MARK_WIDTH, margin: [0, 3, 0, 0] },
              label(`Kategori ${category}`),
            ],
            columnGap: 0,
          },
        ],
      },
      text(card.accountName, { tag: heading, ...CARD, bold: true, width: '*' }),
      {
        width: amountWidth(card),
        stack: [amount(PLAN_LABELS.followUp, card.followUp, true), amount(PLAN_LABELS.older, card.older, false)],
      },
    ],
    columnGap: GUTTER,
  };
  const rule: PdfNode = {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: PAGE.portrait.width, y2: 0, lineWidth: 0.6, lineColor: HAIRLINE }],
    margin: [0, 0, 0, 5],
  };
  const lines = cardLines(card).map((line) => lineNode(line, card));
  return {
    unbreakable: isShort(card),
    stack: [rule, head, ...lines],
    margin: [0, 0, 0, 12],
  };
}

/** The cards of a category and theme by IM function; a function's name never stands without its first card. */
export function layPlans(group: PlanGroup): PdfNode[] {
  return group.functions.flatMap((imFunction) => {
    const name = text(`${imFunction.code}  ${imFunction.name}`, {
      tag: { type: 'H', below: 1 },
      ...CARD,
      bold: true,
      margin: [0, 4, 0, 5],
    });
    const [first, ...others] = imFunction.cards;
    if (!first) return [name];
    return [
      { stack: [name, cardNode(first, group.category)], unbreakable: isShort(first) },
      ...others.map((card) => cardNode(card, group.category)),
    ];
  });
}
