import { z } from 'zod';

/** The end of a trail as `afstemt head` prints it. */
export const trailHead = z.object({
  id: z.number().int().min(0),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string(),
});
