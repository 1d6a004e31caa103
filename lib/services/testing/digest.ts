import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Store } from '#lib/db/store.ts';

type Row = Record<string, unknown>;

/** What telling of a reading leaves behind, which no refusal need be without. */
const TELLS_OF_READING: ReadonlySet<unknown> = new Set(['read', 'refuse']);

/**
 * SHA-256 of all that is stored: every row of every table, and every file beside the database. Left out are the count
 * of reads and the events that tell of a reading or a refusal; `withTrail` false: all events.
 */
export async function digestOf({ read, folder }: Store, withTrail = true): Promise<string> {
  const digest = createHash('sha256');
  const tables = await read.$queryRawUnsafe<{ name: string }[]>(
    `SELECT "name" FROM "sqlite_master" WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite%' ORDER BY "name"`,
  );
  for (const { name } of tables) {
    if (name === 'AuditEvent' && !withTrail) continue;
    const rows = await read.$queryRawUnsafe<Row[]>(`SELECT * FROM "${name}"`);
    const kept = rows
      .filter(({ action }) => name !== 'AuditEvent' || !TELLS_OF_READING.has(action))
      .map((row) => (name === 'Store' ? { ...row, touched: null } : row));
    digest.update(`${name}${textOf(kept)}`);
  }
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (file.startsWith('afstemt.db')) continue;
    // What was rendered of it lies there for a day; nothing refers to it.
    if (file.startsWith(`exports${path.sep}`)) continue;
    const entry = path.join(folder, file);
    // A folder holds what its files are.
    if (statSync(entry).isDirectory()) continue;
    digest.update(file);
    digest.update(readFileSync(entry));
  }
  return digest.digest('hex');
}

/** All that an answer says as one text, files opened: what is not in it was not told. */
export function textOf(answer: unknown): string {
  return JSON.stringify({ answer }, function (this: Record<string, unknown>, key: string, value: unknown) {
    // A Buffer has already become something else in `value`.
    const own = this[key];
    if (own instanceof Uint8Array) return fileText(own);
    if (typeof own === 'bigint') return `${own}`;
    if (own instanceof Map || own instanceof Set) return [...own];
    return value;
  });
}

function fileText(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return new TextDecoder().decode(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
    .join('\n');
}
