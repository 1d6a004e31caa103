import { type MappingContent, mappingContent } from '#lib/schemas/mapping.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** How the columns of a source's files are to be read, as somebody saved it. */
export interface StoredProfile {
  id: number;
  name: string;
  /** The headings that it was made for (lib/import/mapping/columns.ts, fingerprintOf). */
  fingerprint: string;
  content: MappingContent;
  personName: string;
  /** ISO time, UTC */
  at: string;
}

interface Row extends Omit<StoredProfile, 'content'> {
  content: string;
}

function toProfile({ id, name, fingerprint, content, personName, at }: Row): StoredProfile {
  return { id, name, fingerprint, content: mappingContent.parse(JSON.parse(content)), personName, at };
}

/** The newest first: of two for the same headings, that one is meant. */
export async function listProfiles(db: ReadDb | WriteDb): Promise<StoredProfile[]> {
  const rows = await db.mappingProfile.findMany({ orderBy: [{ at: 'desc' }, { id: 'desc' }] });
  return rows.map(toProfile);
}

/** The profile of that name; null where there is none. */
export async function findProfile(db: ReadDb | WriteDb, name: string): Promise<StoredProfile | null> {
  const row = await db.mappingProfile.findUnique({ where: { name } });
  return row && toProfile(row);
}

/** Saves a profile under its name, in the place of the one that had it. @returns its id */
export async function putProfile(tx: WriteDb, profile: Omit<StoredProfile, 'id'>): Promise<number> {
  const content = JSON.stringify(profile.content);
  const { kind } = profile.content;
  const row = { ...profile, content, kind };
  const { id } = await tx.mappingProfile.upsert({ where: { name: profile.name }, create: row, update: row });
  return id;
}

/** @returns false where there is no such profile */
export async function deleteProfile(tx: WriteDb, id: number): Promise<boolean> {
  const { count } = await tx.mappingProfile.deleteMany({ where: { id } });
  return count === 1;
}
