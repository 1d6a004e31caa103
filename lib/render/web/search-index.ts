import { withMinus } from '#lib/format/minus.ts';
import { categoryWords, columnKind, isNumeric, printCell, printKroner, writeBlock } from '#lib/render/blocks.ts';
import { richWords } from '#lib/render/rich-words.ts';
import type { Block, Column, PlanGroup, ReportModel, Table } from '#lib/report/model.ts';
import { pageOf, type WebReport } from './site.ts';

/** Something that can be found: a passage of a page, the heading over it, and where it stands. */
interface Entry {
  anchor: string;
  heading: string;
  text: string;
}

/**
 * What the search looks through, as a script, because a page from a disk may fetch nothing:
 * `{pages: [[address, name]], entries: [[pages, anchor, heading, text]]}`. What stands in several reports is one entry.
 */
export function writeSearchIndex(reports: readonly WebReport[]): string {
  const found = new Map<string, { pages: number[]; entry: Entry }>();
  for (const [page, { model }] of reports.entries()) {
    for (const entry of listEntries(model)) {
      const key = JSON.stringify([entry.anchor, entry.heading, entry.text]);
      const known = found.get(key);
      if (!known) found.set(key, { pages: [page], entry });
      else if (known.pages.at(-1) !== page) known.pages.push(page);
    }
  }
  const pages = reports.map((report) => [pageOf(report), report.model.committee.name]);
  const entries = [...found.values()].map(({ pages: on, entry }) => [on, entry.anchor, entry.heading, entry.text]);
  return `globalThis.soegeindeks = ${JSON.stringify({ pages, entries })};\n`;
}

function listEntries(model: ReportModel): Entry[] {
  let heading = { anchor: 'hovedindhold', heading: model.title };
  const entries: Entry[] = [];
  const tell = (text: string, at = heading) => {
    const words = withMinus(text.replace(/\s+/g, ' ').trim());
    if (words !== '') entries.push({ ...at, text: words });
  };
  for (const block of model.document) {
    if (block.kind === 'heading') {
      heading = { anchor: block.id, heading: `${block.number} ${block.text}`.trim() };
      tell(block.text);
      continue;
    }
    for (const { text, at } of passagesOf(model, block)) tell(text, at ?? heading);
  }
  return entries;
}

interface Passage {
  text: string;
  /** null: under the heading that it follows. */
  at: { anchor: string; heading: string } | null;
}

const here = (...texts: string[]): Passage[] => texts.map((text) => ({ text, at: null }));

function passagesOf(model: ReportModel, block: Block): Passage[] {
  return writeBlock<Passage[]>(model, block, {
    heading: () => [],
    paragraph: (text) => here(text),
    list: (items) => here(...items),
    figure: (caption, figure) => here(`${caption}. ${figure.alternativeText}`),
    chart: ({ title, alternativeText }) => here(`${title}. ${alternativeText}`),
    table: (table, notes) => [...listRows(table), ...here(...notes.map(({ text }) => text))],
    plans: listCards,
    rich: (blocks, notes) => here(richWords(blocks, notes)),
  });
}

function listRows(table: Table): Passage[] {
  const at = { anchor: `tabel-${table.id}`, heading: table.title };
  const rows = [...table.rows, ...(table.total ? [table.total] : [])];
  return rows.map((row) => ({
    text: table.columns
      .map((column, index) => labelled(column, row[index] ?? '', index))
      .filter((part) => part !== '')
      .join(' · '),
    at,
  }));
}

/** A number says nothing without its column's name. */
function labelled(column: Column, cell: Table['rows'][number][number], index: number): string {
  if (columnKind(column) === 'category' && (cell === 1 || cell === 2 || cell === 3))
    return `Kategori ${categoryWords(cell)}`;
  const printed = printCell(cell);
  if (printed === '' || index === 0 || !isNumeric(column)) return printed;
  return `${column.label}: ${printed}${column.unit === '' ? '' : `\u00a0${column.unit}`}`;
}

function listCards({ functions }: PlanGroup): Passage[] {
  return functions.flatMap(({ cards }) =>
    cards.map((card) => ({
      text: [
        printKroner(card.followUp.printed),
        card.problem,
        ...card.steps.flatMap((step) => [step.activity, step.deadline, step.consequence]),
        card.responsible,
      ]
        .filter((part) => part !== '')
        .join(' · '),
      // The open edition can leave the account out: such a card has no place of its own to lead to.
      at:
        card.account === ''
          ? null
          : { anchor: `konto-${card.account}`, heading: `Handleplan ${card.account} ${card.accountName}`.trim() },
    })),
  );
}
