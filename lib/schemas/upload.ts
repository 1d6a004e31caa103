import { z } from 'zod';
import { chosenMapping } from './mapping.ts';

/** With which choices a large file is to be read. */
export const uploadChoices = z.object({
  uploadId: z.string().max(100),
  periodId: z.string().max(20),
  amounts: z.enum(['da', 'en']).nullable(),
  /** Lines of the same account are added up; a mapping says so itself. */
  sumLines: z.boolean(),
  mapping: chosenMapping.nullable(),
});
