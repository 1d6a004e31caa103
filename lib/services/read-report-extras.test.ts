import { describe, expect, it } from 'vitest';
import { savePeriod } from '#lib/db/periods.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import type { Context } from './context.ts';
import { readReportExtras } from './read-report-extras.ts';
import { prepareStores } from './testing/demo-store.ts';

const stores = prepareStores();

const periodOf = (id: string) => parsePeriod(id) ?? expect.fail('no period');

/** A year-end with one account, reconciled without remarks, and what its report is held against in category 2. */
async function addYear({ store }: Context, year: number, second: number | null, isDone = true) {
  const period = periodOf(`${year}-12`);
  await store.writeTx(async (tx) => {
    await savePeriod(tx, period, { count: 1, sum: 0n });
    const own = { periodId: period.id, number: '95900015' };
    await tx.account.create({ data: { ...own, name: 'Mellemregning', imFunction: '9.52.59', balance: 0n } });
    const verdict = await tx.reconciliation.findFirstOrThrow({ where: { periodId: '2023-12', category: 1 } });
    if (isDone) {
      await tx.reconciliation.create({ data: { ...verdict, periodId: period.id, accountNumber: own.number } });
    }
    if (second === null) return;
    const content = JSON.stringify({ category: 2, accounts: second, net: String(second * 100) });
    await tx.registerLine.create({
      data: { fiscalYear: year, register: 'sammenligningstal', content, imported: null, version: 1 },
    });
  });
}

const earlierYears = async ({ store }: Context) => {
  const extras = await readReportExtras(store.read, periodOf('2023-12'), 'BIU');
  return extras.earlierYears.map(({ year, categories }) => `${year}: ${categories[2]?.accounts ?? '-'}`);
};

describe('the years before the year before', () => {
  it('are what each report there says of its own year and of the one before', async () => {
    const context = stores.demo();
    expect(await earlierYears(context)).toEqual([]);
    await addYear(context, 2022, 21);
    expect(await earlierYears(context)).toEqual(['2021: 21']);
    await addYear(context, 2020, 19);
    expect(await earlierYears(context)).toEqual(['2021: 21', '2020: 0', '2019: 19']);
  });

  it('end before a year whose accounts have not all their verdict, and before one that nothing tells of', async () => {
    const context = stores.demo();
    await addYear(context, 2022, 21);
    await addYear(context, 2020, 19, false);
    expect(await earlierYears(context)).toEqual(['2021: 21']);
    const other = stores.demo();
    await addYear(other, 2022, null);
    await addYear(other, 2020, 19);
    expect(await earlierYears(other)).toEqual([]);
  });
});
