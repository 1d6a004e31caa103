import { z } from 'zod';
import type { Choice, Inline, TextBlock, TextDocument } from '#lib/domain/report-text.ts';

/** Bounds that no honest text comes near: what is stored must stay quick to lay out. */
const MOST_SIGNS = 20_000;
const MOST_BLOCKS = 500;
const MOST_PARTS = 2_000;
const MOST_ROWS = 100;
const MOST_COLUMNS = 12;

const words = z.string().max(MOST_SIGNS, { error: 'too-long' });
const key = z.string().min(1).max(200);
const isBold = z.literal(true).optional();

/** Only what a reader can follow from paper and screen; never a script. */
const link = z
  .string()
  .max(2_000, { error: 'too-long' })
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

/** A text of the report, as a page hands it in and as it is stored. */
export const textDocument: z.ZodType<TextDocument> = z.array(block).max(MOST_BLOCKS, { error: 'too-long' });
