import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Acting } from '#lib/domain/actor.ts';
import type { AuditEntry } from '#lib/domain/audit.ts';
import { recordEvents, toEvent } from './audit.ts';
import { executeBulk, openStore, type Store, type WriteDb } from './store.ts';
import { verifyTrail } from './verify-trail.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ACTING: Acting = {
  actor: {
    personId: 'p',
    name: 'Åse "Æ" Ø',
    initials: 'ÅÆØ',
    grants: [],
    origin: { channel: 'screen', address: '127.0.0.1' },
  },
  role: 'accountant',
  onBehalfOf: { personId: 'q', name: 'Demo Fraværende' },
};
const AT = '2024-01-02T03:04:05.678Z';

let folder = '';
let store: Store;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'afstemt-audit-'));
  store = openStore(folder, ROOT);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Texts as users have them, and as nobody has: quotes, backslashes, controls, half signs. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('', '"', '\\', '\u2028', '0', 'null', '\ufffd', '\ud800', 'a\u0000b'),
);
const side = fc.option(
  fc.record({ text, amount: fc.bigInt(), deep: fc.array(fc.record({ amount: fc.bigInt(), text })) }),
);
const entry: fc.Arbitrary<AuditEntry> = fc.record({
  action: fc.constantFrom('create', 'update', 'remove', 'import', 'confirm', 'withdraw'),
  subject: fc.constantFrom('account', 'reconciliation', 'settings'),
  subjectId: text,
  periodId: fc.constantFrom('2023-12', null),
  importId: fc.constantFrom(1, 9_007_199_254_740_991, null),
  before: side,
  after: side,
  reason: text,
});

/** Written by hand, so that the stored text is not compared with what wrote it. */
const expected = (document: object | null): string | null =>
  document === null ? null : JSON.stringify(document, (_, value) => (typeof value === 'bigint' ? `${value}` : value));

describe('the trail', () => {
  it('keeps each event as it was told, in the order of telling, and its chain fits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 12 }), async (entries) => {
        const known = (await store.read.auditEvent.aggregate({ _max: { id: true } }))._max.id ?? 0;
        await store.writeTx((tx) => recordEvents(tx, ACTING, AT, entries));
        const rows = await store.read.auditEvent.findMany({ where: { id: { gt: known } }, orderBy: { id: 'asc' } });
        expect(rows.map(toEvent).map(({ id: _, hash: __, ...event }) => event)).toMatchObject(
          entries.map(({ before, after, subjectId, ...rest }) => ({
            ...rest,
            subjectId: subjectId.toWellFormed(),
            at: AT,
            personId: 'p',
            personName: 'Åse "Æ" Ø',
            role: 'accountant',
            onBehalfOf: 'Demo Fraværende',
            origin: 'screen 127.0.0.1',
            before: expected(before),
            after: expected(after),
            disposed: false,
          })),
        );
        expect(rows.map(({ id }) => id)).toEqual(entries.map((_, index) => known + index + 1));
        expect(verifyTrail(path.join(folder, 'afstemt.db'))).toMatchObject({
          fault: null,
          events: known + entries.length,
        });
      }),
    );
  });

  it('keeps nothing of a transaction that fails', async () => {
    const told: AuditEntry = {
      action: 'create',
      subject: 'account',
      subjectId: 'lost',
      periodId: null,
      importId: null,
      before: null,
      after: {},
    };
    const failing = store.writeTx(async (tx) => {
      await recordEvents(tx, ACTING, AT, [told]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await store.read.auditEvent.count({ where: { subjectId: 'lost' } })).toBe(0);
  });

  it('takes nothing outside its transaction', async () => {
    let escaped: WriteDb | undefined;
    await store.writeTx(async (tx) => {
      escaped = tx;
    });
    if (!escaped) throw new Error('There was no transaction.');
    await expect(executeBulk(escaped, 'DELETE FROM "Store"')).rejects.toThrow('No transaction');
  });
});
