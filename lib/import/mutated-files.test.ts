import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { messagesOf } from '#lib/format/messages.ts';
import { BUILT_IN_PROFILES } from './mapping/built-in.ts';
import { planImport } from './plan-import.ts';
import { readFiles } from './read-files.ts';
import { scanCsv } from './scan-csv.ts';
import { BalanceStream } from './stream/balance-stream.ts';
import { CsvCutter } from './stream/csv-cutter.ts';
import { applyPlan, OPTIONS, smallState } from './testing/states.ts';
import { inline, makeWorkbook, number, sheetXml } from './testing/workbooks.ts';
import { IMPORT_KINDS, type InputFile, type Issue } from './types.ts';
import { readWorkbook } from './xlsx/read-workbook.ts';
import { XlsxError } from './xlsx/zip.ts';

const DEMO = path.resolve(import.meta.dirname, '../../prisma/demo');
const SAMPLES = path.join(import.meta.dirname, 'testing/samples');
/** Of each file so much: enough for its headings and some rows. In bytes. */
const BEGINNING = 600;
const MUTATED = 10_000;
const MUTATED_WORKBOOKS = 1_000;

/** Whole numbers below `most`, the same ones every time (mulberry32). */
function makeChance(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
}

/** What breaks files: bytes and signs that mean something to their readers. */
const PIECES = [
  '"',
  ';',
  '\r',
  '\n',
  '\t',
  '\u0000',
  'æ',
  '=1+1',
  '-',
  '1,234.50',
  '99999999999999999999',
  'ÿþ',
  ';;;',
].map((text) => Buffer.from(text, 'latin1'));

/** The bytes with one to four things done to them: changed, cut out, put in, doubled, ended early. */
function mutate(bytes: Buffer, chance: (most: number) => number): Buffer {
  let mutated = Buffer.from(bytes);
  for (let times = 1 + chance(4); times > 0 && mutated.length > 0; times -= 1) {
    const at = chance(mutated.length);
    const length = 1 + chance(40);
    const [before, after] = [mutated.subarray(0, at), mutated.subarray(at)];
    const deed = chance(6);
    if (deed === 0) mutated[at] = chance(256);
    else if (deed === 1) mutated = Buffer.concat([before, after.subarray(length)]);
    else if (deed === 2) mutated = Buffer.concat([before, PIECES[chance(PIECES.length)] ?? before, after]);
    else if (deed === 3) mutated = Buffer.concat([before, after.subarray(0, length), after]);
    else if (deed === 4) mutated = before;
    else mutated = Buffer.concat([after, before]);
  }
  return mutated;
}

function originals(): { name: string; bytes: Buffer }[] {
  return [DEMO, SAMPLES].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => !name.endsWith('.json'))
      .map((name) => ({ name, bytes: readFileSync(path.join(folder, name)).subarray(0, BEGINNING) })),
  );
}

const texts = messagesOf('da').issues;

/** An answer has a place: its file, and a row of it unless it concerns the whole file; and words for a person. */
function expectPlace({ file, row, code }: Issue, name: string, lines: number): void {
  expect(file).toBe(name);
  expect(code in texts, code).toBe(true);
  if (row !== null) {
    expect(row).toBeGreaterThanOrEqual(1);
    expect(row).toBeLessThanOrEqual(lines);
  }
}

function countLines(bytes: Buffer): number {
  return bytes.toString('latin1').split(/\r\n?|\n/).length + 1;
}

/** Nothing but what the plan says, and that only where nothing is wrong. */
function expectWhole(state: MunicipalityState, file: InputFile, parsed: Awaited<ReturnType<typeof readFiles>>): void {
  const plan = planImport(state, parsed, OPTIONS);
  if (plan.issues.some(({ severity }) => severity === 'error')) return;
  const again = planImport(applyPlan(state, plan), parsed, OPTIONS);
  expect(
    again.files.flatMap(({ changes }) => changes),
    file.name,
  ).toEqual([]);
}

it('ten thousand mutated files: none breaks the reader, every answer has its place, what is taken is taken whole', {
  timeout: 600_000,
}, async () => {
  const chance = makeChance(20_231_231);
  const files = originals();
  const state = await smallState();
  const [parsedPeriod] = [state.period];
  let faulty = 0;
  for (let count = 0; count < MUTATED; count += 1) {
    const original = files[count % files.length];
    if (!original) throw new Error('There are files.');
    const bytes = mutate(original.bytes, chance);
    // What begins as a container is a workbook, read in a thread of its own: those are mutated below.
    if (bytes[0] === 0xd0 || bytes[0] === 0x50) continue;
    const kind = chance(4) === 0 ? (IMPORT_KINDS[chance(IMPORT_KINDS.length)] ?? 'auto') : 'auto';
    const file: InputFile = { name: original.name, bytes, kind };
    const parsed = await readFiles([file], OPTIONS, parsedPeriod, BUILT_IN_PROFILES);
    const [{ issues } = { issues: [] }] = parsed;
    if (issues.length > 0) faulty += 1;
    const lines = countLines(bytes);
    for (const issue of issues) expectPlace(issue, original.name, lines);
    if (count % 20 === 0) expectWhole(state, file, parsed);
    if (kind === 'auto' || kind === 'saldobalance')
      readLineByLine(bytes.toString('latin1'), kind, original.name, lines);
  }
  // Mutations that harm nothing prove nothing.
  expect(faulty).toBeGreaterThan(MUTATED / 4);
});

/** The path of large files, in pieces: the same promises. */
function readLineByLine(text: string, kind: 'auto' | 'saldobalance', name: string, lines: number): void {
  const request = { path: '', name, kind, periodId: '2023-12', amounts: null, sumLines: true, mapping: null };
  const stream = new BalanceStream({ ...request, profiles: BUILT_IN_PROFILES }, false, null);
  const cutter = new CsvCutter(';');
  let rows = 0;
  for (let at = 0; at < text.length; at += 97) {
    const cut = cutter.push(text.slice(at, at + 97), false);
    rows += cut.rows.length;
    if (!stream.push(cut)) break;
  }
  stream.push(cutter.push('', true));
  const { reading } = stream.finish();
  expect(rows).toBeLessThanOrEqual(scanCsv(text, ';').rows.length);
  for (const issue of reading.issues) expectPlace(issue, name, lines);
  if (reading.issues.some(({ severity }) => severity === 'error')) expect(reading.rows).toEqual([]);
}

it('a thousand mutated workbooks: each is read or refused with a reason', { timeout: 120_000 }, async () => {
  const chance = makeChance(953);
  const xml = sheetXml({
    1: ['Konto', 'Kontonavn', 'IM-funktion', 'Saldo'].map(inline),
    2: [number('90100001'), inline('Kasse'), inline('9.22.01'), number('1500.25')],
    3: [number('90100002'), inline('Bank'), inline('9.22.01'), number('-1500.25')],
  });
  const whole = Buffer.from(makeWorkbook({ sheets: [{ name: 'A', xml }], styles: [0, 14] }));
  const outcomes = new Map<string, number>();
  for (let count = 0; count < MUTATED_WORKBOOKS; count += 1) {
    let outcome = 'read';
    try {
      await readWorkbook(mutate(whole, chance), 'auto', 1024 * 1024, () => undefined);
    } catch (error) {
      if (!(error instanceof XlsxError)) throw error;
      outcome = error.fault;
      expect(outcome in texts, outcome).toBe(true);
    }
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  }
  expect(outcomes.get('xlsx-broken')).toBeGreaterThan(100);
});
