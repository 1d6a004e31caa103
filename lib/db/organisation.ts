import type { Organisation } from '#lib/domain/municipality.ts';
import { findOrganisationYear } from './state.ts';
import { executeBulk, type ReadDb, type WriteDb } from './store.ts';

/** What holds in the fiscal year: units from the last year that named any, functions of the year alone. */
export async function loadOrganisation(db: ReadDb | WriteDb, fiscalYear: number): Promise<Organisation> {
  const unitsOf = await findOrganisationYear(db, fiscalYear);
  const [committees, administrations, functions] = await Promise.all([
    db.committee.findMany({ where: { fiscalYear: unitsOf }, orderBy: { position: 'asc' } }),
    db.administration.findMany({ where: { fiscalYear: unitsOf }, orderBy: { position: 'asc' } }),
    db.imFunction.findMany({ where: { fiscalYear }, orderBy: { code: 'asc' } }),
  ]);
  return {
    committees: committees.map(({ code, name }) => ({ code, name })),
    administrations: administrations.map(({ code, name, committeeCode }) => ({ code, name, committee: committeeCode })),
    functions: functions.map(({ code, name }) => ({ code, name })),
  };
}

/** The fiscal years that have periods, newest first. */
export async function listFiscalYears(db: ReadDb): Promise<number[]> {
  const rows = await db.period.groupBy({ by: ['fiscalYear'], orderBy: { fiscalYear: 'desc' } });
  return rows.map(({ fiscalYear }) => fiscalYear);
}

/** Gives a year without functions a copy of another year's. @returns how many */
export async function ensureFunctions(tx: WriteDb, fiscalYear: number, fromYear: number): Promise<number> {
  if ((await tx.imFunction.count({ where: { fiscalYear } })) > 0) return 0;
  await executeBulk(
    tx,
    `INSERT INTO "ImFunction" ("fiscalYear", "code", "name") SELECT ?, "code", "name" FROM "ImFunction" WHERE "fiscalYear" = ?`,
    fiscalYear,
    fromYear,
  );
  return tx.imFunction.count({ where: { fiscalYear } });
}
