import { readInstallation } from '#lib/db/settings.ts';
import type { Store } from '#lib/db/store.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { type Period, parsePeriod } from '#lib/domain/period.ts';
import type { ParsedFile, PlanOptions } from '#lib/import/types.ts';
import { done, problem, type Result, refused } from './context.ts';
import type { ImportRequest } from './import-request.ts';
import { readKnownFiles } from './known-profiles.ts';
import { takeUploads, type Upload } from './upload-desk.ts';

export interface RequestedImport {
  period: Period;
  options: PlanOptions;
  parsed: ParsedFile[];
  /** Those of the files that were sent before. */
  uploads: readonly Upload[];
}

/** Reads the files of a request, with those that `actor` sent before. Bad files are read, too: their issues tell. */
export async function readRequestedImport(
  store: Store,
  actor: Actor,
  request: ImportRequest,
): Promise<Result<RequestedImport>> {
  const period = parsePeriod(request.periodId);
  if (!period) return refused([problem('bad-period', 'periodId', { value: request.periodId })]);
  const { serviceCentreCode } = await readInstallation(store.read);
  const options = { ...request.options, serviceCentreCode };
  const taken = takeUploads(store, actor.personId, request);
  if (taken === null) return refused([problem('upload-gone', 'files')]);
  const read = await readKnownFiles(store, request.files, options, period);
  const parsed = [...read, ...taken.map((one) => one.parsed)];
  return done({ period, options, parsed, uploads: taken.map(({ upload }) => upload) });
}
