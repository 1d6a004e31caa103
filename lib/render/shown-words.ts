import { bindWords } from '#lib/format/bind-words.ts';
import { withMinus } from '#lib/format/minus.ts';
import type { PlanCard, RichBlock, Run } from '#lib/report/model.ts';
import type { BlockWriter } from './blocks.ts';

/** A text with the minus of print, and with each number on the line of what it belongs to. */
function showText(text: string): string {
  return bindWords(withMinus(text));
}

/**
 * A writer of what is read on a screen: it gets all words as print has them. Cells of tables and charts keep
 * theirs until they are shown, since addresses are made of them.
 */
export function forScreen<T>(writer: BlockWriter<T>): BlockWriter<T> {
  return {
    heading: (block) => writer.heading({ ...block, text: showText(block.text) }),
    paragraph: (text) => writer.paragraph(showText(text)),
    list: (items) => writer.list(items.map(showText)),
    figure: (caption, { alternativeText, levels }) =>
      writer.figure(showText(caption), {
        alternativeText: withMinus(alternativeText),
        levels: levels.map((boxes) => boxes.map((box) => ({ ...box, detail: showText(box.detail) }))),
      }),
    table: (table, notes) =>
      writer.table(
        table,
        notes.map((note) => ({ ...note, text: showText(note.text) })),
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
    followUp: { ...followUp, printed: showText(followUp.printed) },
    older: { ...older, printed: showText(older.printed) },
    problem: showText(card.problem),
    steps: card.steps.map(({ activity, deadline, consequence }) => ({
      activity: showText(activity),
      deadline,
      consequence: showText(consequence),
    })),
  };
}

function showRuns(runs: readonly Run[]): Run[] {
  return runs.map((run) => ({ ...run, text: showText(run.text) }));
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
