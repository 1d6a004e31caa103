import type { Period } from '#lib/domain/period.ts';
import { type KeptImage, keysOf } from './import-image.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** Codes of units and functions that an import brought. */
export interface BroughtCodes {
  committees: string[];
  administrations: string[];
  functions: string[];
}

/** The codes that hold now and did not before the import. */
export async function findBroughtCodes(db: ReadDb | WriteDb, period: Period, kept: KeptImage): Promise<BroughtCodes> {
  const where = { fiscalYear: period.fiscalYear };
  const select = { code: true } as const;
  const [committees, administrations, functions] = await Promise.all([
    db.committee.findMany({ where, select }),
    db.administration.findMany({ where, select }),
    db.imFunction.findMany({ where, select }),
  ]);
  function brought(now: readonly { code: string }[], table: 'Committee' | 'Administration' | 'ImFunction'): string[] {
    const before = new Set(keysOf(kept.before, table));
    return now.map(({ code }) => code).filter((code) => !before.has(code));
  }
  return {
    committees: brought(committees, 'Committee'),
    administrations: brought(administrations, 'Administration'),
    functions: brought(functions, 'ImFunction'),
  };
}

/** How many things outside the import's own accounts name one of the codes: accounts, register lines, roles. */
export async function countUses(
  db: ReadDb | WriteDb,
  period: Period,
  kept: KeptImage,
  codes: BroughtCodes,
): Promise<{ accounts: number; registerLines: number; roles: number }> {
  const own = new Set(kept.scope.accounts);
  const inYear = { period: { fiscalYear: period.fiscalYear } };
  const units = [...codes.administrations, ...codes.committees];
  const [byFunction, byUnit, byFinding, registerLines, roles] = await Promise.all([
    db.account.findMany({
      where: { ...inYear, imFunction: { in: codes.functions } },
      select: { periodId: true, number: true },
    }),
    db.responsibility.findMany({
      where: {
        account: inYear,
        OR: [
          { committeeCode: { in: codes.committees } },
          { administrationCode: { in: codes.administrations } },
          { reconciledBy: { in: codes.administrations } },
        ],
      },
      select: { periodId: true, accountNumber: true },
    }),
    db.finding.findMany({
      where: { reconciliation: { account: inYear }, committeeCode: { in: codes.committees } },
      select: { periodId: true, accountNumber: true },
    }),
    kept.scope.registers
      ? 0
      : db.registerLine.count({ where: { fiscalYear: period.fiscalYear, committeeCode: { in: codes.committees } } }),
    db.roleGrant.count({ where: { unitCode: { in: units } } }),
  ]);
  const named = [
    ...byFunction.map(({ periodId, number }) => ({ periodId, number })),
    ...[...byUnit, ...byFinding].map(({ periodId, accountNumber: number }) => ({ periodId, number })),
  ].filter(({ periodId, number }) => periodId !== period.id || !own.has(number));
  return { accounts: new Set(named.map(({ periodId, number }) => `${periodId}/${number}`)).size, registerLines, roles };
}

/** What was written on accounts that the import brought: they have comments or documents, which would lose their account. */
export async function listNotedAccounts(
  db: ReadDb | WriteDb,
  period: Period,
  kept: KeptImage,
): Promise<{ account: string; kind: 'comment' | 'attachment' }[]> {
  const before = new Set(keysOf(kept.before, 'Account'));
  const brought = new Set(kept.scope.accounts.filter((number) => !before.has(number)));
  const where = { periodId: period.id };
  const [comments, attachments] = await Promise.all([
    db.comment.findMany({ where, select: { accountNumber: true }, distinct: ['accountNumber'] }),
    db.attachment.findMany({
      where: { ...where, removedAt: null },
      select: { accountNumber: true },
      distinct: ['accountNumber'],
    }),
  ]);
  const noted = (rows: readonly { accountNumber: string | null }[], kind: 'comment' | 'attachment') =>
    rows.flatMap(({ accountNumber }) =>
      accountNumber !== null && brought.has(accountNumber) ? [{ account: accountNumber, kind }] : [],
    );
  return [...noted(comments, 'comment'), ...noted(attachments, 'attachment')];
}
