import type { Inline, TextBlock, TextDocument } from '#lib/domain/report-text.ts';
import { endsTwice } from '#lib/format/full-stop.ts';
import { raiseMark } from '#lib/format/raise-mark.ts';
import { type Figure, formatFigure } from '../figures/figure.ts';
import type { RichBlock, Run } from '../model.ts';
import { chooseWords } from './choose-words.ts';

/** What a text becomes: headings, and what stands between them with its footnotes. */
type ResolvedPart =
  | { kind: 'heading'; level: 1 | 2; text: string; runs: Run[] }
  | { kind: 'rich'; blocks: RichBlock[]; notes: Note[] };

interface Note {
  mark: string;
  runs: Run[];
}

/** The figures of a report by key. */
type FigureIndex = ReadonlyMap<string, Figure>;

export function indexFigures(figures: readonly Figure[]): FigureIndex {
  return new Map(figures.map((figure) => [figure.key, figure]));
}

/** What a text says in the place of a figure that the report does not have. Such a report is not ready. */
function missingFigure(key: string): string {
  return `[figur mangler: ${key}]`;
}

/** A text with other words where it says that a figure is missing whose key `isHidden`: a key can name what it is of. */
export function hideMissing(text: string, isHidden: (key: string) => boolean, words: string): string {
  return text.replace(/\[figur mangler: ([^\]]*)\]/g, (said, key: string) => (isHidden(key) ? words : said));
}

/**
 * A text as the report prints it: figures as they stand now, choices made by them, footnotes numbered after the
 * `notesBefore` that the report has already (product.md, rule 12). What says nothing is left out.
 */
export function resolveText(document: TextDocument, figures: FigureIndex, notesBefore = 0): ResolvedPart[] {
  const resolver = new Resolver(figures, notesBefore);
  for (const block of document) resolver.add(block);
  return resolver.finish();
}

class Resolver {
  readonly #figures: FigureIndex;
  readonly #parts: ResolvedPart[] = [];
  #blocks: RichBlock[] = [];
  #notes: Note[] = [];
  #count: number;

  constructor(figures: FigureIndex, notesBefore: number) {
    this.#figures = figures;
    this.#count = notesBefore;
  }

  add(block: TextBlock): void {
    if (block.kind === 'heading') this.#addHeading(block.level, this.#line(block.content));
    else {
      const rich = this.#block(block);
      if (rich) this.#blocks.push(rich);
    }
  }

  finish(): ResolvedPart[] {
    this.#close();
    return this.#parts;
  }

  #close(): void {
    if (this.#blocks.length > 0 || this.#notes.length > 0) {
      this.#parts.push({ kind: 'rich', blocks: this.#blocks, notes: this.#notes });
    }
    this.#blocks = [];
    this.#notes = [];
  }

  /** A heading's footnotes stand under what it heads; contents and bookmarks take its words with the marks in them. */
  #addHeading(level: 1 | 2, runs: Run[]): void {
    const own = runs.flatMap((run) => run.note ?? []);
    const notes = this.#notes.filter(({ mark }) => own.includes(mark));
    this.#notes = this.#notes.filter(({ mark }) => !own.includes(mark));
    this.#close();
    this.#notes = notes;
    const text = headingText(runs);
    if (text !== '') this.#parts.push({ kind: 'heading', level, text, runs });
  }

  #block(block: Exclude<TextBlock, { kind: 'heading' }>): RichBlock | null {
    switch (block.kind) {
      case 'paragraph': {
        const runs = this.#line(block.content);
        return isBlank(runs) ? null : { kind: 'paragraph', runs };
      }
      case 'list': {
        const items = block.items.map((item) => this.#line(item)).filter((item) => !isBlank(item));
        return items.length === 0 ? null : { kind: 'list', ordered: block.ordered, items };
      }
      case 'table':
        return this.#table(block);
    }
  }

  /** Every row as wide as the widest, so that a renderer need not fill up; without those in which nothing stands. */
  #table({ head, rows }: Extract<TextBlock, { kind: 'table' }>): RichBlock | null {
    const width = Math.max(0, ...rows.map((row) => row.length));
    const filled = rows.map((row) => Array.from({ length: width }, (_, at) => this.#line(row[at] ?? [])));
    const [first, ...rest] = filled;
    const isSaid = (row: Run[][]) => !row.every(isBlank);
    const [headed, below] = head && first ? [isSaid(first) ? first : null, rest] : [null, filled];
    const said = below.filter(isSaid);
    return headed === null && said.length === 0 ? null : { kind: 'table', head: headed, rows: said };
  }

  #line(line: readonly Inline[]): Run[] {
    const runs: Run[] = [];
    for (const inline of line) {
      if (inline.kind === 'footnote') {
        this.#count += 1;
        const mark = String(this.#count);
        const last = runs.at(-1);
        if (last && last.note === undefined) last.note = mark;
        else runs.push({ text: '', note: mark });
        this.#notes.push({ mark, runs: this.#line(inline.content) });
      } else addRun(runs, this.#run(inline, line));
    }
    return runs;
  }

  #run(inline: Exclude<Inline, { kind: 'footnote' }>, line: readonly Inline[]): Run {
    const bold = inline.bold ? { bold: inline.bold } : {};
    if (inline.kind === 'text') {
      return { text: inline.text, ...bold, ...(inline.link === undefined ? {} : { href: inline.link }) };
    }
    const figure = this.#figures.get(inline.key);
    if (!figure) return { text: missingFigure(inline.key), ...bold };
    if (inline.kind === 'choice') {
      const words = chooseWords(inline, line, (key) => this.#figures.get(key));
      return { text: words ?? missingFigure(inline.key), ...bold };
    }
    return { text: formatFigure(figure, inline.unit, inline.absolute), ...bold, figure: figure.key };
  }
}

/** The words of a heading that people wrote, as contents and bookmarks have them, with the marks of its footnotes. */
export function headingText(runs: readonly Run[]): string {
  const text = runs.map((run) => run.text + (run.note === undefined ? '' : raiseMark(run.note))).join('');
  return text.replace(/\s+/g, ' ').trim();
}

function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  const text = last?.figure !== undefined && endsTwice(last.text, run.text) ? run.text.slice(1) : run.text;
  if (text !== '') runs.push({ ...run, text });
}

function isBlank(runs: readonly Run[]): boolean {
  return runs.every(({ text, note }) => text.trim() === '' && note === undefined);
}
