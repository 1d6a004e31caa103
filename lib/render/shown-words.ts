import { withMinus } from '#lib/format/minus.ts';
import type { PlanCard, RichBlock, Run } from '#lib/report/model.ts';
import type { BlockWriter } from './blocks.ts';

/**
 * A writer of what is read on a screen: it gets all words with the minus of print. Cells of tables and charts keep
 * theirs until they are shown, since addresses are made of them.
 */
export function forScreen<T>(writer: BlockWriter<T>): BlockWriter<T> {
  return {
    heading: (block) => writer.heading({ ...block, text: withMinus(block.text) }),
    paragraph: (text) => writer.paragraph(withMinus(text)),
    list: (items) => writer.list(items.map(withMinus)),
    figure: (caption, { alternativeText, levels }) =>
      writer.figure(withMinus(caption), {
        alternativeText: withMinus(alternativeText),
        levels: levels.map((boxes) => boxes.map((box) => ({ ...box, detail: withMinus(box.detail) }))),
      }),
    table: (table, notes) =>
      writer.table(
        table,
        notes.map((note) => ({ ...note, text: withMinus(note.text) })),
      ),
    plans: (group) =>
      writer.plans({
        ...group,
        functions: group.functions.map((one) => ({ ...one, cards: one.cards.map(showCard) })),
      }),
    chart: (chart) => writer.chart({ ...chart, alternativeText: withMinus(chart.alternativeText) }),
    rich: (blocks, notes, text) =>
      writer.rich(
        blocks.map(showBlock),
        notes.map((note) => ({ ...note, runs: showRuns(note.runs) })),
        text,
      ),
  };
}

function showCard(card: PlanCard): PlanCard {
  const { followUp, older } = card;
  return {
    ...card,
    followUp: { ...followUp, printed: withMinus(followUp.printed) },
    older: { ...older, printed: withMinus(older.printed) },
    problem: withMinus(card.problem),
    steps: card.steps.map(({ activity, deadline, consequence }) => ({
      activity: withMinus(activity),
      deadline,
      consequence: withMinus(consequence),
    })),
  };
}

function showRuns(runs: readonly Run[]): Run[] {
  return runs.map((run) => ({ ...run, text: withMinus(run.text) }));
}

function showBlock(block: RichBlock): RichBlock {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, runs: showRuns(block.runs) };
    case 'list':
      return { ...block, items: block.items.map(showRuns) };
    case 'table':
      return { ...block, head: block.head?.map(showRuns) ?? null, rows: block.rows.map((row) => row.map(showRuns)) };
  }
}
