import { z } from 'zod';
import { mappingContent } from './mapping.ts';

/** With which choices a large file is to be read. */
export const uploadChoices = z.object({
  uploadId: z.string().max(100),
  periodId: z.string().max(20),
  amounts: z.enum(['da', 'en']).nullable(),
  /** Lines of the same account are added up; a mapping says so itself. */
  sumLines: z.boolean(),
  mapping: z
    .object({
      name: z.string().max(200),
      content: mappingContent,
      headerRow: z.number().int().positive().nullable(),
      fingerprint: z.string().max(10_000),
    })
    .nullable(),
});
