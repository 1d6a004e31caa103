import type { Account, Assignment, Responsibility } from '#lib/domain/account.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import type { Period, PeriodStatus } from '#lib/domain/period.ts';
import {
  type ConfirmableRegister,
  REGISTERS,
  type Register,
  type RegisterLine,
  type RegisterLines,
} from '#lib/domain/register.ts';
import { readRegisterContent } from '#lib/schemas/stored.ts';
import { loadDocumentation } from './documentation.ts';
import { loadReconciliations } from './load-reconciliations.ts';
import { findYearStatus } from './periods.ts';
import { loadSharing } from './sharing.ts';
import type { ReadDb, WriteDb } from './store.ts';

type Db = ReadDb | WriteDb;

/** How many times the store has been written to: what was read at a revision is true while it stands. */
export async function getRevision(db: Db): Promise<number> {
  return (await db.store.findUniqueOrThrow({ where: { id: 1 } })).revision;
}

/** Everything of `period`, with the registers of its fiscal year. A period that nothing was imported into is empty. */
export async function loadState(db: Db, period: Period): Promise<MunicipalityState> {
  const unitsOf = await findOrganisationYear(db, period.fiscalYear);
  const [
    committees,
    administrations,
    functions,
    stored,
    yearStatus,
    accounts,
    responsibilities,
    reconciliations,
    assignments,
    sharing,
    documentation,
    registers,
    confirmations,
  ] = await Promise.all([
    db.committee.findMany({ where: { fiscalYear: unitsOf }, orderBy: { position: 'asc' } }),
    db.administration.findMany({ where: { fiscalYear: unitsOf }, orderBy: { position: 'asc' } }),
    db.imFunction.findMany({ where: { fiscalYear: period.fiscalYear }, orderBy: { code: 'asc' } }),
    db.period.findUnique({ where: { id: period.id } }),
    findYearStatus(db, period.fiscalYear),
    loadAccounts(db, period),
    loadResponsibilities(db, period),
    loadReconciliations(db, period.id),
    loadAssignments(db, period),
    loadSharing(db, period.id),
    loadDocumentation(db, period.id),
    loadRegisters(db, period.fiscalYear),
    db.noneConfirmation.findMany({ where: { fiscalYear: period.fiscalYear } }),
  ]);
  return {
    period,
    periodStatus: (stored?.status ?? 'open') as PeriodStatus,
    yearStatus,
    committees: committees.map(({ code, name }) => ({ code, name })),
    administrations: administrations.map(({ code, name, committeeCode }) => ({ code, name, committee: committeeCode })),
    functions: functions.map(({ code, name }) => ({ code, name })),
    accounts,
    responsibilities,
    reconciliations,
    assignments,
    sharing,
    documentation,
    registers,
    confirmations: confirmations.map((row) => ({
      register: row.register as ConfirmableRegister,
      committee: row.committeeCode,
      confirmedBy: row.confirmedBy,
      confirmedAt: row.confirmedAt,
    })),
    control:
      stored?.controlCount != null && stored.controlSum != null
        ? { count: stored.controlCount, sum: stored.controlSum }
        : null,
  };
}

async function loadAccounts(db: Db, period: Period): Promise<Account[]> {
  return db.account.findMany({
    where: { periodId: period.id },
    select: { number: true, name: true, imFunction: true, balance: true },
    orderBy: { number: 'asc' },
  });
}

async function loadResponsibilities(db: Db, period: Period): Promise<Map<string, Responsibility>> {
  const rows = await db.responsibility.findMany({ where: { periodId: period.id } });
  return new Map(
    rows.map((row) => [
      row.accountNumber,
      {
        account: row.accountNumber,
        reconciledBy: row.reconciledBy,
        committee: row.committeeCode,
        administration: row.administrationCode,
        separately: row.separately,
      },
    ]),
  );
}

async function loadAssignments(db: Db, period: Period): Promise<Map<string, Assignment>> {
  const rows = await db.assignment.findMany({ where: { periodId: period.id } });
  return new Map(
    rows.map(({ accountNumber: account, personId, deadline }) => [account, { account, personId, deadline }]),
  );
}

/** The year whose organisation holds in `fiscalYear`: its own, or that of the last year before it that has one. */
export async function findOrganisationYear(db: Db, fiscalYear: number): Promise<number> {
  const row = await db.committee.findFirst({
    where: { fiscalYear: { lte: fiscalYear } },
    select: { fiscalYear: true },
    orderBy: { fiscalYear: 'desc' },
  });
  return row?.fiscalYear ?? fiscalYear;
}

async function loadRegisters(db: Db, fiscalYear: number): Promise<RegisterLines> {
  const rows = await db.registerLine.findMany({ where: { fiscalYear }, orderBy: { id: 'asc' } });
  function linesOf<R extends Register>(register: R): RegisterLine<R>[] {
    return rows
      .filter((row) => row.register === register)
      .map((row) => ({
        id: row.id,
        content: readRegisterContent(register, row.content),
        imported: row.imported === null ? null : readRegisterContent(register, row.imported),
        removed: row.removed,
        version: row.version,
      }));
  }
  return Object.fromEntries(REGISTERS.map((register) => [register, linesOf(register)])) as unknown as RegisterLines;
}
