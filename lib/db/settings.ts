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
  const rows = await db.setting.findMany();
  const stored = new Map(rows.map(({ key, value }) => [key, value]));
  const entries = Object.entries(DEFAULTS).map(([key, value]) => [key, stored.get(key) ?? value]);
  return Object.fromEntries(entries) as unknown as Installation;
}

export async function writeInstallation(tx: WriteDb, installation: Installation): Promise<void> {
  for (const [key, value] of Object.entries(installation)) {
    await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } });
  }
}
