import type { ReadDb, WriteDb } from './store.ts';

/** Kept under this key once the demo is whole; without it a stopped loader goes on where it was. */
const COMPLETE = 'demo';

/** Whether the demo loader made this database. */
export async function isDemo(db: ReadDb | WriteDb): Promise<boolean> {
  return (await db.store.findUniqueOrThrow({ where: { id: 1 } })).demo;
}

/** Marks an empty database as a demo. @returns whether there is something to load: into it, or the rest of a stopped load */
export async function claimForDemo(tx: WriteDb): Promise<boolean> {
  const mark = await tx.store.findUniqueOrThrow({ where: { id: 1 } });
  if (mark.demo) return (await tx.setting.count({ where: { key: COMPLETE } })) === 0;
  const [events, settings] = await Promise.all([tx.auditEvent.count(), tx.setting.count()]);
  if (events + settings > 0) return false;
  await tx.store.update({ where: { id: 1 }, data: { demo: true } });
  return true;
}

/** Notes that the demo is whole. */
export async function completeDemo(tx: WriteDb): Promise<void> {
  await tx.setting.upsert({ where: { key: COMPLETE }, create: { key: COMPLETE, value: 'complete' }, update: {} });
}
