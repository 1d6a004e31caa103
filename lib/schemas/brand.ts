import { z } from 'zod';
import type { Brand } from '#lib/domain/brand.ts';

const logo = z.object({
  type: z.enum(['image/png', 'image/jpeg']),
  base64: z.string(),
  width: z.int(),
  height: z.int(),
  alternativeText: z.string(),
});

/** The brand as it is kept among the settings. */
export const storedBrand: z.ZodType<Brand> = z.object({ colour: z.string().nullable(), logo: logo.nullable() });
