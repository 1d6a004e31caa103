import { USUAL_WARNING_MONTHS } from '#lib/domain/limitation.ts';
import type { Installation } from '#lib/domain/municipality.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** What an installation says before anybody has told it better. */
const DEFAULTS: Installation = {
  municipality: 'Kommunen',
  serviceCentreCode: 'KS',
  serviceCentreName: 'Servicecentret',
  erpSystem: '',
  debtorSystem: '',
};

/** The installation's settings; the defaults where none are stored. */
export async function readInstallation(db: ReadDb | WriteDb): Promise<Installation> {
  // Others among the settings hold whole files.
  const rows = await db.setting.findMany({ where: { key: { in: Object.keys(DEFAULTS) } } });
  const stored = new Map(rows.map(({ key, value }) => [key, value]));
  const entries = Object.entries(DEFAULTS).map(([key, value]) => [key, stored.get(key) ?? value]);
  return Object.fromEntries(entries) as unknown as Installation;
}

export async function writeInstallation(tx: WriteDb, installation: Installation): Promise<void> {
  for (const [key, value] of Object.entries(installation)) await writeSetting(tx, key, value);
}

/** Follow-up in øre (of its absolute value) above which a reconciliation takes two approvers: 1.000.000 kr. until somebody says otherwise. */
const TWO_APPROVERS_ABOVE = { key: 'twoApproversAbove', unlessSet: 100_000_000n };

export async function readTwoApproversAbove(db: ReadDb | WriteDb): Promise<bigint> {
  const value = await readSetting(db, TWO_APPROVERS_ABOVE.key);
  return value === null ? TWO_APPROVERS_ABOVE.unlessSet : BigInt(value);
}

export async function writeTwoApproversAbove(tx: WriteDb, amount: bigint): Promise<void> {
  await writeSetting(tx, TWO_APPROVERS_ABOVE.key, amount.toString());
}

const WARNING_MONTHS = 'limitation.warningMonths';

/** Months before a claim is barred at which it is warned of. */
export async function readWarningMonths(db: ReadDb | WriteDb): Promise<number> {
  const kept = await readSetting(db, WARNING_MONTHS);
  return kept === null ? USUAL_WARNING_MONTHS : Number(kept);
}

export async function writeWarningMonths(tx: WriteDb, months: number): Promise<void> {
  await writeSetting(tx, WARNING_MONTHS, String(months));
}

/** The text kept under a key; null where there is none. */
export async function readSetting(db: ReadDb | WriteDb, key: string): Promise<string | null> {
  return (await db.setting.findUnique({ where: { key } }))?.value ?? null;
}

export async function writeSetting(tx: WriteDb, key: string, value: string): Promise<void> {
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
}
