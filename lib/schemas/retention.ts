import { z } from 'zod';
import { LONGEST_TERM, MATERIALS, SHORTEST_TERMS, type Terms } from '#lib/domain/retention.ts';

/** Terms as they are handed in: none shorter than it may be. */
export const termsInput: z.ZodType<Terms, unknown> = z.object(
  Object.fromEntries(
    MATERIALS.map((material) => [
      material,
      z
        .number({ error: 'not-a-count' })
        .int({ error: 'not-a-count' })
        .min(SHORTEST_TERMS[material], { error: 'term-too-short' })
        .max(LONGEST_TERM, { error: 'term-too-long' }),
    ]),
  ) as Record<(typeof MATERIALS)[number], z.ZodNumber>,
);

export const disposalRequest = z.object({ material: z.enum(MATERIALS) });

export const disposalChoice = z.object({ id: z.number().int().positive() });

/** What a disposal took, as it is stored. */
export const disposalList = z.object({
  counts: z.record(z.string(), z.number()),
  things: z.array(z.string()),
  hands: z.array(z.string()),
});
