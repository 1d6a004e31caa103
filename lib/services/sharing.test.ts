import { describe, expect, it } from 'vitest';
import { savePeriod } from '#lib/db/periods.ts';
import { shareAccounts } from '#lib/db/sharing.ts';
import { sum } from '#lib/domain/money.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { balancesByCommittee } from '#lib/domain/sharing.ts';
import { closePeriod } from './close-period.ts';
import type { Context } from './context.ts';
import { getReport } from './get-report.ts';
import { getSharing } from './get-sharing.ts';
import { lockPeriod } from './lock-period.ts';
import { readState } from './read-state.ts';
import { removeSharingKey } from './remove-sharing-key.ts';
import { saveSharingKey } from './save-sharing-key.ts';
import { as, prepareStores } from './testing/demo-store.ts';
import { codeOf } from './testing/people.ts';

const stores = prepareStores();
const PERIOD = '2023-12';
const ACCOUNT = '95900015';

function key(weights: Record<string, bigint>, accounts: string[] = [ACCOUNT], more: object = {}) {
  const parts = Object.entries(weights).map(([committee, weight]) => ({ committee, weight }));
  return { periodId: PERIOD, id: null, version: 0, name: 'Fælles', kind: 'percent', parts, accounts, ...more };
}

const HALVES = { BIU: 500_000n, TMU: 500_000n };

async function balances({ store }: Context) {
  const period = parsePeriod(PERIOD);
  if (!period) throw new Error('no period');
  return balancesByCommittee(await readState(store, period));
}

describe('a sharing key', () => {
  it('divides the balances of its accounts between committees, so that the sums still add up', async () => {
    const context = stores.demo();
    const before = await balances(context);
    const account = await context.store.read.account.findFirstOrThrow({ where: { number: ACCOUNT, periodId: PERIOD } });
    const saved = await saveSharingKey(
      as('accountant2', context),
      key({ BIU: 333_333n, TMU: 333_333n, KFU: 333_334n }),
    );
    expect(saved.ok).toBe(true);
    const [shown] = (await getSharing(as('accountant2', context), PERIOD))?.keys ?? [];
    const parts = shown?.accounts[0]?.parts ?? new Map();
    expect(sum(parts.values())).toBe(account.balance);
    const after = await balances(context);
    expect(sum(after.values())).toBe(sum(before.values()));
    const owner = await context.store.read.responsibility.findFirstOrThrow({ where: { accountNumber: ACCOUNT } });
    for (const committee of ['BIU', 'TMU', 'KFU']) {
      const own = committee === owner.committeeCode ? account.balance : 0n;
      expect(after.get(committee)).toBe((before.get(committee) ?? 0n) - own + (parts.get(committee) ?? 0n));
    }
    const report = await getReport(as('secretariat', context), 2023, 'BIU');
    expect(report?.checks.find(({ id }) => id === 'sum')?.ok).toBe(true);
  });

  it('is told in the trail, for itself and for each account, and changed by whoever saw it last', async () => {
    const context = stores.demo();
    const saved = await saveSharingKey(as('administrator', context), key(HALVES));
    const id = saved.ok ? saved.value.id : 0;
    expect(codeOf(await saveSharingKey(as('administrator', context), key(HALVES, [ACCOUNT], { id, version: 1 })))).toBe(
      'ok',
    );
    const events = await context.store.read.auditEvent.findMany({
      where: { subject: { in: ['sharingKey', 'sharedAccount'] } },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ subject, subjectId, action }) => [subject, subjectId, action])).toEqual([
      ['sharingKey', '2023/Fælles', 'create'],
      ['sharedAccount', ACCOUNT, 'create'],
    ]);
    const again = key({ BIU: 1_000_000n - 1n, TMU: 1n }, [], { id, version: 1 });
    expect(codeOf(await saveSharingKey(as('administrator', context), again))).toBe('ok');
    expect(codeOf(await saveSharingKey(as('administrator', context), { ...again, parts: key(HALVES).parts }))).toBe(
      'key-changed',
    );
    expect((await getSharing(as('administrator', context), PERIOD))?.keys[0]?.accounts).toEqual([]);
    expect(codeOf(await removeSharingKey(as('administrator', context), { periodId: PERIOD, id, version: 2 }))).toBe(
      'ok',
    );
    expect((await getSharing(as('administrator', context), PERIOD))?.keys).toEqual([]);
  });

  it('divides no locked period of its year anew', async () => {
    const context = as('administrator', stores.demo());
    const saved = await saveSharingKey(context, key(HALVES));
    const id = saved.ok ? saved.value.id : 0;
    const earlier = parsePeriod('2023-11') ?? expect.fail('no period');
    await context.store.writeTx(async (tx) => {
      await savePeriod(tx, earlier, null);
      const account = await tx.account.findFirstOrThrow({ where: { number: ACCOUNT, periodId: PERIOD } });
      await tx.account.create({ data: { ...account, periodId: earlier.id } });
      await shareAccounts(tx, earlier.id, id, [ACCOUNT]);
      await tx.period.update({ where: { id: earlier.id }, data: { status: 'locked' } });
    });
    const otherwise = key({ BIU: 400_000n, TMU: 600_000n }, [ACCOUNT], { id, version: 1 });
    expect(codeOf(await saveSharingKey(context, otherwise))).toBe('key-in-locked-period');
    // The locked period's accounts stay the key's, whichever of this period's it shares.
    expect(codeOf(await saveSharingKey(context, key(HALVES, [], { id, version: 1 })))).toBe('ok');
  });

  it('is refused where it does not make up a whole, or names what is not there', async () => {
    const context = as('administrator', stores.demo());
    const codes = async (input: object) => codeOf(await saveSharingKey(context, input));
    expect(await codes(key({ BIU: 500_000n, TMU: 400_000n }))).toBe('not-the-whole');
    expect(await codes(key({ BIU: 1_000_000n }))).toBe('too-few-parts');
    expect(await codes(key({ BIU: 500_000n, XXX: 500_000n }))).toBe('unknown-committee');
    expect(await codes(key(HALVES, ['12345678']))).toBe('unknown-accounts');
    expect(await codes(key(HALVES, [], { name: ' ' }))).toBe('required');
    expect(await codes(key(HALVES, [], { kind: 'amounts' }))).toBe('ok');
    expect(await codes(key(HALVES))).toBe('name-taken');
    expect(codeOf(await saveSharingKey(as('approver', context), key(HALVES)))).toBe('not-allowed');
    await closePeriod(context, { periodId: PERIOD, confirmed: true });
    await lockPeriod(context, { periodId: PERIOD });
    expect(await codes(key(HALVES, [], { name: 'Senere' }))).toBe('period-locked');
  });
});
