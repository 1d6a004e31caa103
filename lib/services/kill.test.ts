import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeReceivedFiles } from '#lib/db/received-files.ts';
import { openStore } from '#lib/db/store.ts';
import { ROOT } from './testing/demo-store.ts';

/**
 * Starts a writer in a process of its own, kills it `delay` ms after it has begun to write, and waits for its end.
 * Answers how long it wrote, in ms.
 */
function killWriter(script: string, folder: string, delay: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'testing', script), folder], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let timer: NodeJS.Timeout | undefined;
    let output = '';
    let begun = 0;
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      if (!output.includes('begin') || timer) return;
      begun = performance.now();
      timer = setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearTimeout(timer);
      if (signal !== 'SIGKILL' && code !== 0) reject(new Error(`the writer ended with ${code}: ${output}`));
      else resolve(performance.now() - begun);
    });
  });
}

function copy(source: string, name: string): string {
  const folder = path.join(base, name);
  cpSync(source, folder, { recursive: true });
  return folder;
}

/**
 * Kills a writer at `moments` moments, from its first to after its last, and goes on for as long as none lay after its
 * commit: `check` says of each folder whether all was there.
 */
async function killThroughout(script: string, tookMs: number, moments: number, check: (folder: string) => boolean) {
  const outcomes: boolean[] = [];
  for (let moment = 0; moment < moments || (moment < 5 * moments && !outcomes.includes(true)); moment += 1) {
    const folder = copy(empty, `${path.parse(script).name}-${moment}`);
    await killWriter(script, folder, (moment * 1.2 * tookMs) / moments);
    outcomes.push(check(folder));
    rmSync(folder, { recursive: true, force: true });
  }
  // The moments reach from before the first write to after the commit, else the test has proved nothing.
  expect(new Set(outcomes)).toEqual(new Set([true, false]));
}

function counts(folder: string, ...tables: string[]): number[] {
  const db = new Database(path.join(folder, 'afstemt.db'));
  try {
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    return tables.map((table) => (db.prepare(`SELECT count(*) AS n FROM "${table}"`).get() as { n: number }).n);
  } finally {
    db.close();
  }
}

const NEVER_MS = 600_000;

let base = '';
/** Folders to copy: a database in which nothing is, and one with the import; and how long that took, in ms. */
let empty = '';
let imported = '';
let importMs = 0;
beforeAll(async () => {
  base = mkdtempSync(path.join(tmpdir(), 'afstemt-kill-'));
  empty = path.join(base, 'empty');
  await openStore(empty, ROOT).close();
  imported = copy(empty, 'imported');
  importMs = await killWriter('write-import.ts', imported, NEVER_MS);
}, 300_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('SIGKILL', () => {
  it('at any moment of an import leaves all of it or nothing', { timeout: 300_000 }, async () => {
    await killThroughout('write-import.ts', importMs, 24, (folder) => {
      const [imports = 0, accounts = 0, verdicts = 0, findings = 0, lines = 0, events = 0] = counts(
        folder,
        'Import',
        'Account',
        'Reconciliation',
        'Finding',
        'RegisterLine',
        'AuditEvent',
      );
      expect([imports, accounts, verdicts, findings, lines]).toEqual(
        imports === 0 ? [0, 0, 0, 0, 0] : [1, 2449, 2441, 86, 14],
      );
      expect(events).toBe(imports === 0 ? 0 : 14 + 57 + 2449 + 2449 + 2441 + 14);
      const kept = existsSync(path.join(folder, 'files'))
        ? readdirSync(path.join(folder, 'files')).filter((name) => /^[0-9a-f]{64}$/.test(name))
        : [];
      if (imports === 1) expect(kept).toHaveLength(8);
      return imports === 1;
    });
  });

  it('at any moment of a large import leaves all of it or nothing, and what came in is cleared away', {
    timeout: 300_000,
  }, async () => {
    let left = 0;
    const tookMs = await killWriter('write-large-import.ts', copy(empty, 'large'), NEVER_MS);
    await killThroughout('write-large-import.ts', tookMs, 12, (folder) => {
      const [imports = 0, accounts = 0, events = 0] = counts(folder, 'Import', 'Account', 'AuditEvent');
      expect([accounts, events]).toEqual(imports === 0 ? [0, 0] : [3_000, 3_001]);
      const files = (name: string) => (existsSync(path.join(folder, name)) ? readdirSync(path.join(folder, name)) : []);
      left += files('uploads').length;
      removeReceivedFiles({ folder });
      expect(files('uploads')).toEqual([]);
      expect(files('files').every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
      if (imports === 1) expect(files('files')).toHaveLength(2);
      return imports === 1;
    });
    // Some were killed while the file lay there, else nothing was cleared away.
    expect(left).toBeGreaterThan(0);
  });

  it('at any moment of saves leaves each verdict with its event, findings and items', {
    timeout: 300_000,
  }, async () => {
    const folder = copy(imported, 'save');
    let saved = 0;
    for (let moment = 0; moment < 12; moment += 1) {
      await killWriter('write-saves.ts', folder, 15 + moment * 23);
      const [findings = 0, events = 0] = counts(folder, 'Finding', 'AuditEvent');
      const db = new Database(path.join(folder, 'afstemt.db'));
      const versions = (db.prepare('SELECT sum("version" - 1) AS n FROM "Reconciliation"').get() as { n: number }).n;
      const items = (
        db
          .prepare(
            'SELECT count(*) AS n FROM "Item" JOIN "Finding" f ON f."id" = "findingId" WHERE f."accountNumber" = ?',
          )
          .get('95900015') as { n: number }
      ).n;
      db.close();
      // Each save raises one version and writes one event; neither can be there without the other.
      expect(events - (14 + 57 + 2449 + 2449 + 2441 + 14)).toBe(versions);
      expect([findings, items]).toEqual([86, 2]);
      saved = versions;
    }
    expect(saved).toBeGreaterThan(0);
  });

  it('at any moment of attaching leaves each attachment with its event and its bytes, whole', {
    timeout: 300_000,
  }, async () => {
    const folder = copy(imported, 'attach');
    const begun = counts(folder, 'AuditEvent')[0] ?? 0;
    let attached = 0;
    for (let moment = 0; moment < 10; moment += 1) {
      await killWriter('write-attachments.ts', folder, 5 + moment * 17);
      const [attachments = 0, events = 0] = counts(folder, 'Attachment', 'AuditEvent');
      expect(events - begun).toBe(attachments);
      const db = new Database(path.join(folder, 'afstemt.db'));
      const rows = db.prepare('SELECT "sha256", "bytes" FROM "Attachment"').all() as {
        sha256: string;
        bytes: number;
      }[];
      db.close();
      for (const { sha256, bytes } of rows) {
        const kept = readFileSync(path.join(folder, 'documents', sha256));
        expect([kept.length, createHash('sha256').update(kept).digest('hex')]).toEqual([bytes, sha256]);
      }
      attached = attachments;
    }
    expect(attached).toBeGreaterThan(0);
  });
});
