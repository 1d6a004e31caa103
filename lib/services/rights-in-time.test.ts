import { describe, expect, it, test } from 'vitest';
import { findCaller } from '#lib/auth/find-caller.ts';
import { insertAbsence, insertRole } from '#lib/db/people.ts';
import type { Store } from '#lib/db/store.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import type { Role, Unit } from '#lib/domain/permissions.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { approveReconciliations } from './approve-reconciliations.ts';
import type { Context, Result } from './context.ts';
import { disablePerson } from './disable-person.ts';
import { getAccount } from './get-account.ts';
import { giveRole } from './give-role.ts';
import { listAccounts } from './list-accounts.ts';
import { listPeople } from './list-people.ts';
import { logReconciliation } from './log-reconciliation.ts';
import { takeRole } from './take-role.ts';
import { digestOf } from './testing/digest.ts';
import { PERIOD } from './testing/rights-names.ts';
import { CHIEF, expectDone, LEAVER, OWNER, PREPARER, PROBER, verdictOf } from './testing/rights-things.ts';
import { prepareWorlds } from './testing/world-stores.ts';

const worlds = prepareWorlds();
const ORIGIN = { channel: 'screen' as const, address: '127.0.0.1' };
const IDLE_MS = 3_600_000;

/** Danish date so many days from today. */
function day(offset: number): IsoDate {
  const noon = new Date(`${danishDate(new Date())}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + offset);
  return noon.toISOString().slice(0, 10);
}

/** Whoever's session it is, as their next request finds them; null: nobody. */
async function nextRequest(store: Store, { personId } = PROBER): Promise<Context | null> {
  return (await findCaller(store, `token-${personId}`, ORIGIN, IDLE_MS))?.context ?? null;
}

async function signedIn(store: Store, person = PROBER): Promise<Context> {
  const context = await nextRequest(store, person);
  if (!context) throw new Error('The session has ended.');
  return context;
}

interface Dated {
  role: Role;
  unit?: Unit | null;
  from?: IsoDate | null;
  to?: IsoDate | null;
}

async function give(store: Store, { personId }: { personId: string }, dated: Dated): Promise<number> {
  const role = { unit: null, from: null, to: null, ...dated, source: 'person' as const };
  return store.writeTx((tx) => insertRole(tx, personId, role, CHIEF.personId, '2020-01-01T00:00:00.000Z'));
}

async function standIn(store: Store, absent: { personId: string }, substitute: { personId: string }, from = 0, to = 0) {
  const absence = { absentId: absent.personId, substituteId: substitute.personId, from: day(from), to: day(to) };
  return store.writeTx((tx) => insertAbsence(tx, absence, CHIEF.personId, '2020-01-01T00:00:00.000Z'));
}

const log = (context: Context) => logReconciliation(context, verdictOf(worlds.ids().newAccount, 0, []));
const codesOf = (result: Result<unknown>) => (result.ok ? [] : result.problems.map(({ code }) => code));

const accountsIn = ({ read }: Store) => read.account.count({ where: { periodId: PERIOD } });

describe('a role with dates', () => {
  test.each<[string, Partial<Dated>, boolean]>([
    ['has no limits', {}, true],
    ['begins today', { from: day(0) }, true],
    ['ends today', { to: day(0) }, true],
    ['ran out yesterday', { to: day(-1) }, false],
    ['begins tomorrow', { from: day(1) }, false],
    ['was of last year', { from: day(-700), to: day(-365) }, false],
  ])('that %s', async (_, dates, holds) => {
    const store = worlds.copy();
    await give(store, PROBER, { role: 'accountant', ...dates });
    const context = await signedIn(store);
    const before = await digestOf(store);
    expect(codesOf(await log(context))).toEqual(holds ? [] : ['unknown-account']);
    expect((await digestOf(store)) === before).toBe(!holds);
    expect((await listAccounts(context, PERIOD))?.length ?? 0).toBe(holds ? await accountsIn(store) : 0);
  });
});

describe('a role that is taken away in mid-session', () => {
  it('is gone with the next request, and what it showed is as if it did not exist', async () => {
    const store = worlds.copy();
    const roleId = await give(store, PROBER, { role: 'accountant' });
    const context = await signedIn(store);
    const missing = await getAccount(context, PERIOD, '95909999');
    expect(await getAccount(context, PERIOD, worlds.ids().account)).not.toBeNull();
    expectDone(await takeRole({ store, actor: CHIEF }, { personId: PROBER.personId, roleId }));
    const after = await signedIn(store);
    expect(after.actor.grants).toEqual([]);
    expect(await getAccount(after, PERIOD, worlds.ids().account)).toBe(missing);
    const before = await digestOf(store);
    expect(codesOf(await log(after))).toEqual(['unknown-account']);
    expect(await digestOf(store)).toBe(before);
  });

  it('leaves what is left: a unit’s role, where there was one for everything', async () => {
    const store = worlds.copy();
    const roleId = await give(store, PROBER, { role: 'accountant' });
    await give(store, PROBER, { role: 'accountant', unit: { kind: 'committee', code: 'BEU' } });
    expect(await getAccount(await signedIn(store), PERIOD, worlds.ids().account)).not.toBeNull();
    expectDone(await takeRole({ store, actor: CHIEF }, { personId: PROBER.personId, roleId }));
    const rows = await listAccounts(await signedIn(store), PERIOD);
    expect(rows?.map(({ number }) => number)).toEqual(['95900011', '95900012']);
  });

  it('takes the administrator’s own pages with it', async () => {
    const store = worlds.copy();
    const roleId = await give(store, PROBER, { role: 'administrator' });
    expect(await listPeople(await signedIn(store))).not.toBeNull();
    expectDone(await takeRole({ store, actor: CHIEF }, { personId: PROBER.personId, roleId }));
    const after = await signedIn(store);
    expect(await listPeople(after)).toBeNull();
    expect(
      codesOf(await giveRole(after, { personId: OWNER.personId, role: 'auditor', unit: null, from: null, to: null })),
    ).toEqual(['not-allowed']);
  });

  it('ends with the person: whoever is disabled is nobody with their next request', async () => {
    const store = worlds.copy();
    await give(store, PROBER, { role: 'accountant' });
    expect(await nextRequest(store)).not.toBeNull();
    expectDone(await disablePerson({ store, actor: CHIEF }, { personId: PROBER.personId }));
    expect(await nextRequest(store)).toBeNull();
  });
});

describe('a substitute', () => {
  test.each<[string, number, number, boolean]>([
    ['today', 0, 0, true],
    ['since last week until next', -7, 7, true],
    ['until yesterday', -7, -1, false],
    ['from tomorrow', 1, 7, false],
  ])('%s', async (_, from, to, holds) => {
    const store = worlds.copy();
    await standIn(store, PREPARER, PROBER, from, to);
    const context = await signedIn(store);
    expect(codesOf(await log(context))).toEqual(holds ? [] : ['unknown-account']);
    if (!holds) return;
    const newest = await store.read.auditEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(newest).toMatchObject({ personId: PROBER.personId, role: 'accountant' });
    expect(JSON.parse(newest.body ?? '{}')).toMatchObject({ onBehalfOf: PREPARER.name });
  });

  it('does not approve what they, or whoever they stand in for, prepared', async () => {
    const store = worlds.copy();
    const { account, accountVersion, ownAccount, ownVersion, period } = worlds.ids();
    // PREPARER prepared the one, PROBER the other; PREPARER can also approve, and is away.
    await give(store, PREPARER, { role: 'approver' });
    await standIn(store, PREPARER, PROBER);
    const accounts = [
      { account, version: accountVersion },
      { account: ownAccount, version: ownVersion },
    ];
    const approve = async () =>
      expectDone(await approveReconciliations(await signedIn(store), { periodId: period, accounts }));
    const lent = await approve();
    expect(lent.approved).toEqual([]);
    expect(lent.refused.map(({ problem }) => problem.code)).toEqual(['own-work', 'own-work']);
    // In their own right they approve the other's work, and still not their own.
    await give(store, PROBER, { role: 'approver' });
    const own = await approve();
    expect(own.approved).toEqual([account]);
    expect(own.refused).toMatchObject([{ account: ownAccount, problem: { code: 'own-work' } }]);
  });

  it('has nothing from somebody who is disabled, nor of roles that have run out, nor what was lent to the absent', async () => {
    const store = worlds.copy();
    await give(store, LEAVER, { role: 'accountant' });
    await standIn(store, LEAVER, PROBER);
    await give(store, OWNER, { role: 'accountant', to: day(-1) });
    await standIn(store, PREPARER, OWNER);
    await standIn(store, OWNER, PROBER);
    const { actor } = await signedIn(store);
    expect(actor.grants.map(({ role, onBehalfOf }) => [role, onBehalfOf?.personId])).toEqual([
      ['systemOwner', OWNER.personId],
    ]);
    expect(codesOf(await log(await signedIn(store)))).toEqual(['not-allowed']);
  });
});

describe('a session', () => {
  it('of somebody else, of nobody and of one who is idle is no way in', async () => {
    const store = worlds.copy();
    await give(store, PROBER, { role: 'accountant' });
    expect(await findCaller(store, 'token-ingen', ORIGIN, IDLE_MS)).toBeNull();
    expect(await findCaller(store, '', ORIGIN, IDLE_MS)).toBeNull();
    expect(await findCaller(store, `token-${PROBER.personId}`, ORIGIN, 0)).toBeNull();
  });
});
