import { digestScope, findImage, type KeptImage } from '#lib/db/import-image.ts';
import { countUses, findBroughtCodes, listNotedAccounts } from '#lib/db/import-uses.ts';
import { findImportRecord, type ImportRecord, listLaterImports, listRestatingImports } from '#lib/db/imports.ts';
import { findStoredPeriod, findYearStatus, listCarriedInto } from '#lib/db/periods.ts';
import type { ReadDb, WriteDb } from '#lib/db/store.ts';
import { type Period, parsePeriod, refusalOf } from '#lib/domain/period.ts';

/** Something that stands on an import, so that it can no longer be taken back as a whole. */
export type Standing =
  /** Nothing was kept of how it was before: it is from before that was done, or larger than is kept. */
  | { kind: 'not-kept' }
  | { kind: 'period-closed'; periodId: string }
  | { kind: 'year-closed'; fiscalYear: number }
  /** Open items of the import's period were carried on. */
  | { kind: 'carried'; periodId: string }
  /** Accounts that are no longer as the import left them. */
  | { kind: 'accounts'; accounts: string[]; count: number }
  /** Accounts that it brought and that somebody wrote about. */
  | { kind: 'noted'; accounts: string[]; count: number }
  | { kind: 'organisation' }
  | { kind: 'registers' }
  /** Units and functions that it brought, and that other things name. */
  | { kind: 'uses'; accounts: number; registerLines: number; roles: number }
  /** Later imports, where what the import left is no longer so, or where they state the same anew. */
  | { kind: 'later-imports'; imports: number[] };

/** How many accounts are named of those that something stands on. */
const MOST_NAMED = 50;

export interface ImportStanding {
  record: ImportRecord;
  period: Period;
  /** null: nothing was kept. */
  kept: KeptImage | null;
  /** Empty: the import can be taken back. */
  standing: Standing[];
}

/** What stands on an import; null where there is no such import. */
export async function findImportStanding(db: ReadDb | WriteDb, importId: number): Promise<ImportStanding | null> {
  const record = await findImportRecord(db, importId);
  const period = record && parsePeriod(record.periodId);
  if (!record || !period) return null;
  const kept = await findImage(db, importId);
  if (!kept) return { record, period, kept, standing: [{ kind: 'not-kept' }] };
  const isOfYear = kept.scope.organisation || kept.scope.registers;
  const standing: Standing[] = [];
  const status = (await findStoredPeriod(db, period.id))?.status ?? 'open';
  if (refusalOf(status, true)) standing.push({ kind: 'period-closed', periodId: period.id });
  if (isOfYear && refusalOf(await findYearStatus(db, period.fiscalYear), false))
    standing.push({ kind: 'year-closed', fiscalYear: period.fiscalYear });
  if (kept.scope.accounts.length > 0)
    for (const periodId of await listCarriedInto(db, period.id)) standing.push({ kind: 'carried', periodId });

  const now = await digestScope(db, { ...kept.scope, period });
  const changed = Object.keys(kept.after).filter((key) => now[key] !== kept.after[key]);
  const accounts = changed.flatMap((key) => (key.startsWith('account/') ? [key.slice('account/'.length)] : []));
  const noted = [...new Set((await listNotedAccounts(db, period, kept)).map(({ account }) => account))].sort();
  if (accounts.length > 0)
    standing.push({ kind: 'accounts', accounts: accounts.slice(0, MOST_NAMED), count: accounts.length });
  if (noted.length > 0) standing.push({ kind: 'noted', accounts: noted.slice(0, MOST_NAMED), count: noted.length });
  if (changed.includes('organisation')) standing.push({ kind: 'organisation' });
  if (changed.includes('registers')) standing.push({ kind: 'registers' });
  if (kept.scope.organisation) {
    const uses = await countUses(db, period, kept, await findBroughtCodes(db, period, kept));
    if (uses.accounts + uses.registerLines + uses.roles > 0) standing.push({ kind: 'uses', ...uses });
  }
  // What a later file found as it states it is what that file says too, changed by it or not.
  const imports =
    standing.length > 0
      ? await listLaterImports(db, importId, period.fiscalYear)
      : await listRestatingImports(db, record);
  if (imports.length > 0) standing.push({ kind: 'later-imports', imports });
  return { record, period, kept, standing };
}
