import { Document, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import { createElement, type ReactElement, type ReactNode } from 'react';
import { type BlockWriter, printCell, writeBlock } from '#lib/render/blocks.ts';
import type { Cell, ReportModel, Run } from '#lib/report/model.ts';

const SMALL = { fontSize: 7 };

const line = (text: string, size = 9): ReactElement =>
  createElement(Text, { style: { fontSize: size, marginBottom: 4 } }, text);

const rowOf = (texts: readonly string[]): ReactElement =>
  createElement(
    View,
    { style: { flexDirection: 'row' }, wrap: false },
    ...texts.map((text) => createElement(View, { style: { flex: 1 } }, createElement(Text, { style: SMALL }, text))),
  );

const rowOfCells = (cells: readonly Cell[]): ReactElement => rowOf(cells.map(printCell));
const wordsOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** The same words and figures as the report's PDF, plainly laid out. */
const WRITER: BlockWriter<ReactNode[]> = {
  heading: ({ number, text, level }) => [line(`${number} ${text}`, 18 - 3 * level)],
  paragraph: (text) => [line(text)],
  list: (items) => items.map((item) => line(`• ${item}`)),
  figure: (caption, { levels }) => [
    line(caption),
    ...levels.map((boxes) => rowOf(boxes.map(({ label, detail }) => `${label} ${detail}`))),
  ],
  chart: ({ title, panels }) => [
    line(title),
    ...panels.flatMap(({ series, groups }) => [
      rowOf(['', ...series]),
      ...groups.map(({ label, cells }) => rowOf([label, ...cells.map(printCell)])),
    ]),
  ],
  rich: (blocks, notes) => [
    ...blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return [line(wordsOf(block.runs))];
      if (block.kind === 'list') return block.items.map((item) => line(`• ${wordsOf(item)}`));
      return block.rows.map((row) => rowOf(row.map(wordsOf)));
    }),
    ...notes.map(({ mark, runs }) => line(`${mark} ${wordsOf(runs)}`, 7)),
  ],
  table: ({ title, columns, rows, total }, notes) => [
    line(title),
    rowOf(columns.map(({ label }) => label)),
    ...rows.map(rowOfCells),
    ...(total ? [rowOfCells(total)] : []),
    ...notes.map(({ mark, text }) => line(`${mark} ${text}`, 7)),
  ],
  plans: ({ functions }) =>
    functions.flatMap(({ code, name, cards }) => [
      line(`${code} ${name}`),
      ...cards.flatMap((card) => [
        rowOf([card.account, card.accountName, card.followUp.printed, card.older.printed]),
        line(card.problem),
        ...card.steps.map((step) => rowOf([step.activity, card.responsible, step.deadline, step.consequence])),
      ]),
    ]),
};

/** The report's words and figures as PDF by @react-pdf/renderer: without tags, contents or bookmarks. */
export async function printByPeer(model: ReportModel): Promise<Uint8Array> {
  const nodes = model.document.flatMap((block) => writeBlock(model, block, WRITER));
  const page = createElement(Page, { size: 'A4', style: { padding: 56 } }, ...nodes);
  return renderToBuffer(createElement(Document, null, page));
}
