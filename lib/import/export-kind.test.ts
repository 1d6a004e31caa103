import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { exportKind } from './export-kind.ts';
import { guardText, restoreText } from './formula-guard.ts';
import { scanCsv } from './scan-csv.ts';
import { makeTemplate } from './templates.ts';
import { generatedState } from './testing/generated-states.ts';
import { emptyState, planFiles } from './testing/states.ts';
import { IMPORT_KINDS, type InputFile } from './types.ts';
import type { TableFormat } from './write-table.ts';

function exportAll(state: MunicipalityState, format: TableFormat): Promise<InputFile[]> {
  return Promise.all(
    IMPORT_KINDS.map(async (kind): Promise<InputFile> => {
      return { name: `${kind}.${format}`, bytes: await exportKind(state, kind, format), kind: 'auto' };
    }),
  );
}

async function expectUnchanged(state: MunicipalityState, format: TableFormat) {
  const plan = await planFiles(state, await exportAll(state, format));
  expect(plan.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(
    plan.files.flatMap(({ changes, kept }) => [
      ...changes,
      ...kept.filter(({ subject }) => subject === 'reconciliation'),
    ]),
  ).toEqual([]);
}

test('an export as CSV is imported without a change, whatever the municipality', async () => {
  await fc.assert(
    fc.asyncProperty(generatedState, (state) => expectUnchanged(state, 'csv')),
    { numRuns: 100 },
  );
});

test('an export as .xlsx is imported without a change, and says what the CSV says', async () => {
  await fc.assert(
    fc.asyncProperty(generatedState, async (state) => {
      await expectUnchanged(state, 'xlsx');
      const [csv, xlsx] = await Promise.all(
        (['csv', 'xlsx'] as const).map(async (format) => planFiles(emptyState(), await exportAll(state, format))),
      );
      const changes = (plan: typeof csv) => plan?.files.map((file) => file.changes);
      expect(changes(xlsx)).toEqual(changes(csv));
    }),
    { numRuns: 3 },
  );
});

test('a text that begins like a formula is guarded in CSV, and every text comes back', () => {
  expect(['=1+1', '+1', '-1', '@x', '\tx', "'=x", "''-x"].map(guardText)).toEqual([
    "'=1+1",
    "'+1",
    "'-1",
    "'@x",
    "'\tx",
    "''=x",
    "'''-x",
  ]);
  expect(['a', "'a", "'", '1-2'].map(guardText)).toEqual(['a', "'a", "'", '1-2']);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("'", '=', '-', 'a', '\t')).map((all) => all.join('')),
      (text) => {
        expect(restoreText(guardText(text))).toBe(text);
      },
    ),
  );
});

test('a CSV export has no cell that Excel would run', async () => {
  await fc.assert(
    fc.asyncProperty(generatedState, async (state) => {
      for (const file of await exportAll(state, 'csv')) {
        const { rows } = scanCsv(new TextDecoder().decode(file.bytes), ';');
        // Amounts may begin with a minus; they are numbers.
        const run = rows
          .flatMap(({ cells }) => cells)
          .filter((cell) => /^[=+\-@\t]/.test(cell) && !/^-[\d.]+,\d\d$/.test(cell));
        expect(run).toEqual([]);
      }
    }),
    { numRuns: 50 },
  );
});

test.each(IMPORT_KINDS)('the template of %s is recognised and complete in both forms', async (kind) => {
  for (const format of ['csv', 'xlsx'] as const) {
    const bytes = await makeTemplate(kind, format);
    const plan = await planFiles(emptyState(), [{ name: `t.${format}`, bytes, kind: 'auto' }]);
    expect(plan.files.map((file) => file.kind)).toEqual([kind]);
    expect(plan.issues.filter(({ code }) => code.startsWith('column'))).toEqual([]);
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await makeTemplate(kind, 'csv'));
  expect(text).toMatch(/^\ufeff[^\r\n]+;[^\r\n]+\r\n$/);
});
