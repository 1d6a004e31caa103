import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parsePeriod } from '#lib/domain/period.ts';
import { readFiles, readRaw } from '../read-files.ts';
import { OPTIONS } from '../testing/states.ts';
import type { ChosenMapping, InputFile, ParsedOf } from '../types.ts';
import { BUILT_IN_PROFILES } from './built-in.ts';
import { guessMapping } from './guess.ts';

/** What all three samples hold at the end of 2023, in øre, worked out by hand. */
const BALANCES = {
  '90100001': 1_250_000n,
  '90500001': 438_031_055n,
  '91403000': -825_200n,
  '95600017': -15_860_700n,
  '95900015': 12_284_931n,
  '97000001': -300_000_000n,
  '99900001': -134_880_086n,
};

function sample(name: string, mapping?: ChosenMapping): InputFile {
  const bytes = readFileSync(new URL(`../testing/samples/${name}`, import.meta.url));
  return { name, bytes, kind: 'auto', mapping };
}

async function readBalance(file: InputFile, periodId = '2023-12', profiles = BUILT_IN_PROFILES) {
  const period = parsePeriod(periodId);
  if (!period) throw new Error(`${periodId} is a period.`);
  const [parsed] = await readFiles([file], OPTIONS, period, profiles);
  return parsed as ParsedOf<'saldobalance'>;
}

const balancesOf = ({ rows }: ParsedOf<'saldobalance'>) =>
  Object.fromEntries(rows.map(({ account, balance }) => [account, balance]));

/** A mapping as the page makes it of its guess. */
async function guessed(name: string): Promise<ChosenMapping> {
  const { rows } = await readRaw(sample(name));
  const { content, at, unsure } = guessMapping(rows, null, null);
  expect(unsure).toEqual([]);
  return { name: '', content, headerRow: rows[at]?.row ?? null, fingerprint: '' };
}

describe('exports as they come', () => {
  test.each([
    ['kmd-opus.csv', 'KMD Opus', 13, 7, { 'no-account': 0, total: 6 }],
    ['sap-s4.txt', 'SAP S/4HANA', 11, 8, { total: 1, 'main-account': 2 }],
    ['prisme.csv', 'Prisme', 11, 8, { total: 1, 'other-period': 2 }],
  ])('%s is recognised by its headings', async (name, profile, lines, taken, ignored) => {
    const parsed = await readBalance(sample(name));
    expect(parsed.issues).toEqual([]);
    expect(balancesOf(parsed)).toEqual(BALANCES);
    expect(parsed.reading).toMatchObject({ profile, lines, taken, accounts: 7 });
    const counts = Object.fromEntries((parsed.reading?.ignored ?? []).map(({ reason, count }) => [reason, count]));
    expect(counts).toEqual(Object.fromEntries(Object.entries(ignored).filter(([, count]) => count > 0)));
  });

  test.each(['kmd-opus.csv', 'sap-s4.txt', 'prisme.csv'])(
    '%s is guessed right where no profile is known',
    async (name) => {
      const parsed = await readBalance(sample(name, await guessed(name)), '2023-12', []);
      expect(parsed.issues).toEqual([]);
      expect(balancesOf(parsed)).toEqual(BALANCES);
      expect(parsed.rows.find(({ account }) => account === '95900015')?.name).toBe('Mellemregningskonto KØB');
    },
  );

  test('periods in columns are added up to the period asked for', async () => {
    const parsed = await readBalance(sample('sap-s4.txt'), '2023-06');
    // By hand: brought forward 6.250,00, January 3.125,00, June 1.562,50.
    expect(parsed.rows[0]).toMatchObject({ account: '90100001', balance: 1_093_750n });
    // Two profit centres: −50.000,00 −25.000,00 −12.500,00, and −29.303,50 −14.651,75.
    expect(parsed.rows[3]).toMatchObject({ account: '95600017', balance: -13_145_525n });
  });

  test('a supplementary period that the file has no column for is refused', async () => {
    const parsed = await readBalance(sample('sap-s4.txt'), '2023-13');
    expect(parsed.rows).toEqual([]);
    expect(parsed.issues).toMatchObject([{ code: 'mapped-period-missing', row: 4, params: { month: 13 } }]);
  });

  test('rows of the wanted period alone are taken', async () => {
    const parsed = await readBalance(sample('prisme.csv'), '2023-13');
    expect(balancesOf(parsed)).toEqual({ '95600017': -10_000n, '90500001': 10_000n });
  });
});
