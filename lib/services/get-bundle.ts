import { z } from 'zod';
import { readExport } from '#lib/db/exports.ts';
import { EDITIONS } from '#lib/domain/report-version.ts';
import type { Context } from './context.ts';
import type { ExportedFile } from './export-report.ts';
import { maySeeClosed } from './get-report.ts';
import { bundleKey } from './make-bundle.ts';
import { findKnownReport } from './read-current-report.ts';

const keptBundle = z.object({
  fileName: z.string(),
  year: z.int(),
  edition: z.enum(EDITIONS),
  committees: z.array(z.string()),
});

/** The archive that the actor had made, while they may still see all that is in it; null: there is none. */
export async function getBundle(context: Context, id: string): Promise<ExportedFile | null> {
  if (!/^[0-9a-f]{64}$/.test(id)) return null;
  const key = bundleKey(context.actor.personId, id);
  const told = await readExport(context.store, `${key}.json`);
  if (!told) return null;
  const { fileName, year, edition, committees } = keptBundle.parse(JSON.parse(told.toString('utf8')));
  for (const committee of committees) {
    const known = await findKnownReport(context, year, committee);
    if (!known || (edition === 'closed' && !maySeeClosed(context, known.state, committee))) return null;
  }
  const bytes = await readExport(context.store, key);
  return bytes && { fileName, contentType: 'application/zip', bytes };
}
