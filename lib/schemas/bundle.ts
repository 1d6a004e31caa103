import { z } from 'zod';
import { EDITIONS } from '#lib/domain/report-version.ts';

/** What the reports of a year can be had as, all at once: the four formats of one report, the web edition, the cover note. */
export const BUNDLE_FORMATS = ['pdf', 'xlsx', 'docx', 'web', 'html', 'json'] as const;
export type BundleFormat = (typeof BUNDLE_FORMATS)[number];

/** What is asked for twice is made once: an archive holds no name twice. */
function once<T>(values: T[]): T[] {
  return [...new Set(values)];
}

export const bundleInput = z.object({
  year: z.int().min(1900).max(2199),
  /** Codes; null: all that the actor may see. */
  committees: z.array(z.string().min(1).max(60)).min(1).max(500).overwrite(once).nullable(),
  formats: z.array(z.enum(BUNDLE_FORMATS)).min(1).overwrite(once),
  edition: z.enum(EDITIONS),
  /** Take the newest frozen version of a report where there is one, instead of what it says now. */
  frozen: z.boolean(),
});
export type BundleInput = z.infer<typeof bundleInput>;
