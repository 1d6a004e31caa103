import { Buffer } from 'node:buffer';
import { formatOre } from '#lib/format/amount.ts';
import { type AccountValues, timeBareInserts } from './shared/bare-inserts.ts';
import type { Part, Row } from './shared/row.ts';
import { demoFiles, importAll, withEmptyStore } from './shared/stores.ts';
import { sampleInTurns, showRatio, showSample, timeOf } from './shared/timing.ts';

const ROWS = 100_000;
const RUNS = 7;
const GOAL_RATIO = 3;

/** Functions of the reference case whose digits begin the numbers of its accounts. */
const FUNCTIONS = ['9.22.01', '9.22.05', '9.25.12', '9.28.14', '9.32.20'];
const EACH = ROWS / FUNCTIONS.length;

/**
 * A balance that sums to 0, in the order of its accounts as exports are: accounts in pairs, one the other's opposite,
 * amounts from øre to hundreds of millions.
 */
function makeBalance(): AccountValues[] {
  return Array.from({ length: ROWS }, (_, index): AccountValues => {
    const imFunction = FUNCTIONS[Math.floor(index / EACH)] ?? '';
    const pair = BigInt(index >> 1);
    const amount = (pair * 7_919_317n) % 50_000_000_000n;
    const number = `9${imFunction.slice(-2)}${String(index % EACH).padStart(5, '0')}`;
    return ['2023-12', number, `Mellemregning ${index}`, imFunction, index % 2 === 0 ? amount : -amount];
  });
}

function toCsv(balance: AccountValues[]): Uint8Array {
  const lines = balance.map(([, number, name, code, amount]) => `${number};${name};${code};${formatOre(amount)}\r\n`);
  return Buffer.from(`Konto;Kontonavn;IM-funktion;Saldo\r\n${lines.join('')}`, 'latin1');
}

/** From the bytes of the file to the commit, each account with its event; the functions lie there before. */
function timeImport(bytes: Uint8Array): Promise<number> {
  return withEmptyStore(async (context) => {
    await importAll(context, demoFiles('im-funktioner'));
    const time = await timeOf(() => importAll(context, [{ name: 'saldobalance.csv', bytes, kind: 'auto' }]));
    const [accounts, events] = await Promise.all([
      context.store.read.account.count(),
      context.store.read.auditEvent.count({ where: { subject: 'account' } }),
    ]);
    if (accounts !== ROWS || events !== ROWS) throw new Error(`Stored ${accounts} accounts and ${events} events.`);
    return time;
  });
}

async function run(): Promise<Row[]> {
  const balance = makeBalance();
  const bytes = toCsv(balance);
  const [ours, bare] = await sampleInTurns(
    RUNS,
    () => timeImport(bytes),
    () => timeBareInserts(balance),
  );
  if (!ours || !bare) throw new Error('Nothing was measured.');
  return [
    {
      what: 'import of 100,000 balance rows, from bytes, with their events',
      ours: showSample(ours),
      beside: `${showSample(bare)} bare inserts of the rows`,
      ratio: showRatio(ours.median, bare.median),
      goal: '≤ 3×',
      met: ours.median <= GOAL_RATIO * bare.median,
    },
  ];
}

export const BULK: Part = { name: 'bulk import', run };
