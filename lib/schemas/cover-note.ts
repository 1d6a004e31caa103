import { z } from 'zod';
import { shortText } from './fields.ts';

/** The largest template of a cover note in bytes, and what may come out of it: it is Word's own packing of a page or two. */
const LARGEST_TEMPLATE = 1_000_000;
export const LARGEST_UNPACKED = 20_000_000;

/** The municipality's own template as it is kept among the settings. */
export const storedTemplate = z.object({ name: z.string(), base64: z.string() }).nullable();

/** What a page hands in: a document of Word's, or null for the program's own template. */
export const templateInput = z
  .object({
    name: shortText.min(1, { error: 'required' }),
    base64: z
      .base64({ error: 'not-a-template' })
      .max(Math.ceil(LARGEST_TEMPLATE / 3) * 4, { error: 'template-too-large' }),
  })
  .nullable();
export type TemplateInput = z.infer<typeof templateInput>;
