import { describe, expect, it } from 'vitest';
import { getAccount } from './get-account.ts';
import { getAccountHistory } from './get-account-history.ts';
import { openNextPeriod } from './open-next-period.ts';
import { storeImport } from './store-import.ts';
import { as, demoFiles, prepareStores } from './testing/demo-store.ts';
import { expectDone } from './testing/rights-things.ts';

const stores = prepareStores();
const ACCOUNT = '95900015';
const KNOWN = 'BIU';

/** The demo's balance with `more` kroner on the account, and as much less on another, so that it balances. */
function balanceWith(more: number) {
  return demoFiles('saldobalance').map((file) => {
    let rest = 0;
    const lines = Buffer.from(file.bytes).toString('latin1').split(/\r?\n/);
    const moved = lines.map((line) => {
      const cells = line.split(';');
      const by = cells[0] === ACCOUNT ? more : cells[0] === '99900001' ? -more : 0;
      if (by === 0) return line;
      rest += by;
      const index = cells.length - 1;
      const kroner = Number((cells[index] ?? '').replaceAll('.', '').replace(',', '.'));
      cells[index] = (kroner + by).toFixed(2).replace('.', ',');
      return cells.join(';');
    });
    expect(rest).toBe(0);
    return { ...file, bytes: Buffer.from(moved.join('\r\n'), 'latin1') };
  });
}

describe('an account over the periods', () => {
  it('has one period in the demo, and nothing before it', async () => {
    const context = stores.demo();
    const history = await getAccountHistory(context, '2023-12', ACCOUNT);
    const detail = await getAccount(context, '2023-12', ACCOUNT);
    expect(history?.points).toEqual([
      {
        period: expect.objectContaining({ id: '2023-12' }),
        balance: detail?.account.balance,
        category: 2,
        followUp: 12_284_900n,
        older: 19_046_600n,
      },
    ]);
    expect(history?.earlier).toBeNull();
  });

  it('tells the balances of all periods that have one, and the verdict of the one before', async () => {
    const context = stores.demo();
    const administrator = as('administrator', context);
    const options = { amounts: null, overwrite: false };
    expectDone(await openNextPeriod(administrator, { from: '2023-12', to: '2024-01' }));
    const carried = await getAccountHistory(context, '2024-01', ACCOUNT);
    expect(carried?.points.map(({ period, category }) => [period.id, category])).toEqual([
      ['2023-12', 2],
      ['2024-01', 2],
    ]);
    // Opened and without a balance of its own, it is no period whose balance is known to others.
    expect((await getAccountHistory(context, '2023-12', ACCOUNT))?.points).toHaveLength(1);

    const imported = { files: balanceWith(1000), periodId: '2024-01', options };
    const { plan } = expectDone(await storeImport(administrator, imported, null));
    expect(plan.issues).toEqual([]);
    const history = await getAccountHistory(context, '2024-01', ACCOUNT);
    const [first, second] = history?.points ?? [];
    expect((second?.balance ?? 0n) - (first?.balance ?? 0n)).toBe(100_000n);
    expect(history?.earlier).toMatchObject({
      period: { id: '2023-12' },
      balance: first?.balance,
      olderLimit: '2022-12-31',
      reconciliation: { category: 2 },
    });
    expect((await getAccountHistory(context, '2023-12', ACCOUNT))?.points).toHaveLength(2);
  });

  it('shows of other periods what one may see of them', async () => {
    const context = stores.demo();
    expectDone(await openNextPeriod(as('administrator', context), { from: '2023-12', to: '2024-01' }));
    await context.store.writeTx((tx) =>
      tx.responsibility.update({
        where: { periodId_accountNumber: { periodId: '2023-12', accountNumber: ACCOUNT } },
        data: { committeeCode: 'TMU', administrationCode: 'TMF' },
      }),
    );
    await context.store.writeTx((tx) =>
      tx.finding.updateMany({ where: { periodId: '2023-12', accountNumber: ACCOUNT }, data: { committeeCode: 'TMU' } }),
    );
    const secretariat = as('secretariat', context);
    expect(secretariat.actor.grants[0]?.unit?.code).toBe(KNOWN);
    const history = await getAccountHistory(secretariat, '2024-01', ACCOUNT);
    expect(history?.points.map(({ period }) => period.id)).toEqual(['2024-01']);
    expect(history?.earlier).toMatchObject({ balance: null, reconciliation: null });
  });

  it('is nothing where there is no such account or period', async () => {
    const context = stores.demo();
    expect(await getAccountHistory(context, '2023-12', '12345678')).toBeNull();
    expect(await getAccountHistory(context, '2031-12', ACCOUNT)).toBeNull();
  });
});
