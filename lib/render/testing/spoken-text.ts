import { categoryWords, columnHead } from '#lib/render/blocks.ts';
import { type Block, type PlanCard, type ReportModel, type RichBlock, type Run, tableOf } from '#lib/report/model.ts';
import { squeeze } from './read-pdf.ts';
import { rowText } from './row-text.ts';

/** As texts are compared: without spaces and hyphens, since a word may be divided, and in signs that the font has. */
export const spoken = (text: string): string =>
  squeeze(text)
    .replaceAll('≥', '>=')
    .replace(/[-\u2010\u2011\u2212\u00ad]/g, '');

/** What a report says from its first heading on, piece by piece, in the order in which one should hear it. */
export function spokenText(model: ReportModel): string[] {
  const pieces = model.document.flatMap((block) => spokenBlock(model, block));
  return pieces.map(spoken).filter((piece) => piece !== '');
}

function spokenBlock(model: ReportModel, block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${block.number}${block.text}`];
    case 'paragraph':
      return [block.text];
    case 'list':
      return block.items;
    case 'figure':
      return [block.caption];
    case 'chart':
      return [block.chart.title];
    case 'rich':
      return [...block.blocks.flatMap(spokenRich), ...block.notes.flatMap(({ mark, runs }) => [mark, words(runs)])];
    case 'plans':
      return block.group.functions.flatMap(({ code, name, cards }) => [
        `${code}${name}`,
        ...cards.flatMap((card) => spokenCard(card, block.group.category)),
      ]);
    case 'table': {
      const table = tableOf(model, block.table);
      const heads = table.rows.length === 0 ? [] : table.columns.map((column) => columnHead(table, column));
      const rows = table.total && table.rows.length > 0 ? [...table.rows, table.total] : table.rows;
      return [table.title, ...heads, ...rows.map((row) => rowText(table, row)), ...block.notes.map(({ text }) => text)];
    }
  }
}

/** A number and a name, the amounts, what is wrong; then the one step, or the steps as a table with a row of each kind. */
function spokenCard(card: PlanCard, category: 1 | 2 | 3): string[] {
  const { steps, responsible } = card;
  const kinds = [
    steps.map((step) => step.activity),
    steps.map((step) => step.deadline),
    steps.map((step) => step.consequence),
  ];
  const [activities = [], ...dated] = kinds;
  const plan = steps.length > 1 ? [responsible, ...kinds.flat()] : [...activities, responsible, ...dated.flat()];
  const number = categoryWords(category).slice(0, 1);
  return [
    `${card.account}${card.accountName}Kategori${number}`,
    `${card.followUp.printed}kr.`,
    `${card.older.printed}kr.`,
    card.problem,
    ...plan,
  ];
}

const words = (runs: readonly Run[]): string => runs.map((run) => run.text).join('');

function spokenRich(block: RichBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
      return block.runs.map((run) => run.text);
    case 'list':
      return block.items.flatMap((item) => item.map((run) => run.text));
    case 'table':
      return [...(block.head ?? []), ...block.rows.flat()].flatMap((cell) => cell.map((run) => run.text));
  }
}
