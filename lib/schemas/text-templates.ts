import { z } from 'zod';
import { longText, shortText } from './fields.ts';

/** The fields of a plan that texts are kept for. */
const TEMPLATE_FIELDS = ['problem', 'activity', 'consequence'] as const;
export type TemplateField = (typeof TEMPLATE_FIELDS)[number];

/** A text to start from. `id` null: a new one; its name is not taken by another of the same field. */
export const textTemplateInput = z.object({
  id: z.number().int().nullable(),
  field: z.enum(TEMPLATE_FIELDS),
  name: shortText.min(1, { error: 'required' }),
  text: longText.min(1, { error: 'required' }),
});
export type TextTemplateInput = z.input<typeof textTemplateInput>;

export const textTemplateRemoval = z.object({ id: z.number().int() });
export type TextTemplateRemoval = z.input<typeof textTemplateRemoval>;
