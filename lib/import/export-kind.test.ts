import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { emptyState } from '#lib/domain/testing/empty-state.ts';
import { guardText, restoreText } from '#lib/format/formula-guard.ts';
import { exportKind } from './export-kind.ts';
import { planImport } from './plan-import.ts';
import { readFiles } from './read-files.ts';
import { scanCsv } from './scan-csv.ts';
import { makeTemplate } from './templates.ts';
import { generatedState } from './testing/generated-states.ts';
import { applyPlan, OPTIONS, planFiles } from './testing/states.ts';
import { IMPORT_KINDS, type InputFile, type ParsedFile } from './types.ts';
import type { TableFormat } from './write-table.ts';

function exportAll(state: MunicipalityState, format: TableFormat): Promise<InputFile[]> {
  return Promise.all(
    IMPORT_KINDS.map(async (kind): Promise<InputFile> => {
      return { name: `${kind}.${format}`, bytes: await exportKind(state, kind, format), kind: 'auto' };
    }),
  );
}

function expectUnchanged(state: MunicipalityState, files: ParsedFile[]) {
  const plan = planImport(state, files, OPTIONS);
  expect(plan.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(plan.files.flatMap(({ changes }) => changes)).toEqual([]);
  expect(plan.files.flatMap(({ kept }) => kept).filter(({ subject }) => subject === 'reconciliation')).toEqual([]);
}

const readAll = async (state: MunicipalityState, format: TableFormat) =>
  readFiles(await exportAll(state, format), OPTIONS, state.period);

test('an export as CSV is imported without a change, whatever the municipality', async () => {
  await fc.assert(
    fc.asyncProperty(generatedState, async (state) => expectUnchanged(state, await readAll(state, 'csv'))),
    { numRuns: 100 },
  );
});

test('an export as .xlsx is imported without a change, and says what the CSV says', async () => {
  await fc.assert(
    fc.asyncProperty(generatedState, async (state) => {
      const xlsx = await readAll(state, 'xlsx');
      expectUnchanged(state, xlsx);
      const csv = await readAll(state, 'csv');
      const changes = (files: ParsedFile[]) =>
        planImport(emptyState(), files, OPTIONS).files.map((file) => file.changes);
      expect(changes(xlsx)).toEqual(changes(csv));
    }),
    { numRuns: 4 },
  );
});

/** The same municipality with everything whose order carries no meaning the other way round. */
function reverse(state: MunicipalityState): MunicipalityState {
  const turn = <T>(map: Map<string, T>) => new Map([...map].reverse());
  const reconciliations = [...state.reconciliations.values()].map((own) => ({
    ...own,
    findings: own.findings.toReversed().map((finding) => ({
      ...finding,
      items: finding.items.toReversed(),
      steps: finding.steps.toReversed(),
    })),
  }));
  const { sammenligningstal, systemafstemninger, afskrivninger, egenkapital } = state.registers;
  return {
    ...state,
    functions: state.functions.toReversed(),
    accounts: state.accounts.toReversed(),
    responsibilities: turn(state.responsibilities),
    documentation: turn(state.documentation),
    reconciliations: new Map(reconciliations.reverse().map((own) => [own.account, own])),
    registers: {
      ...state.registers,
      sammenligningstal: sammenligningstal.toReversed(),
      systemafstemninger: systemafstemninger.toReversed(),
      afskrivninger: afskrivninger.toReversed(),
      'periodiserede-poster': state.registers['periodiserede-poster'].toReversed(),
      egenkapital: egenkapital.toReversed(),
    },
  };
}

test('the order of rows and files changes nothing, neither on top of what is stored nor in an empty municipality', async () => {
  await fc.assert(
    fc.asyncProperty(generatedState, async (state) => {
      const turned = (await exportAll(reverse(state), 'csv')).reverse();
      const again = await planFiles(state, turned);
      expect(again.files.flatMap(({ changes }) => changes)).toEqual([]);
      const verdicts = async (files: InputFile[]) =>
        applyPlan(emptyState(), await planFiles(emptyState(), files)).reconciliations;
      expect(await verdicts(turned)).toEqual(await verdicts(await exportAll(state, 'csv')));
    }),
    { numRuns: 100 },
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
