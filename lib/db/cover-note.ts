import { storedTemplate } from '#lib/schemas/cover-note.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { ReadDb, WriteDb } from './store.ts';

const COVER_NOTE = 'coverNote';

/** The municipality's own template of the cover note. */
export interface KeptTemplate {
  name: string;
  bytes: Uint8Array;
}

/** The municipality's own template; null: the program's is used. */
export async function readCoverNoteTemplate(db: ReadDb | WriteDb): Promise<KeptTemplate | null> {
  const stored = await readSetting(db, COVER_NOTE);
  const template = stored === null ? null : storedTemplate.parse(JSON.parse(stored));
  return template && { name: template.name, bytes: new Uint8Array(Buffer.from(template.base64, 'base64')) };
}

export async function writeCoverNoteTemplate(tx: WriteDb, template: KeptTemplate | null): Promise<void> {
  const kept = template && { name: template.name, base64: Buffer.from(template.bytes).toString('base64') };
  await writeSetting(tx, COVER_NOTE, JSON.stringify(kept));
}
