import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { followUp } from '#lib/domain/finding.ts';
import { toThousandKroner } from '#lib/domain/money.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { emptyState } from '#lib/domain/testing/empty-state.ts';
import { exportKind } from './export-kind.ts';
import { applyPlan, planFiles, referenceFiles } from './testing/states.ts';
import { IMPORT_KINDS, type ImportKind, type ImportPlan, type InputFile } from './types.ts';

const files = referenceFiles();
let plan: ImportPlan;
let state: MunicipalityState;

beforeAll(async () => {
  plan = await planFiles(emptyState(), files);
  state = applyPlan(emptyState(), plan);
});

const countChanges = ({ files: planned }: ImportPlan) => planned.map(({ changes }) => changes.length);
/** What the published municipality has files of: nobody published what its balances were held against, nor any movement. */
const UNPUBLISHED: readonly ImportKind[] = ['dokumentation', 'periodiserede-poster', 'egenkapital'];
const KINDS = IMPORT_KINDS.filter((kind) => !UNPUBLISHED.includes(kind));
const noChanges = KINDS.map(() => 0);

test('the eight files are recognised, sorted by what they depend on, and without fault', () => {
  expect(plan.issues).toEqual([]);
  expect(plan.files.map(({ kind }) => kind)).toEqual(KINDS);
  expect(plan.files.map(({ rows }) => rows)).toEqual([7, 57, 2449, 2449, 113, 3, 4, 7]);
});

test('what was read is what was published', () => {
  expect(plan.control).toEqual({ count: 2449, sum: 0n });
  expect(state.accounts).toHaveLength(2449);
  expect(state.reconciliations.size).toBe(2441);
  const byCategory = (category: number) =>
    [...state.reconciliations.values()].filter((own) => own.category === category);
  expect([2, 3].map((category) => byCategory(category).length)).toEqual([80, 6]);
  const findings = [...state.reconciliations.values()].flatMap((own) => own.findings);
  const biu = findings.filter(({ committee }) => committee === 'BIU').map(followUp);
  expect(biu).toEqual(expect.arrayContaining([-825200n, 102350700n, 12284900n, 22213000n, -15860700n]));
  expect(toThousandKroner(findings.map(followUp).reduce((sum, amount) => sum + amount))).toBe(-399563n);
});

test('the same files again change nothing', async () => {
  const again = await planFiles(state, files);
  expect(again.issues).toEqual([]);
  expect(countChanges(again)).toEqual(noChanges);
  expect(again.files.map(({ becomeCategory1 }) => becomeCategory1)).toEqual(noChanges);
});

/** The file with its data rows in another order. The organisation's order is the municipality's own. */
function shuffleRows(file: InputFile, keys: number[]): InputFile {
  if (file.name.startsWith('organisation')) return file;
  const lines = Buffer.from(file.bytes).toString('latin1').split('\r\n');
  const [header = '', ...rows] = lines.filter((line) => line !== '');
  const shuffled = rows
    .map((row, index) => ({ row, key: keys[index % keys.length] ?? 0, index }))
    .sort((left, right) => left.key - right.key || right.index - left.index)
    .map(({ row }) => row);
  return { ...file, bytes: new Uint8Array(Buffer.from([header, ...shuffled, ''].join('\r\n'), 'latin1')) };
}

test('the order of rows and files changes nothing', async () => {
  const orders = fc.record({
    keys: fc.array(fc.nat(1_000), { minLength: 7, maxLength: 97 }),
    files: fc.shuffledSubarray(files, { minLength: files.length }),
  });
  await fc.assert(
    fc.asyncProperty(orders, async ({ keys, files: shuffled }) => {
      const other = shuffled.map((file) => shuffleRows(file, keys));
      expect(countChanges(await planFiles(state, other))).toEqual(noChanges);
      const fresh = applyPlan(emptyState(), await planFiles(emptyState(), other));
      expect(fresh.reconciliations).toEqual(state.reconciliations);
      expect(fresh.committees).toEqual(state.committees);
    }),
    { numRuns: 5 },
  );
});

test.each(['csv', 'xlsx'] as const)('an export as %s is imported without a change', async (format) => {
  const exported = await Promise.all(
    KINDS.map(async (kind): Promise<InputFile> => {
      return { name: `${kind}.${format}`, bytes: await exportKind(state, kind, format), kind: 'auto' };
    }),
  );
  const again = await planFiles(state, exported);
  expect(again.issues).toEqual([]);
  expect(countChanges(again)).toEqual(noChanges);
  expect(applyPlan(emptyState(), await planFiles(emptyState(), exported)).reconciliations).toEqual(
    state.reconciliations,
  );
});
