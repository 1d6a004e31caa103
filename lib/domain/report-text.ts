import type { IsoDate } from './date.ts';

/** The places for text in the report, in the report's order (product.md, the annual report of a committee). */
export const TEXT_PLACES = [
  'indledning',
  'afstemte-konti',
  'kategorier',
  'aeldre-end-et-aar',
  'balancen',
  'aendret-regnskabspraksis',
  'opmaerksomhedspunkter',
  'poster-til-opfoelgning',
  'handleplaner',
  'dataoverfoersler',
  'afskrivninger',
  'periodiserede-poster',
  'egenkapital',
] as const;
export type TextPlace = (typeof TEXT_PLACES)[number];

/** Whose text it is: one committee's own (its code), or `''`, written once by the centre for every committee's report. */
export type TextOwner = string;
export const SHARED: TextOwner = '';

/** How a bound figure is written: as the report prints it with its unit, or in another unit, rounded by itself. */
export type FigureUnit = 'usual' | 'kr.' | 't.kr.' | 'mio. kr.';

/** Words that follow the sign of a change, or the number of things. */
export type Choice =
  | { by: 'change'; rise: string; fall: string; none: string }
  | { by: 'number'; one: string; other: string; none: string };

export type Inline =
  | { kind: 'text'; text: string; bold?: true; link?: string }
  /** A figure of the model, bound by its key (product.md, rule 12). `absolute`: without its sign, after a word that says it. */
  | { kind: 'figure'; key: string; unit: FigureUnit; absolute?: true; bold?: true }
  | { kind: 'choice'; key: string; choice: Choice; bold?: true }
  | { kind: 'footnote'; content: Inline[] };

/** A text as it is written: paragraphs, headings, lists and small tables. A table's first row is its head where `head`. */
export type TextBlock =
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'heading'; level: 1 | 2; content: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] }
  | { kind: 'table'; head: boolean; rows: Inline[][][] };
export type TextDocument = TextBlock[];

/** Whether a text says nothing at all: it prints nothing, and is no text that anybody must finish. */
export function isEmptyText(document: TextDocument): boolean {
  return document.every((block) => linesOfBlock(block).every((line) => line.every(isEmptyInline)));
}

function linesOfBlock(block: TextBlock): Inline[][] {
  if (block.kind === 'list') return block.items;
  return block.kind === 'table' ? block.rows.flat() : [block.content];
}

function isEmptyInline(inline: Inline): boolean {
  if (inline.kind === 'footnote') return inline.content.every(isEmptyInline);
  return inline.kind === 'text' && inline.text.trim() === '';
}

/** draft: being written; ready: its writer is done; approved: somebody else has read it and agrees. */
export const TEXT_STATUSES = ['draft', 'ready', 'approved'] as const;
export type TextStatus = (typeof TEXT_STATUSES)[number];

/** A text of a year's report as it stands. */
export interface ReportText {
  fiscalYear: number;
  owner: TextOwner;
  place: TextPlace;
  document: TextDocument;
  /** 0: somebody is to write it, and nobody has. */
  version: number;
  status: TextStatus;
  /** The year whose text it was taken over from, while nobody has changed a word of it since; null otherwise. */
  unchangedSince: number | null;
  updatedByName: string;
  /** ISO time, UTC; '' while nobody has written it. */
  updatedAt: string;
  assigneeId: string | null;
  deadline: IsoDate | null;
}

/** A person's word that a number typed into a text is right although the report has no such figure. */
export interface Acknowledgement {
  owner: TextOwner;
  place: TextPlace;
  /** The number as written, with its unit, and the words around it: elsewhere, or in other words, it is looked at anew. */
  number: string;
  context: string;
  reason: string;
  personName: string;
  /** ISO time, UTC */
  at: string;
}
