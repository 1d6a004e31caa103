import { z } from 'zod';
import { type AttachmentTarget, DOCUMENT_KINDS, type DocumentSearch, SEARCH_OUTCOMES } from '#lib/domain/attachment.ts';
import { typedText } from './fields.ts';

const periodId = z.string().max(20);
const account = z.string().min(1).max(50);

/** What a document is to be attached to. */
export const attachmentTarget: z.ZodType<AttachmentTarget, unknown> = z.discriminatedUnion('target', [
  z.object({ target: z.literal('account'), periodId, account }),
  z.object({ target: z.literal('finding'), periodId, account, committee: z.string().min(1).max(50) }),
  z.object({ target: z.literal('item'), periodId, account, itemKey: z.string().min(1).max(100) }),
  z.object({ target: z.literal('transferControl'), periodId, lineId: z.number().int() }),
  z.object({ target: z.literal('registerLine'), periodId, lineId: z.number().int() }),
]);

export const attachmentRemoval = z.object({
  id: z.number().int().positive(),
  reason: typedText.min(1, { error: 'required' }).max(1000, { error: 'too-long' }),
});

export const documentKind = z.enum(DOCUMENT_KINDS);
export const attachmentTargetName = z.enum(['account', 'finding', 'item', 'transferControl', 'registerLine']);

const storedSearch: z.ZodType<DocumentSearch, unknown> = z.object({
  outcome: z.enum(SEARCH_OUTCOMES),
  count: z.number().int(),
  found: z.array(
    z.object({
      place: z.discriminatedUnion('in', [
        z.object({ in: z.literal('name') }),
        z.object({ in: z.literal('line'), line: z.number() }),
        z.object({ in: z.literal('page'), page: z.number() }),
        z.object({ in: z.literal('paragraph'), paragraph: z.number() }),
        z.object({ in: z.literal('cell'), sheet: z.string(), cell: z.string() }),
        z.object({ in: z.literal('part'), part: z.string() }),
      ]),
      masked: z.string(),
      nearCertain: z.boolean(),
    }),
  ),
});

/** What the search for CPR numbers found, as it is stored. @throws where it is none: a fault of the program */
export function readSearch(text: string): DocumentSearch {
  return storedSearch.parse(JSON.parse(text));
}
