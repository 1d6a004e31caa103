import type { ReadDb, WriteDb } from './store.ts';

/** What is remembered of a person under a key; null: nothing. */
export async function readPersonSetting(db: ReadDb | WriteDb, personId: string, key: string): Promise<string | null> {
  return (await db.personSetting.findUnique({ where: { personId_key: { personId, key } } }))?.value ?? null;
}

export async function writePersonSetting(tx: WriteDb, personId: string, key: string, value: string): Promise<void> {
  await tx.personSetting.upsert({
    where: { personId_key: { personId, key } },
    create: { personId, key, value },
    update: { value },
  });
}
