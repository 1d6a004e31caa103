import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEMO_PEOPLE } from '#lib/auth/people.ts';
import { formatOre } from '#lib/format/amount.ts';
import type { InputFile } from '#lib/import/types.ts';
import { addComment } from './add-comment.ts';
import { confirmNone } from './confirm-none.ts';
import type { Context } from './context.ts';
import { findImportStanding } from './import-standing.ts';
import { openNextPeriod } from './open-next-period.ts';
import { storeImport } from './store-import.ts';
import { submitReconciliations } from './submit-reconciliations.ts';
import { as, demoFiles, prepareStores } from './testing/demo-store.ts';
import { textOf } from './testing/digest.ts';
import { codeOf } from './testing/people.ts';
import { undoImport } from './undo-import.ts';

const stores = prepareStores();
const PERIOD = '2023-12';

async function store(context: Context, files: InputFile[]): Promise<number> {
  const options = { amounts: null, overwrite: false };
  const result = await storeImport(as('administrator', context), { files, periodId: PERIOD, options }, null);
  if (!result.ok || result.value.importId === null) throw new Error(textOf(result).slice(0, 2_000));
  return result.value.importId;
}

const undo = (context: Context, importId: number, reason = 'Forkert fil') =>
  undoImport(as('administrator', context), { importId, reason });

/** Tables in which taking an import back leaves its own trace. */
const TRACES = new Set(['AuditEvent', 'Import', 'ImportFile', 'ImportImage', 'Store', 'Notice', '_prisma_migrations']);

/** Every row of every other table, but for periods, which stay without a balance. */
async function contentOf({ store: { read } }: Context): Promise<Record<string, string>> {
  const tables = await read.$queryRawUnsafe<{ name: string }[]>(
    `SELECT "name" FROM "sqlite_master" WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite%' ORDER BY "name"`,
  );
  const content: Record<string, string> = {};
  for (const { name } of tables) {
    if (TRACES.has(name)) continue;
    const rows = await read.$queryRawUnsafe<object[]>(`SELECT * FROM "${name}"`);
    content[name] = textOf(rows.map((row) => textOf(row)).sort());
  }
  return content;
}

const kindsOf = async (context: Context, importId: number) =>
  (await findImportStanding(context.store.read, importId))?.standing.map(({ kind }) => kind);

function edited(stem: string, edit: (text: string) => string): InputFile {
  const [file] = demoFiles(stem);
  if (!file) throw new Error(`no file ${stem}`);
  return { ...file, bytes: Buffer.from(edit(Buffer.from(file.bytes).toString('latin1')), 'latin1') };
}

describe('an import that is taken back', () => {
  it('leaves an empty installation as it was, but for what tells of it', async () => {
    const context = stores.empty();
    const before = await contentOf(context);
    const importId = await store(context, demoFiles());
    expect(await kindsOf(context, importId)).toEqual([]);
    expect(codeOf(await undo(context, importId))).toBe('ok');
    const period = await context.store.read.period.findUniqueOrThrow({ where: { id: PERIOD } });
    expect([period.controlCount, period.controlSum]).toEqual([null, null]);
    expect({ ...(await contentOf(context)), Period: '' }).toEqual({ ...before, Period: '' });
    const record = await context.store.read.import.findUniqueOrThrow({ where: { id: importId } });
    expect(record).toMatchObject({ undoneByName: 'Demo Administrator', undoneReason: 'Forkert fil' });
    const events = await context.store.read.auditEvent.groupBy({ by: ['action'], _count: true });
    const counts = Object.fromEntries(events.map((event) => [event.action, event._count]));
    expect(counts.undo).toBe((counts.create ?? 0) + 1);
    expect(codeOf(await undo(context, importId))).toBe('import-undone-already');
    // The same files go in again as if for the first time.
    expect(await store(context, demoFiles())).toBe(importId + 1);
    expect(await context.store.read.account.count()).toBe(2449);
  });

  it('gives back approvals, versions and the control total that a corrected balance took', async () => {
    const context = stores.demo();
    const { personId } = DEMO_PEOPLE.accountant2;
    const preparers = JSON.stringify([personId]);
    await context.store.writeTx((tx) => tx.reconciliation.updateMany({ data: { preparers } }));
    const before = await contentOf(context);
    // Two accounts with figures that cancel out: their approvals fall.
    const numbers = (
      await context.store.read.account.findMany({ where: { periodId: PERIOD }, orderBy: { number: 'asc' } })
    )
      .filter(({ balance }) => balance > 100_000n)
      .slice(0, 2);
    const changes = new Map(
      numbers.map(({ number, balance }, at) => [number, formatOre(balance + (at === 0 ? 500n : -500n))]),
    );
    const file = edited('saldobalance', (text) =>
      text.replace(/^(\d{8});(.*);[^;]*$/gm, (line, number: string, middle: string) => {
        const balance = changes.get(number);
        return balance === undefined ? line : `${number};${middle};${balance}`;
      }),
    );
    const importId = await store(context, [file]);
    expect(await contentOf(context)).not.toEqual(before);
    expect(codeOf(await undo(context, importId))).toBe('ok');
    expect(await contentOf(context)).toEqual(before);
    const told = await context.store.read.notice.findMany({ where: { kind: 'import-undone' } });
    expect(told).toMatchObject([{ personId, periodId: PERIOD, text: 'Forkert fil', fromName: 'Demo Administrator' }]);
  });

  it('takes back what another source says of accounts, where nothing else came with it', async () => {
    const context = stores.demo();
    const before = await contentOf(context);
    const text = 'Konto;Dokumenteret saldo;Kilde;Dato\r\n91500001;1.000,00;Bank;31.12.2023\r\n';
    const importId = await store(context, [{ name: 'dokumentation.csv', kind: 'auto', bytes: Buffer.from(text) }]);
    expect(await context.store.read.documentation.count()).toBe(1);
    expect(codeOf(await undo(context, importId))).toBe('ok');
    expect(await contentOf(context)).toEqual(before);
  });

  it('gives the same whatever subset of the files came one by one, taken back from the last to the first', async () => {
    const stems = ['organisation', 'im-funktioner', 'saldobalance', 'kontoansvar', 'afstemninger', 'afskrivninger'];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: stems.length }), async (count) => {
        const context = stores.empty();
        const seen: [number, Record<string, string>][] = [];
        for (const stem of stems.slice(0, count)) {
          const before = await contentOf(context);
          seen.push([await store(context, demoFiles(stem)), before]);
        }
        for (const [importId, before] of seen.toReversed()) {
          expect(codeOf(await undo(context, importId))).toBe('ok');
          expect({ ...(await contentOf(context)), Period: '' }).toEqual({ ...before, Period: '' });
        }
      }),
      { numRuns: 2, examples: [[stems.length]] },
    );
  }, 120_000);

  it('is refused while anything stands on it, and says what', async () => {
    const context = stores.empty();
    const organisation = await store(context, demoFiles('organisation', 'im-funktioner'));
    const balance = await store(context, demoFiles('saldobalance'));
    const others = await store(context, demoFiles('kontoansvar', 'afstemninger'));
    expect(await kindsOf(context, organisation)).toEqual(['uses', 'later-imports']);
    expect(await kindsOf(context, balance)).toEqual(['accounts', 'later-imports']);
    expect(await kindsOf(context, others)).toEqual([]);
    expect(codeOf(await undo(context, balance))).toBe('import-stands');

    const comment = { periodId: PERIOD, account: '91500001', committee: null, text: 'Se her', mentions: [] };
    expect(codeOf(await addComment(as('accountant2', context), comment))).toBe('ok');
    // A comment on an account that was there before does not keep the verdicts from going.
    expect(await kindsOf(context, others)).toEqual([]);
    expect(await kindsOf(context, balance)).toContain('noted');

    expect(codeOf(await openNextPeriod(as('administrator', context), { from: PERIOD, to: '2024-01' }))).toBe('ok');
    expect(await kindsOf(context, others)).toEqual(['carried']);
  });

  it('is refused while a later file for the period says the same, which is taken back first', async () => {
    const context = stores.empty();
    const first = await store(context, demoFiles('organisation', 'im-funktioner', 'saldobalance'));
    const again = await store(context, demoFiles('saldobalance'));
    expect(await kindsOf(context, first)).toEqual(['later-imports']);
    expect(codeOf(await undo(context, first))).toBe('import-stands');
    expect(codeOf(await undo(context, again))).toBe('ok');
    expect(await context.store.read.account.count()).toBe(2449);
    const { controlCount } = await context.store.read.period.findUniqueOrThrow({ where: { id: PERIOD } });
    expect(controlCount).toBe(2449);
    expect(codeOf(await undo(context, first))).toBe('ok');
    expect(await context.store.read.account.count()).toBe(0);
  });

  it('is refused once somebody has worked on, and for who may not import', async () => {
    const context = stores.empty();
    await store(context, demoFiles('organisation', 'im-funktioner', 'saldobalance', 'kontoansvar'));
    const importId = await store(context, demoFiles('afstemninger'));
    const registers = await store(context, demoFiles('afskrivninger'));
    expect(codeOf(await undoImport(as('accountant2', context), { importId, reason: 'x' }))).toBe('not-allowed');
    expect(codeOf(await undoImport(as('administrator', context), { importId, reason: ' ' }))).toBe('required');
    expect(codeOf(await undo(context, 99))).toBe('unknown-import');
    const none = { periodId: PERIOD, register: 'afskrivninger' as const, committee: 'KFU', confirmed: true };
    const confirmed = await confirmNone(as('accountant2', context), none);
    expect(confirmed.ok ? await kindsOf(context, registers) : confirmed).toEqual(['registers']);
    const taken = await submitReconciliations(as('accountant2', context), {
      periodId: PERIOD,
      accounts: [{ account: '91500001', version: 1 }],
    });
    expect(taken.ok).toBe(true);
    const [account] = await context.store.read.reconciliation.findMany({ where: { periodId: PERIOD }, take: 1 });
    await context.store.writeTx((tx) =>
      tx.reconciliation.updateMany({
        where: { accountNumber: account?.accountNumber ?? '' },
        data: { initials: 'ABC' },
      }),
    );
    expect(await kindsOf(context, importId)).toEqual(['accounts', 'later-imports']);
  });
});
