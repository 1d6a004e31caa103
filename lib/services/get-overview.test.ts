import { describe, expect, it } from 'vitest';
import { getOverview } from './get-overview.ts';
import { prepareStores } from './testing/demo-store.ts';

const stores = prepareStores();

describe('getOverview', () => {
  it('says of the reference case what was published', async () => {
    const overview = await getOverview(stores.demo(), '2023-12', '2024-03-20');
    // The published report of 2023: 2.449 accounts, 8 of them equity, 2.441 reconciled.
    expect(overview).toMatchObject({ accounts: 2449, balance: 0n, notLogged: 0, separately: 8 });
    const counted = overview?.categories.reduce((total, { accounts }) => total + accounts, 0);
    expect(counted).toBe(2441);
    expect(overview?.reports?.map(({ code }) => code)).toContain('BIU');
    const followUp = overview?.categories.reduce((total, category) => total + category.followUp, 0n);
    expect(overview?.findings.amount).toBe(followUp);
    expect(overview?.older.amount).toBe(overview?.categories.reduce((total, { older }) => total + older, 0n));
  });

  it('counts a plan as late from the day after its deadline', async () => {
    const context = stores.demo();
    const lateOn = async (today: string) => (await getOverview(context, '2023-12', today))?.late.count ?? 0;
    const deadlines = await context.store.read.planStep.findMany({ where: { deadline: '2024-03-31' } });
    expect(deadlines.length).toBeGreaterThan(0);
    expect(await lateOn('2023-01-01')).toBe(0);
    expect((await lateOn('2024-04-01')) - (await lateOn('2024-03-31'))).toBeGreaterThan(0);
  });

  it('finds nothing where there is no such period', async () => {
    expect(await getOverview(stores.demo(), '2022-12', '2024-03-20')).toBeNull();
    expect(await getOverview(stores.demo(), 'nonsense', '2024-03-20')).toBeNull();
  });
});
