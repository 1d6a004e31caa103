import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { type AccountValues, timeBareInserts } from './shared/bare-inserts.ts';
import { ACCOUNTS, LINES, writeMillionCsv, writeMillionXlsx } from './shared/million-lines.ts';
import type { Part, Row } from './shared/row.ts';
import { withFolder } from './shared/stores.ts';
import { sampleInTurns, showRatio, showSample, showTime } from './shared/timing.ts';

const RUNS = 3;
const GOAL_MS = 15_000;
const GOAL_RATIO = 3;
const GOAL_MEGABYTES = 500;

interface Measured {
  milliseconds: number;
  /** The most that the process held beyond what it holds when idle. */
  megabytes: number;
  /** The longest that the server answered nobody, in ms. */
  wait: number;
}

/** Imports in a process of its own, so that its memory is its own (see million-child.ts). */
function measure(file: string): Measured {
  const child = path.join(import.meta.dirname, 'million-child.ts');
  const args = [child, file, String(LINES), String(ACCOUNTS)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env } }));
}

/** A million rows as a table of accounts would have them. */
function makeRows(): AccountValues[] {
  return Array.from({ length: LINES }, (_, index) => [
    '2023-12',
    `9${String(index).padStart(7, '0')}`,
    `Mellemregning ${index}`,
    '9.22.01',
    BigInt(index) * 7_919_317n - 500_000_000_000n,
  ]);
}

async function run(): Promise<Row[]> {
  return withFolder(async (folder) => {
    const csv = path.join(folder, 'million.csv');
    const xlsx = path.join(folder, 'million.xlsx');
    writeMillionCsv(csv);
    writeMillionXlsx(xlsx);
    const rows = makeRows();
    const measured: Measured[] = [];
    const [ours, bare] = await sampleInTurns(
      RUNS,
      async () => {
        const one = measure(csv);
        measured.push(one);
        return one.milliseconds;
      },
      () => timeBareInserts(rows),
    );
    if (!ours || !bare) throw new Error('Nothing was measured.');
    const workbook = measure(xlsx);
    const most = (of: (one: Measured) => number) => Math.max(...measured.map(of));
    const beside = `${showSample(bare)} bare inserts of as many rows`;
    return [
      {
        what: `1,000,000 lines of CSV, ${ACCOUNTS.toLocaleString('en')} accounts: from bytes to commit, with events`,
        ours: showSample(ours),
        beside,
        ratio: showRatio(ours.median, bare.median),
        goal: '≤ 15 s and ≤ 3×',
        met: ours.median <= GOAL_MS && ours.median <= GOAL_RATIO * bare.median,
      },
      {
        what: '  its peak memory beyond idle',
        ours: `${most(({ megabytes }) => megabytes).toFixed(0)} MB`,
        beside: '–',
        ratio: '',
        goal: `≤ ${GOAL_MEGABYTES} MB`,
        met: most(({ megabytes }) => megabytes) <= GOAL_MEGABYTES,
      },
      {
        what: '  the longest that nobody else was answered',
        ours: showTime(most(({ wait }) => wait)),
        beside: '–',
        ratio: '',
        goal: '–',
        met: null,
      },
      {
        what: '1,000,000 lines of .xlsx: peak memory beyond idle',
        ours: `${workbook.megabytes.toFixed(0)} MB, ${showTime(workbook.milliseconds)}`,
        beside,
        ratio: '',
        goal: `≤ ${GOAL_MEGABYTES} MB`,
        met: workbook.megabytes <= GOAL_MEGABYTES,
      },
    ];
  });
}

export const MILLION: Part = { name: 'million', run };
