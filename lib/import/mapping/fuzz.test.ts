import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePeriod } from '#lib/domain/period.ts';
import { readFiles, readRaw } from '../read-files.ts';
import { OPTIONS } from '../testing/states.ts';
import { BUILT_IN_PROFILES } from './built-in.ts';
import { guessMapping } from './guess.ts';
import { readSample } from './read-sample.ts';

const period = parsePeriod('2023-12');
if (!period) throw new Error('2023-12 is a period.');
const PERIOD = period;

const SAMPLES = ['kmd-opus.csv', 'sap-s4.txt', 'prisme.csv'].map((name) => ({
  name,
  bytes: readFileSync(new URL(`../testing/samples/${name}`, import.meta.url)),
}));

/** A sample with some of its bytes replaced, taken out or put in. */
const mutated = fc
  .record({
    sample: fc.constantFrom(...SAMPLES),
    edits: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        taken: fc.nat({ max: 40 }),
        put: fc.oneof(
          fc.uint8Array({ maxLength: 6 }),
          fc.constantFrom(';', '\t', '"', '\r\n', 'I alt', '-', ',', 'K').map((text) => Buffer.from(text)),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ sample: { name, bytes }, edits }) => {
    let own = bytes;
    for (const { at, taken, put } of edits) {
      const from = Math.floor(at * own.length);
      own = Buffer.concat([own.subarray(0, from), put, own.subarray(from + taken)]);
    }
    return { name, bytes: own };
  });

test('whatever is in a file, reading it by a profile or a guess ends in rows and issues that have a place', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, async ({ name, bytes }) => {
      const { rows, fromExcel } = await readRaw({ name, bytes, kind: 'auto' });
      const { at, content } = guessMapping(rows, null, null);
      const sample = readSample(rows, at, content, { period: PERIOD, fromExcel });
      expect(sample.taken + sample.faulty + sample.ignored.reduce((sum, { count }) => sum + count, 0)).toBe(
        sample.lines.length,
      );
      const guessed = { name: '', content, headerRow: rows[at]?.row ?? null, fingerprint: '' };
      for (const mapping of [undefined, guessed]) {
        const [file] = await readFiles([{ name, bytes, kind: 'auto', mapping }], OPTIONS, PERIOD, BUILT_IN_PROFILES);
        for (const issue of file?.issues ?? []) {
          expect(issue.file).toBe(name);
          expect(issue.row !== null || issue.column !== null || WHOLE_FILE.has(issue.code)).toBe(true);
        }
        const { reading } = file ?? {};
        // No line is lost without a word: it is taken, counted by its reason, or an issue.
        const passed = (reading?.ignored ?? []).reduce((sum, { count }) => sum + count, 0);
        const faulty = new Set(file?.issues.map(({ row }) => row)).size;
        if (reading) expect(reading.lines - reading.taken - passed).toBeLessThanOrEqual(faulty);
      }
    }),
    { numRuns: 400 },
  );
}, 120_000);

/** What can only be said of a whole file. */
const WHOLE_FILE = new Set(['file-empty', 'headings-missing']);
