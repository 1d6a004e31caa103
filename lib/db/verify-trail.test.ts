import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Acting } from '#lib/domain/actor.ts';
import { recordEvents } from './audit.ts';
import { migrate, migrationsFolder } from './migrate.ts';
import { openStore } from './store.ts';
import { bodyHashOf, FIRST_LINK, linkHash } from './trail-chain.ts';
import { readHead, verifyTrail } from './verify-trail.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const EVENTS = 40;
const ACTING: Acting = {
  actor: {
    personId: 'p',
    name: 'Demo Person',
    initials: 'DP',
    grants: [],
    origin: { channel: 'screen', address: '127.0.0.1' },
  },
  role: 'accountant',
  onBehalfOf: null,
};

let base = '';
let original = '';
beforeAll(async () => {
  base = mkdtempSync(path.join(tmpdir(), 'afstemt-verify-'));
  const store = openStore(path.join(base, 'data'), ROOT);
  const entries = Array.from({ length: EVENTS }, (_, index) => ({
    action: 'update' as const,
    subject: 'account' as const,
    subjectId: String(90_000_000 + index),
    periodId: '2023-12',
    importId: index % 3 === 0 ? index : null,
    before: { name: `Før ${index}` },
    after: { name: `Efter \ufffd ${index}` },
  }));
  await store.writeTx((tx) => recordEvents(tx, ACTING, '2024-01-02T03:04:05.678Z', entries));
  await store.close();
  original = path.join(base, 'original.db');
  const db = new Database(path.join(base, 'data/afstemt.db'));
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  cpSync(path.join(base, 'data/afstemt.db'), original);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Does to a copy what somebody with the file in hand can do: triggers are dropped before and put back after. */
function tamper(work: (db: Database.Database) => void): string {
  const file = path.join(base, 'tampered.db');
  for (const name of readdirSync(base)) {
    if (name.startsWith('tampered.db')) rmSync(path.join(base, name));
  }
  cpSync(original, file);
  const db = new Database(file);
  const triggers = db.prepare(`SELECT "name", "sql" FROM sqlite_master WHERE "type" = 'trigger'`).all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${name}"`);
  work(db);
  for (const { sql } of triggers) db.exec(sql);
  db.close();
  return file;
}

const position = fc.integer({ min: 1, max: EVENTS });

/** Another value for each column, of the same type. */
const CHANGES = {
  at: `'2020-01-01T00:00:00.000Z'`,
  personId: `'another'`,
  role: `'auditor'`,
  action: `'create'`,
  subject: `'settings'`,
  subjectId: `'1'`,
  periodId: `'2022-12'`,
  importId: '4711',
  body: `replace("body", 'Før', 'For')`,
  bodyHash: `'${'a'.repeat(64)}'`,
  hash: `'${'b'.repeat(64)}'`,
};

/** Gives all events from `from` on hashes that fit each other, as somebody could who knows the program. */
function rehash(db: Database.Database, from: number): void {
  const rows = db.prepare('SELECT * FROM "AuditEvent" ORDER BY "id"').all() as {
    id: number;
    at: string;
    personId: string;
    role: string;
    action: string;
    subject: string;
    subjectId: string;
    periodId: string | null;
    importId: number | null;
    body: string;
    bodyHash: string;
    hash: string;
  }[];
  let previous = FIRST_LINK;
  for (const row of rows) {
    if (row.id >= from) {
      const bodyHash = bodyHashOf(row.body);
      row.hash = linkHash(previous, { ...row, bodyHash });
      db.prepare('UPDATE "AuditEvent" SET "bodyHash" = ?, "hash" = ? WHERE "id" = ?').run(bodyHash, row.hash, row.id);
    }
    previous = row.hash;
  }
}

describe('a trail', () => {
  it('that nobody touched is good, by its head too', () => {
    expect(verifyTrail(original, readHead(original))).toMatchObject({ events: EVENTS, fault: null });
    expect(readHead(original)).toMatchObject({ id: EVENTS, at: '2024-01-02T03:04:05.678Z' });
  });

  it.each(Object.entries(CHANGES))('tells the event whose %s was changed', (column, value) => {
    fc.assert(
      fc.property(position, (id) => {
        const file = tamper((db) => db.exec(`UPDATE "AuditEvent" SET "${column}" = ${value} WHERE "id" = ${id}`));
        expect(verifyTrail(file).fault).toEqual({ code: column === 'body' ? 'body-changed' : 'changed', id, name: '' });
      }),
      { numRuns: 6 },
    );
  });

  it('tells a value of another type with the same bytes, and bytes that read alike', () => {
    const asBytes = tamper((db) => db.exec('UPDATE "AuditEvent" SET "body" = CAST("body" AS BLOB) WHERE "id" = 5'));
    expect(verifyTrail(asBytes).fault).toMatchObject({ id: 5 });
    const misread = tamper((db) =>
      db.exec(
        `UPDATE "AuditEvent" SET "body" = CAST(replace(CAST("body" AS BLOB), x'efbfbd', x'ff') AS TEXT) WHERE "id" = 6`,
      ),
    );
    expect(verifyTrail(misread).fault).toMatchObject({ id: 6 });
  });

  it('tells the first event that was taken away', () => {
    fc.assert(
      fc.property(position, position, (one, other) => {
        fc.pre(Math.max(one, other) < EVENTS);
        const file = tamper((db) => db.exec(`DELETE FROM "AuditEvent" WHERE "id" IN (${one}, ${other})`));
        expect(verifyTrail(file).fault).toMatchObject({ code: 'missing', id: Math.min(one, other) });
      }),
      { numRuns: 12 },
    );
  });

  it('tells an event that was taken away where the others moved up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: EVENTS - 1 }), (id) => {
        const file = tamper((db) => {
          db.exec(`DELETE FROM "AuditEvent" WHERE "id" = ${id}`);
          for (let next = id + 1; next <= EVENTS; next += 1)
            db.exec(`UPDATE "AuditEvent" SET "id" = ${next - 1} WHERE "id" = ${next}`);
        });
        expect(verifyTrail(file).fault).toMatchObject({ code: 'changed', id });
      }),
      { numRuns: 8 },
    );
  });

  it('tells an event that was put in, at any place and before the first', () => {
    const copy = (db: Database.Database, from: number, to: number) =>
      db.exec(
        `INSERT INTO "AuditEvent" SELECT ${to}, "at", "personId", "role", "action", "subject", "subjectId", "periodId", "importId", "body", "bodyHash", "hash" FROM "AuditEvent" WHERE "id" = ${from}`,
      );
    fc.assert(
      fc.property(position, position, (from, place) => {
        const file = tamper((db) => {
          for (let id = EVENTS; id >= place; id -= 1)
            db.exec(`UPDATE "AuditEvent" SET "id" = ${id + 1} WHERE "id" = ${id}`);
          copy(db, from >= place ? from + 1 : from, place);
        });
        expect(verifyTrail(file).fault).toMatchObject({ code: 'changed' });
        expect(verifyTrail(file).fault?.id).toBeLessThanOrEqual(place + 1);
      }),
      { numRuns: 12 },
    );
    expect(verifyTrail(tamper((db) => copy(db, 1, EVENTS + 1))).fault).toMatchObject({ id: EVENTS + 1 });
    expect(verifyTrail(tamper((db) => copy(db, 1, 0))).fault).toMatchObject({ id: 0 });
    expect(verifyTrail(tamper((db) => copy(db, 1, -7))).fault).toMatchObject({ id: -7 });
  });

  it('tells two events that changed places', () => {
    fc.assert(
      fc.property(position, position, (one, other) => {
        fc.pre(one !== other);
        const file = tamper((db) => {
          db.exec(`UPDATE "AuditEvent" SET "id" = 999 WHERE "id" = ${one}`);
          db.exec(`UPDATE "AuditEvent" SET "id" = ${one} WHERE "id" = ${other}`);
          db.exec(`UPDATE "AuditEvent" SET "id" = ${other} WHERE "id" = 999`);
        });
        expect(verifyTrail(file).fault).toMatchObject({ code: 'changed', id: Math.min(one, other) });
      }),
      { numRuns: 12 },
    );
  });

  it('tells a body that is gone without a disposal', () => {
    const file = tamper((db) => db.exec('UPDATE "AuditEvent" SET "body" = NULL WHERE "id" >= 17'));
    expect(verifyTrail(file).fault).toMatchObject({ code: 'body-missing', id: 17 });
  });

  it('is cut or written anew: only the head that was kept tells', () => {
    const kept = readHead(original);
    fc.assert(
      fc.property(position, (id) => {
        const cut = tamper((db) => db.exec(`DELETE FROM "AuditEvent" WHERE "id" >= ${id}`));
        expect(verifyTrail(cut).fault).toBeNull();
        expect(verifyTrail(cut, kept).fault).toEqual({ code: 'cut', id, name: String(EVENTS) });
        const anew = tamper((db) => {
          db.exec(`UPDATE "AuditEvent" SET "body" = replace("body", 'Før', 'For') WHERE "id" = ${id}`);
          rehash(db, id);
        });
        expect(verifyTrail(anew).fault).toBeNull();
        expect(verifyTrail(anew, kept).fault).toMatchObject({ code: 'other-head', id: EVENTS });
      }),
      { numRuns: 8 },
    );
    expect(
      verifyTrail(
        tamper((db) => db.exec('DELETE FROM "AuditEvent"')),
        kept,
      ).fault,
    ).toMatchObject({ id: 1 });
  });

  it('tells a disposal that its events know nothing of, and one that covers nothing', () => {
    const row = `"kind", "before", "requestedBy", "requestedByName", "requestedAt", "approvedBy", "approvedByName", "approvedAt", "doneAt", "list"`;
    const file = tamper((db) => {
      db.exec(
        `INSERT INTO "Disposal" (${row}) VALUES ('trail', '2030-01-01', 'a', 'A', 't', 'b', 'B', 't', 't', '{}')`,
      );
      db.exec('UPDATE "AuditEvent" SET "body" = NULL WHERE "id" = 3');
    });
    expect(verifyTrail(file).fault).toMatchObject({ code: 'body-missing', id: 3 });
    const noted = tamper((db) =>
      db.exec(
        `INSERT INTO "Disposal" (${row}) VALUES ('trail', '2030-01-01', 'a', 'A', 't', 'b', 'B', 't', 't', '{}')`,
      ),
    );
    expect(verifyTrail(noted).fault).toEqual({ code: 'disposal-without-event', id: 0, name: '1' });
  });

  it('tells a body that is gone beside what a disposal took: of a later year’s period, or of the year after by Danish clocks', async () => {
    const folder = mkdtempSync(path.join(base, 'disposed-'));
    const file = path.join(folder, 'afstemt.db');
    const store = openStore(folder, ROOT);
    await store.writeTx(async (tx) => {
      const told = (periodId: string | null) => ({
        action: 'update' as const,
        subject: 'account' as const,
        subjectId: '1',
        periodId,
        importId: null,
        before: null,
        after: { name: 'Konto' },
      });
      await recordEvents(tx, ACTING, '2019-11-02T03:04:05.678Z', [told('2019-11'), told('2020-01')]);
      await recordEvents(tx, ACTING, '2019-12-31T23:30:00.000Z', [told(null)]);
      const asked = { kind: 'trail', before: '2020-01-01', requestedBy: 'a', requestedByName: 'A', requestedAt: 't' };
      const { id } = await tx.disposal.create({ data: { ...asked, list: '{}' } });
      const said = { approvedBy: 'b', approvedByName: 'B', approvedAt: 't' };
      await tx.disposal.update({ where: { id }, data: said });
      await tx.$executeRaw`UPDATE "AuditEvent" SET "body" = NULL WHERE "id" = 1`;
      const after = await tx.disposal.update({ where: { id }, data: { doneAt: 't' } });
      const done = { action: 'dispose' as const, subject: 'disposal' as const, subjectId: String(id), after };
      await recordEvents(tx, ACTING, '2026-01-01T00:00:00.000Z', [
        { ...done, periodId: null, importId: null, before: null },
      ]);
    });
    await store.close();
    expect(verifyTrail(file)).toMatchObject({ events: 4, fault: null });
    const db = new Database(file);
    const guard = db.prepare(`SELECT "sql" FROM sqlite_master WHERE "name" = 'AuditEvent_no_update'`).pluck().get();
    for (const id of [3, 2]) {
      db.exec('DROP TRIGGER "AuditEvent_no_update"');
      db.exec(`UPDATE "AuditEvent" SET "body" = NULL WHERE "id" = ${id}`);
      db.exec(String(guard));
      expect(verifyTrail(file).fault).toMatchObject({ code: 'body-missing', id });
    }
    db.close();
  });

  it('is told to be unguarded where a trigger is gone', () => {
    const file = tamper(() => undefined);
    const db = new Database(file);
    db.exec('DROP TRIGGER "AuditEvent_no_update"');
    db.close();
    expect(verifyTrail(file).fault).toEqual({ code: 'unguarded', id: 0, name: 'AuditEvent_no_update' });
  });
});

describe('a database from before the chain', () => {
  it('is sealed when it is brought up to date, and verifies from its first event on', () => {
    const file = path.join(base, 'old/afstemt.db');
    const migrations = path.join(base, 'migrations');
    const [first = ''] = readdirSync(migrationsFolder(ROOT)).sort();
    cpSync(path.join(migrationsFolder(ROOT), first), path.join(migrations, first), { recursive: true });
    migrate(file, migrations);
    const old = new Database(file);
    const insert = old.prepare(
      `INSERT INTO "AuditEvent" ("at", "personId", "personName", "action", "subject", "subjectId", "periodId", "importId", "before", "after") VALUES (?, 'p', 'Åse "Æ"', 'update', 'account', ?, '2023-12', 1, ?, ?)`,
    );
    for (let index = 0; index < 25; index += 1) {
      insert.run(
        `2024-01-02T03:04:${10 + index}.000Z`,
        String(index),
        index === 0 ? null : '{"name":"Før \\u2028","balance":"-1"}',
        '{"name":"Efter","balance":"12345678901234567890"}',
      );
    }
    old.close();
    expect(migrate(file, migrationsFolder(ROOT)).applied).toHaveLength(
      readdirSync(migrationsFolder(ROOT)).filter((name) => /^\d/.test(name)).length - 1,
    );
    expect(verifyTrail(file)).toMatchObject({ events: 25, fault: null });
    const db = new Database(file);
    const [event] = db.prepare('SELECT * FROM "AuditEvent" WHERE "id" = 25').all() as { body: string; hash: string }[];
    db.close();
    expect(JSON.parse(event?.body ?? '')).toMatchObject({
      name: 'Åse "Æ"',
      before: { name: 'Før \u2028', balance: '-1' },
      after: { balance: '12345678901234567890' },
    });
    expect(readHead(file)).toMatchObject({ id: 25, hash: event?.hash });
  });
});
