import type { SharingKey, SharingKind } from '#lib/domain/sharing.ts';
import { executeBulk, type ReadDb, type WriteDb } from './store.ts';

type Db = ReadDb | WriteDb;

const WITH_PARTS = { parts: { orderBy: { committeeCode: 'asc' } } } as const;

interface KeyRow {
  id: number;
  name: string;
  kind: string;
  version: number;
  parts: { committeeCode: string; weight: bigint }[];
}

function toKey({ id, name, kind, parts }: KeyRow): SharingKey {
  return {
    id,
    name,
    kind: kind as SharingKind,
    parts: parts.map(({ committeeCode, weight }) => ({ committee: committeeCode, weight })),
  };
}

/** The keys by which accounts of a period are shared, by account. */
export async function loadSharing(db: Db, periodId: string): Promise<Map<string, SharingKey>> {
  const rows = await db.sharedAccount.findMany({ where: { periodId }, include: { key: { include: WITH_PARTS } } });
  return new Map(rows.map(({ accountNumber, key }) => [accountNumber, toKey(key)]));
}

export interface StoredKey extends SharingKey {
  version: number;
}

/** The keys of a fiscal year, by name. */
export async function listSharingKeys(db: Db, fiscalYear: number): Promise<StoredKey[]> {
  const rows = await db.sharingKey.findMany({ where: { fiscalYear }, include: WITH_PARTS, orderBy: { name: 'asc' } });
  return rows.map((row) => ({ ...toKey(row), version: row.version }));
}

/** Adds a key. @returns its id */
export async function createSharingKey(tx: WriteDb, fiscalYear: number, key: Omit<SharingKey, 'id'>): Promise<number> {
  const { name, kind, parts } = key;
  const created = await tx.sharingKey.create({
    data: {
      fiscalYear,
      name,
      kind,
      version: 1,
      parts: { create: parts.map(({ committee, weight }) => ({ committeeCode: committee, weight })) },
    },
  });
  return created.id;
}

/** Changes a key that is still at `version`. @returns whether it was */
export async function updateSharingKey(
  tx: WriteDb,
  { id, name, kind, parts }: SharingKey,
  version: number,
): Promise<boolean> {
  const { count } = await tx.sharingKey.updateMany({
    where: { id, version },
    data: { name, kind, version: { increment: 1 } },
  });
  if (count !== 1) return false;
  await tx.sharingPart.deleteMany({ where: { keyId: id } });
  await tx.sharingPart.createMany({
    data: parts.map(({ committee, weight }) => ({ keyId: id, committeeCode: committee, weight })),
  });
  return true;
}

/** The locked periods in which accounts are shared by the key. */
export async function listLockedPeriodsOf(tx: WriteDb, keyId: number): Promise<string[]> {
  const rows = await tx.sharedAccount.findMany({
    where: { keyId, account: { period: { status: 'locked' } } },
    select: { periodId: true },
    distinct: ['periodId'],
    orderBy: { periodId: 'asc' },
  });
  return rows.map(({ periodId }) => periodId);
}

/** Removes a key that is still at `version` and that no account of any period is shared by. @returns whether it went */
export async function deleteSharingKey(tx: WriteDb, id: number, version: number): Promise<boolean> {
  const { count } = await tx.sharingKey.deleteMany({ where: { id, version, accounts: { none: {} } } });
  return count === 1;
}

/** Makes these and no other accounts of the period shared by the key. */
export async function shareAccounts(
  tx: WriteDb,
  periodId: string,
  keyId: number,
  accounts: readonly string[],
): Promise<void> {
  const numbers = JSON.stringify(accounts);
  await executeBulk(
    tx,
    `DELETE FROM "SharedAccount" WHERE "periodId" = ? AND "keyId" = ? AND "accountNumber" NOT IN (SELECT value FROM json_each(?))`,
    periodId,
    keyId,
    numbers,
  );
  await executeBulk(
    tx,
    `INSERT INTO "SharedAccount" ("periodId", "accountNumber", "keyId") SELECT ?, value, ? FROM json_each(?) WHERE true
     ON CONFLICT DO UPDATE SET "keyId" = excluded."keyId"`,
    periodId,
    keyId,
    numbers,
  );
}
