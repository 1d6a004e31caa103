import { z } from 'zod';
import {
  type Choice,
  type Inline,
  isEmptyText,
  TEXT_PLACES,
  type TextBlock,
  type TextDocument,
} from '#lib/domain/report-text.ts';
import { typedOn } from './draft.ts';
import { date, givenName, longText } from './fields.ts';

/** Bounds that no honest text comes near: what is stored must stay quick to lay out. */
const MOST_SIGNS = 20_000;
/** A word that no line holds is broken sign by sign, each time with all that is left of it measured anew. */
const LONGER_WORD = /\S{2001}/;
const MOST_BLOCKS = 500;
const MOST_PARTS = 2_000;
const MOST_ROWS = 100;
const MOST_COLUMNS = 12;
/** All of a text together, as it is stored. In characters: some hundred pages. */
const MOST_STORED = 400_000;

const CONTROLS = /(?![\t\n])\p{Cc}/gu;

/** Without what no file can hold: half a sign, and control characters other than tab and line break. */
const toHoldable = (text: string) => text.toWellFormed().replace(CONTROLS, '');

const words = z
  .string()
  .max(MOST_SIGNS, { error: 'too-long' })
  .overwrite(toHoldable)
  .refine((text) => !LONGER_WORD.test(text), { error: 'too-long' });
/** Where no figure has it, it is printed as it is. */
const key = z.string().max(200).overwrite(toHoldable).min(1);
const isBold = z.literal(true).optional();

/** Only what a reader can follow from paper and screen; never a script. */
const link = z
  .string()
  .max(2_000, { error: 'too-long' })
  .overwrite(toHoldable)
  .regex(/^(?:https?:\/\/|mailto:)\S+$/i, { error: 'bad-link' });

const choice: z.ZodType<Choice> = z.discriminatedUnion('by', [
  z.object({ by: z.literal('change'), rise: words, fall: words, none: words }),
  z.object({ by: z.literal('number'), one: words, other: words, none: words }),
]);

const text = z.object({ kind: z.literal('text'), text: words, bold: isBold, link: link.optional() });
const figure = z.object({
  kind: z.literal('figure'),
  key,
  unit: z.enum(['usual', 'kr.', 't.kr.', 'mio. kr.']),
  absolute: z.literal(true).optional(),
  bold: isBold,
});
const chosen = z.object({ kind: z.literal('choice'), key, choice, bold: isBold });
/** A footnote has no footnotes of its own. */
const footnote = z.object({
  kind: z.literal('footnote'),
  content: z.array(z.discriminatedUnion('kind', [text, figure, chosen])).max(MOST_PARTS),
});
const line: z.ZodType<Inline[]> = z
  .array(z.discriminatedUnion('kind', [text, figure, chosen, footnote]))
  .max(MOST_PARTS, { error: 'too-long' }) as z.ZodType<Inline[]>;

const block: z.ZodType<TextBlock> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), content: line }),
  z.object({ kind: z.literal('heading'), level: z.union([z.literal(1), z.literal(2)]), content: line }),
  z.object({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(line).max(MOST_BLOCKS) }),
  z.object({
    kind: z.literal('table'),
    head: z.boolean(),
    rows: z.array(z.array(line).max(MOST_COLUMNS)).max(MOST_ROWS),
  }),
]) as z.ZodType<TextBlock>;

/** A text of the report, as a page hands it in and as it is stored. One that says nothing has no blocks. */
export const textDocument: z.ZodType<TextDocument> = z
  .array(block)
  .max(MOST_BLOCKS, { error: 'too-long' })
  .refine((blocks) => JSON.stringify(blocks).length <= MOST_STORED, { error: 'too-long' })
  .overwrite((blocks) => (isEmptyText(blocks) ? [] : blocks));

/** A text of a year's report: which, and whose ('' for the one of all committees). */
export const textSpot = z.object({
  fiscalYear: z.number().int().min(1900).max(2999),
  owner: givenName,
  place: z.enum(TEXT_PLACES),
});
export type TextSpot = z.infer<typeof textSpot>;

/** The version of a text that a page showed: 0 where nobody had written it. */
const version = z.number().int().min(0);
const wordsNeeded = longText.min(1, { error: 'required' });

/** What a page hands in of a text that is to be stored. `version`: the one that the person began from. */
export const textInput = textSpot.extend({ version, document: textDocument });

/** What is kept of a text while it is not saved. */
export const keptTextContent = z.object({
  document: textDocument,
  /** What was stored when the draft began. */
  base: textDocument,
  on: typedOn,
});
export type KeptTextContent = z.infer<typeof keptTextContent>;

export const textDraftInput = textSpot.extend({
  /** The version of the text that `base` is. */
  version,
  content: keptTextContent,
  /** When the draft that this one continues was kept (ISO time); null where the page knows of none. */
  continues: z.iso.datetime().nullable(),
});
export type TextDraftInput = z.input<typeof textDraftInput>;

/** A draft of a text as it is kept. */
export interface KeptTextDraft {
  version: number;
  /** ISO time, UTC */
  at: string;
  content: KeptTextContent;
}

/** A text as it was seen: what is done to it is done only to that. */
export const seenText = textSpot.extend({ version });

export const textReturn = seenText.extend({ reason: wordsNeeded });

/** `restore`: the older version that is to stand again. */
export const textRestoration = seenText.extend({ restore: z.number().int().min(1) });

/** All texts of one owner in a year. */
export const textsOfOwner = textSpot.omit({ place: true });

/** Who is to write a text, and by when; null: nobody, and no day. */
export const textAssignment = textSpot.extend({ personId: givenName.nullable(), deadline: date.nullable() });

/** A number typed into a text, as it is written and with the words around it. */
export const looseNumber = textSpot.extend({
  number: givenName.min(1, { error: 'required' }),
  context: z.string().max(1_000, { error: 'too-long' }),
});

export const acknowledgementInput = looseNumber.extend({ reason: wordsNeeded });

/** A page on which a text is open says so, now and then. */
export const textPresence = textSpot.extend({
  tab: z.string().min(1).max(60),
  typing: z.boolean(),
  /** The text is being left. */
  leaves: z.boolean().default(false),
});

const writers = z.array(z.string());

/** The ids of everyone who wrote on a text since it was last approved. */
export function readWriters(text: string): string[] {
  return writers.parse(JSON.parse(text));
}
