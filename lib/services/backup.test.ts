import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { extract, type Header, pack } from 'tar-stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMAND_LINE } from '#lib/auth/people.ts';
import { DATABASE, type Manifest, SEAL_BYTES } from '#lib/db/backup.ts';
import { openStore } from '#lib/db/store.ts';
import { verifyTrail } from '#lib/db/verify-trail.ts';
import { restoreBackup } from './restore-backup.ts';
import { as, prepareStores, ROOT } from './testing/demo-store.ts';
import { checkReports } from './verify-reports.ts';
import { backUp } from './write-backup.ts';

type Member = [Partial<Header> & { name: string }, Buffer | string];

const stores = prepareStores();
let base = '';
let file = '';
let demoFolder = '';
let manifest: Manifest;

beforeAll(async () => {
  base = mkdtempSync(path.join(tmpdir(), 'afstemt-backup-'));
  const { store } = stores.demo();
  demoFolder = store.folder;
  writeFileSync(path.join(store.folder, 'secret'), 'x'.repeat(43));
  file = path.join(base, 'demo.tar');
  manifest = await written(store.folder, file);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

async function written(folder: string, to: string): Promise<Manifest> {
  const store = openStore(folder, ROOT);
  const result = await backUp({ store, actor: COMMAND_LINE }, to);
  await store.close();
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const restore = (from: string, folder: string, overwrites = false) =>
  restoreBackup(COMMAND_LINE, { file: from, folder, overwrites, projectRoot: ROOT });

/** The code by which a backup was refused; also checks that nothing of it is left. */
async function refusalOf(from: string, name: string): Promise<string | null> {
  const folder = path.join(base, name);
  const result = await restore(from, folder);
  expect(existsSync(folder)).toBe(result.ok);
  expect(readdirSync(base).filter((one) => one.startsWith(`${name}.`))).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
  return result.ok ? null : (result.problems[0]?.code ?? '');
}

function query(folder: string, sql: string): unknown[] {
  const db = new Database(path.join(folder, DATABASE), { readonly: true });
  try {
    return db.prepare(sql).all();
  } finally {
    db.close();
  }
}

/** An archive with a right seal and whatever members: what somebody could make who knows how. */
async function forge(name: string, members: Member[]): Promise<string> {
  const tar = pack();
  for (const [header, bytes] of members) tar.entry(header, bytes);
  tar.finalize();
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const place = path.join(base, name);
  writeFileSync(place, Buffer.concat([bytes, Buffer.from(`${createHash('sha256').update(bytes).digest('hex')}\n`)]));
  return place;
}

function membersOf(folder: string): [string, Buffer][] {
  return manifest.members.map(({ name }) => [name, readFileSync(path.join(folder, name))]);
}

describe('a backup', () => {
  it('restored elsewhere is the same data, a demo still, with its files, and nobody signed in', async () => {
    const folder = path.join(base, 'restored');
    const result = await restore(file, folder);
    expect(result).toMatchObject({ ok: true, value: { movedTo: null } });
    for (const { name, sha256 } of manifest.members.filter((member) => member.name !== DATABASE)) {
      expect(
        createHash('sha256')
          .update(readFileSync(path.join(folder, name)))
          .digest('hex'),
      ).toBe(sha256);
    }
    expect(manifest.members.filter(({ name }) => name.startsWith('files/'))).toHaveLength(8);
    for (const table of ['Account', 'Reconciliation', 'Item', 'RegisterLine', 'Person', 'RoleGrant', 'Setting']) {
      expect(query(folder, `SELECT * FROM "${table}"`)).toEqual(query(demoFolder, `SELECT * FROM "${table}"`));
    }
    expect(query(folder, 'SELECT "demo" FROM "Store"')).toEqual([{ demo: 1 }]);
    expect(query(folder, 'SELECT * FROM "Session"')).toEqual([]);
    expect(verifyTrail(path.join(folder, DATABASE), manifest.head).fault).toBeNull();
    expect(query(folder, `SELECT "action", "subject" FROM "AuditEvent" ORDER BY "id" DESC LIMIT 1`)).toEqual([
      { action: 'import', subject: 'backup' },
    ]);
  });

  it('holds the versions of reports with all their files, and is not made where one is gone', async () => {
    const context = as('secretariat', await stores.final());
    const to = path.join(base, 'versions.tar');
    const { members } = await written(context.store.folder, to);
    const kept = readdirSync(path.join(context.store.folder, 'reports')).sort();
    expect(members.filter(({ name }) => name.startsWith('reports/')).map(({ name }) => path.basename(name))).toEqual(
      kept,
    );
    const folder = path.join(base, 'versions');
    expect((await restore(to, folder)).ok).toBe(true);
    expect(readdirSync(path.join(folder, 'reports')).sort()).toEqual(kept);
    const inAuditor = { ...context, actor: as('auditor', context).actor };
    expect(await checkReports(inAuditor)).toEqual({ ok: true, value: { files: kept.length, faults: [] } });
    writeFileSync(path.join(context.store.folder, 'reports', kept[0] ?? ''), 'x');
    rmSync(path.join(context.store.folder, 'reports', kept[1] ?? ''));
    expect(await checkReports(inAuditor)).toMatchObject({
      value: {
        faults: [
          { sha256: kept[0], fault: 'changed' },
          { sha256: kept[1], fault: 'missing' },
        ],
      },
    });
    await expect(written(context.store.folder, path.join(base, 'gone.tar'))).rejects.toThrow('backup-file');
  });

  it('leaves sessions and unused links behind', async () => {
    const { store } = stores.demo();
    const db = new Database(path.join(store.folder, DATABASE));
    db.exec(`INSERT INTO "Person" ("id", "name", "email", "createdAt", "updatedAt") VALUES ('p', 'Demo P', 'p@example.dk', 1, 1);
      INSERT INTO "Session" ("id", "token", "expiresAt", "createdAt", "updatedAt", "userId") VALUES ('s', 'cookie', 9e12, 1, 1, 'p');
      INSERT INTO "OneTimeLink" ("tokenHash", "personId", "createdAt", "expiresAt") VALUES ('h', 'p', '2026', '2036')`);
    db.close();
    const to = path.join(base, 'session.tar');
    await written(store.folder, to);
    const folder = path.join(base, 'session');
    expect((await restore(to, folder)).ok).toBe(true);
    expect(query(folder, `SELECT "id" FROM "Person" WHERE "id" = 'p'`)).toHaveLength(1);
    expect(query(folder, 'SELECT * FROM "Session" UNION ALL SELECT *, 1, 1, 1 FROM "OneTimeLink"')).toEqual([]);
  });

  it('is refused where any byte is another, wherever it lies, or the end is missing', async () => {
    const bytes = readFileSync(file);
    const broken = path.join(base, 'broken.tar');
    const places = [
      0,
      100,
      124,
      136,
      148,
      257,
      300,
      511,
      512,
      700,
      4_096,
      bytes.length - SEAL_BYTES - 1,
      bytes.length - 1,
    ];
    for (let index = 0; index < 30; index += 1) places.push(Math.floor((bytes.length * (index + 0.37)) / 30));
    for (const place of places) {
      const flipped = Buffer.from(bytes);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 8));
      writeFileSync(broken, flipped);
      expect(await refusalOf(broken, 'x'), `byte ${place}`).toBe('restore-damaged');
    }
    for (const length of [0, 64, 65, 66, 512, 10_000, bytes.length - 1]) {
      writeFileSync(broken, bytes.subarray(0, length));
      expect(await refusalOf(broken, 'x'), `${length} bytes`).toBe('restore-damaged');
    }
    writeFileSync(broken, Buffer.concat([bytes, Buffer.from('\n')]));
    expect(await refusalOf(broken, 'x')).toBe('restore-damaged');
    expect(await refusalOf(path.join(base, 'not-there.tar'), 'x')).toBe('restore-not-readable');
  });

  it('is refused where a member is missing, too many, changed, a link, or leads out of the folder', async () => {
    const members = membersOf(await unpacked());
    const text = (one: object = manifest) => Buffer.from(JSON.stringify(one));
    const all = (list: [string, Buffer | string][]): Member[] => list.map(([name, data]) => [{ name }, data]);
    const head: [string, Buffer] = ['manifest.json', text()];
    expect(await refusalOf(await forge('whole.tar', all([head, ...members])), 'x')).toBeNull();
    expect(await refusalOf(await forge('f.tar', all([head, ...members.slice(0, -1)])), 'x')).toBe(
      'restore-member-missing',
    );
    expect(await refusalOf(await forge('f.tar', all([head, ...members.slice(1)])), 'x')).toBe('restore-member-missing');
    expect(await refusalOf(await forge('f.tar', all([head, ...members, ['files/more', 'x']])), 'x')).toBe(
      'restore-bad-member',
    );
    expect(await refusalOf(await forge('f.tar', all([head, ...members, ...members.slice(1, 2)])), 'x')).toBe(
      'restore-bad-member',
    );
    const [[firstName = '', first = Buffer.alloc(0)] = [], ...others] = members.toReversed();
    const changed: [string, Buffer][] = [[firstName, Buffer.concat([first, Buffer.from('x')])], ...others];
    expect(await refusalOf(await forge('f.tar', all([head, ...changed])), 'x')).toBe('restore-member-changed');
    for (const name of ['../escaped', '/tmp/escaped', 'files/../../escaped', `files/${'a'.repeat(64)}/../../escaped`]) {
      const sha256 = createHash('sha256').update('x').digest('hex');
      const listed = { ...manifest, members: [...manifest.members, { name, bytes: 1, sha256 }] };
      const forged = await forge('f.tar', all([['manifest.json', text(listed)], ...members, [name, 'x']]));
      expect(await refusalOf(forged, 'x')).toBe('restore-bad-member');
      expect(await refusalOf(await forge('f.tar', all([head, [name, 'x'], ...members])), 'x')).toBe(
        'restore-bad-member',
      );
    }
    expect(existsSync(path.join(base, 'escaped'))).toBe(false);
    const link: Member[] = [[{ name: 'secret', type: 'symlink', linkname: '/etc/passwd' }, '']];
    expect(await refusalOf(await forge('f.tar', [...all([head]), ...link]), 'x')).toBe('restore-bad-member');
    expect(await refusalOf(await forge('f.tar', all(members)), 'x')).toBe('restore-not-a-backup');
    expect(await refusalOf(await forge('f.tar', all([['manifest.json', 'not JSON']])), 'x')).toBe(
      'restore-not-a-backup',
    );
  });

  it('is refused where its trail is broken, though every hash of the archive fits', async () => {
    const folder = await unpacked();
    const db = new Database(path.join(folder, DATABASE));
    db.exec(`DROP TRIGGER "AuditEvent_no_update"; UPDATE "AuditEvent" SET "personId" = 'another' WHERE "id" = 17`);
    db.pragma('journal_mode = DELETE');
    db.close();
    const members = membersOf(folder).map(([name, bytes]) => ({
      name,
      data: bytes,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    }));
    const listed = { ...manifest, members: members.map(({ data: _, ...member }) => member) };
    const forged = await forge('f.tar', [
      [{ name: 'manifest.json' }, JSON.stringify(listed)],
      ...members.map(({ name, data }): Member => [{ name }, data]),
    ]);
    expect(await refusalOf(forged, 'x')).toBe('restore-trail-broken');
  });

  it('never takes the place of data unasked, moves it aside when asked, and refuses what is in use', async () => {
    const folder = path.join(base, 'mine');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'mine.txt'), 'mine');
    expect(await restore(file, folder)).toMatchObject({ ok: false, problems: [{ code: 'restore-not-empty' }] });
    expect(readdirSync(folder)).toEqual(['mine.txt']);
    const done = await restore(file, folder, true);
    if (!done.ok || done.value.movedTo === null) throw new Error(JSON.stringify(done));
    expect(readFileSync(path.join(done.value.movedTo, 'mine.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(folder)).toContain(DATABASE);

    const holder = spawn(
      process.execPath,
      [
        '-e',
        `const D = require('better-sqlite3'); const d = new D(process.argv[1]); d.prepare('SELECT 1 FROM "Store"').get(); console.log('open'); setTimeout(() => {}, 60000)`,
        path.join(folder, DATABASE),
      ],
      { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(holder.stdout, 'data');
    expect(await restore(file, folder, true)).toMatchObject({ ok: false, problems: [{ code: 'restore-in-use' }] });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect((await restore(file, folder, true)).ok).toBe(true);
  });

  it('is of one moment while others write, and the work goes on', async () => {
    const { store } = stores.demo();
    const writer = spawn(process.execPath, [path.join(import.meta.dirname, 'testing/write-saves.ts'), store.folder], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(writer.stdout, 'data');
    const heads: number[] = [];
    try {
      for (let round = 0; round < 4; round += 1) {
        const to = path.join(base, `busy-${round}.tar`);
        const { head } = await written(store.folder, to);
        heads.push(head.id);
        const folder = path.join(base, `busy-${round}`);
        expect((await restore(to, folder)).ok).toBe(true);
        // Each save raises one version and writes one event.
        const saved = query(
          folder,
          `SELECT (SELECT sum("version" - 1) FROM "Reconciliation") - (SELECT count(*) FROM "AuditEvent" WHERE "subject" = 'reconciliation' AND "action" = 'update') AS "n"`,
        );
        expect(saved).toEqual(
          query(
            demoFolder,
            `SELECT (SELECT sum("version" - 1) FROM "Reconciliation") - (SELECT count(*) FROM "AuditEvent" WHERE "subject" = 'reconciliation' AND "action" = 'update') AS "n"`,
          ),
        );
      }
    } finally {
      writer.kill('SIGKILL');
      await once(writer, 'exit');
    }
    expect(new Set(heads).size).toBe(4);
  });

  it('is not made where a file is missing or another, and takes the place of nothing', async () => {
    const { store } = stores.demo();
    const context = { store, actor: COMMAND_LINE };
    const [name = ''] = readdirSync(path.join(store.folder, 'files'));
    const to = path.join(base, 'none.tar');
    writeFileSync(path.join(store.folder, 'files', name), 'another');
    expect(await backUp(context, to)).toMatchObject({ ok: false, problems: [{ code: 'backup-file-changed' }] });
    rmSync(path.join(store.folder, 'files', name));
    expect(await backUp(context, to)).toMatchObject({ ok: false, problems: [{ code: 'backup-file-missing' }] });
    expect(readdirSync(base).filter((one) => one.startsWith('none.tar'))).toEqual([]);
    expect(await backUp(context, file)).toMatchObject({ ok: false, problems: [{ code: 'backup-exists' }] });
    expect(await backUp(context, path.join(base, 'no/folder/x.tar'))).toMatchObject({
      ok: false,
      problems: [{ code: 'backup-not-writable' }],
    });
  });
});

/** The demo's backup in a folder, as it was packed. */
async function unpacked(): Promise<string> {
  const folder = mkdtempSync(path.join(base, 'unpacked-'));
  const tar = extract();
  tar.end(readFileSync(file).subarray(0, -SEAL_BYTES));
  for await (const entry of tar) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    const place = path.join(folder, entry.header.name);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, Buffer.concat(chunks));
  }
  return folder;
}
