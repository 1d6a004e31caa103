import { expect, test } from 'vitest';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { emptyState } from '#lib/domain/testing/empty-state.ts';
import { applyPlan, planFiles } from './testing/states.ts';

const file = (name: string, text: string) => ({
  name,
  bytes: new Uint8Array(Buffer.from(text.replaceAll('\n', '\r\n'))),
  kind: 'auto' as const,
});
const HEAD = 'Konto;Dokumenteret saldo;Kilde;Dato\n';
const documents = (rows: string) => file('dokumentation.csv', HEAD + rows);

async function withAccounts(): Promise<MunicipalityState> {
  const files = [
    file('im-funktioner.csv', 'IM-funktion;Navn\n9.22.05;Indskud\n9.52.59;Mellemregning\n'),
    file(
      'saldobalance.csv',
      'Konto;Kontonavn;IM-funktion;Saldo\n90500001;Bank;9.22.05;1.000,50\n90500002;Kasse;9.22.05;20,00\n95900001;Gæld;9.52.59;-1.020,50\n',
    ),
  ];
  return applyPlan(emptyState(), await planFiles(emptyState(), files));
}

test('documentation is read with its amount, source and date, and the same file again changes nothing', async () => {
  const state = await withAccounts();
  const rows = documents('S90500001;1.000,50;Kontoudtog;31.12.2023\n95900001;1.020,50-;Leverandør;29-12-2023\n');
  const plan = await planFiles(state, [rows]);
  expect(plan.issues).toEqual([]);
  expect(plan.files).toMatchObject([{ kind: 'dokumentation', added: 2, sumBefore: 0n, sumAfter: -2000n }]);
  const after = applyPlan(state, plan);
  expect([...after.documentation.values()]).toEqual([
    { account: '90500001', balance: 100050n, source: 'Kontoudtog', date: '2023-12-31' },
    { account: '95900001', balance: -102050n, source: 'Leverandør', date: '2023-12-29' },
  ]);
  expect((await planFiles(after, [rows])).files[0]?.changes).toEqual([]);
});

test('a file replaces what its own sources said, and leaves what others say', async () => {
  const state = await withAccounts();
  const before = applyPlan(
    state,
    await planFiles(state, [
      documents('90500001;1,00;Bank;31.12.2023\n90500002;2,00;Bank;31.12.2023\n95900001;3,00;Gæld;31.12.2023\n'),
    ]),
  );
  const plan = await planFiles(before, [documents('90500002;5,00;Bank;31.12.2023\n')]);
  expect(plan.files).toMatchObject([{ added: 0, changed: 1, removed: 1, unchanged: 1 }]);
  const stated = [...applyPlan(before, plan).documentation.values()].map(({ account, balance }) => [account, balance]);
  expect(stated).toEqual([
    ['90500002', 500n],
    ['95900001', 300n],
  ]);
});

test('documentation goes with its account, and the balance says so', async () => {
  const state = await withAccounts();
  const before = applyPlan(state, await planFiles(state, [documents('90500002;20,00;Optælling;31.12.2023\n')]));
  const balance = file(
    'saldobalance.csv',
    'Konto;Kontonavn;IM-funktion;Saldo\n90500001;Bank;9.22.05;1.020,50\n95900001;Gæld;9.52.59;-1.020,50\n',
  );
  const plan = await planFiles(before, [balance]);
  expect(plan.files[0]?.changes.filter(({ subject }) => subject === 'documentation')).toMatchObject([
    { id: '90500002', after: null },
  ]);
  expect(applyPlan(before, plan).documentation.size).toBe(0);
});

test.each([
  ['unknown-account', '90500009;1,00;Bank;31.12.2023', 'Konto', '90500009'],
  ['duplicate-account', '90500001;1,00;Bank;31.12.2023\n090500001;1,00;Bank;31.12.2023', 'Konto', '090500001'],
  ['value-missing', '90500001;1,00;;31.12.2023', 'Kilde', ''],
  ['value-missing', '90500001;1,00;Bank;', 'Dato', ''],
])('what does not fit is refused with its place: %s', async (code, rows, column, value) => {
  const plan = await planFiles(await withAccounts(), [documents(`${rows}\n`)]);
  const row = rows.includes('\n') ? 3 : 2;
  expect(plan.issues).toMatchObject([{ severity: 'error', code, file: 'dokumentation.csv', row, column, value }]);
});

test('without a balance there is nothing to document', async () => {
  const plan = await planFiles(emptyState(), [documents('90500001;1,00;Bank;31.12.2023\n')]);
  expect(plan.issues.map(({ code }) => code)).toEqual(['prerequisite-missing']);
});
