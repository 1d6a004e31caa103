import { z } from 'zod';
import { type Brand, contrastWithWhite, LEAST_CONTRAST } from '#lib/domain/brand.ts';
import { shortText } from './fields.ts';

const logo = z.object({
  type: z.enum(['image/png', 'image/jpeg']),
  base64: z.string(),
  width: z.int(),
  height: z.int(),
  alternativeText: z.string(),
});

/** The brand as it is kept among the settings. */
export const storedBrand: z.ZodType<Brand> = z.object({ colour: z.string().nullable(), logo: logo.nullable() });

/** The largest logo in bytes: a front page needs no more, and each report holds it. */
const LARGEST_LOGO = 400_000;

/** What a page hands in: the colour ('' for the product's own), and the logo: a new one, none (null), or as it is. */
export const brandInput = z.object({
  colour: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^(#[0-9a-f]{6})?$/, { error: 'not-a-colour' })
    .refine((colour) => !/^#[0-9a-f]{6}$/.test(colour) || contrastWithWhite(colour) >= LEAST_CONTRAST, {
      error: 'colour-too-light',
    }),
  logo: z.union([
    z.object({
      base64: z.base64({ error: 'not-a-logo' }).max(Math.ceil(LARGEST_LOGO / 3) * 4, { error: 'logo-too-large' }),
    }),
    z.null(),
    z.literal('kept'),
  ]),
  alternativeText: shortText,
});

export type BrandInput = z.input<typeof brandInput>;
