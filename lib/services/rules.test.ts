import { describe, expect, it } from 'vitest';
import { addTestPerson } from '#lib/auth/testing/people.ts';
import { setDisabled } from '#lib/db/people.ts';
import type { Store } from '#lib/db/store.ts';
import type { Actor } from '#lib/domain/actor.ts';
import type { Grant } from '#lib/domain/permissions.ts';
import type { RuleRun } from './apply-rules.ts';
import { approveReconciliations } from './approve-reconciliations.ts';
import { closePeriod } from './close-period.ts';
import type { Context, Result } from './context.ts';
import { disableRule } from './disable-rule.ts';
import { enableRule } from './enable-rule.ts';
import { getAccount } from './get-account.ts';
import { getRules } from './get-rules.ts';
import { logReconciliation } from './log-reconciliation.ts';
import { openNextPeriod } from './open-next-period.ts';
import { revokeRule } from './revoke-rule.ts';
import { runRule } from './run-rule.ts';
import { saveRule } from './save-rule.ts';
import { storeImport } from './store-import.ts';
import { prepareStores } from './testing/demo-store.ts';
import { codeOf, contextOf, ORIGIN } from './testing/people.ts';
import { tryRule } from './try-rule.ts';
import { undoChangeSet } from './undo-change-set.ts';

const stores = prepareStores();
const PERIOD = '2023-12';

const file = (name: string, text: string) => ({
  name,
  bytes: Buffer.from(text.replaceAll('\n', '\r\n')),
  kind: 'auto' as const,
});
const RESPONSIBLE = `Konto;Afstemmes af;Udvalg;Forvaltning;Afstemmes særskilt
95900001;BIF;BIU;BIF;nej
95900002;BIF;BIU;BIF;nej
95900003;SOF;SU;SOF;nej
97599001;;;;ja
`;
/** Two accounts with nothing in them, of two administrations; one that moves; and the equity. */
const BALANCE = `Konto;Kontonavn;IM-funktion;Saldo
95900001;Tom;9.52.59;0,00
95900002;Gæld;9.52.59;-20,50
95900003;Også tom;9.52.59;0,00
97599001;Egenkapital;9.75.99;20,50
`;
const FILES = [
  file('organisation.csv', 'Udvalgskode;Udvalg;Forvaltningskode;Forvaltning\nBIU;B;BIF;B\nSU;S;SOF;S\n'),
  file('im-funktioner.csv', 'IM-funktion;Navn\n9.52.59;Mellemregning\n9.75.99;Egenkapital\n'),
  file('saldobalance.csv', BALANCE),
  file('kontoansvar.csv', RESPONSIBLE),
];

interface World {
  store: Store;
  anna: Context;
  berit: Context;
  chief: Context;
}

const today = new Date().toISOString().slice(0, 10);
const now = (store: Store, personId: string) => contextOf(store, personId, today);

async function load(chief: Context, periodId: string, files = FILES) {
  const result = await storeImport(chief, { files, periodId, options: { amounts: null, overwrite: false } }, null);
  if (!result.ok || result.value.importId === null) throw new Error(JSON.stringify(result));
  return result.value;
}

/** Anna logs and approves, Berit approves, the chief imports. */
async function makeWorld(): Promise<World> {
  const { store } = stores.empty();
  await addTestPerson(store, 'anna@kommune.dk', 'accountant', 'approver');
  await addTestPerson(store, 'berit@kommune.dk', 'approver');
  await addTestPerson(store, 'chief@kommune.dk', 'administrator');
  const chief = await now(store, 'chief');
  await load(chief, PERIOD);
  return { store, chief, anna: await now(store, 'anna'), berit: await now(store, 'berit') };
}

function doneOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const SETTINGS = { amount: 0n, tolerance: 0n, functions: [] as string[], unit: '' };

async function makeRule(context: Context, kind = 'zero-all-year', settings: Partial<typeof SETTINGS> = {}) {
  const input = { periodId: PERIOD, ruleId: null, version: 0, kind, name: 'Tomme konti', ...SETTINGS, ...settings };
  return { periodId: PERIOD, ...doneOf(await saveRule(context, input)) };
}

async function switchOn(context: Context, kind?: string, settings?: Partial<typeof SETTINGS>) {
  const rule = await makeRule(context, kind, settings);
  return { rule, run: doneOf(await enableRule(context, rule)) };
}

async function standing(context: Context, number: string, periodId = PERIOD) {
  const detail = await getAccount(context, periodId, number);
  if (!detail) throw new Error(number);
  const { reconciliation, version } = detail;
  return { reconciliation, version: version ?? 0 };
}

async function statusOf({ store }: World, accountNumber: string, periodId = PERIOD) {
  const row = await store.read.reconciliation.findUnique({
    where: { periodId_accountNumber: { periodId, accountNumber } },
  });
  return row && { status: row.status, origin: row.origin, preparers: JSON.parse(row.preparers), version: row.version };
}

const onBehalf = (absent: Actor, role: Grant['role']): Grant => ({
  role,
  unit: null,
  onBehalfOf: { personId: absent.personId, name: absent.name },
});
const logInput = (account: string, version: number) => ({
  ...{ periodId: PERIOD, account, version, needsFollowUp: false, documentedBalance: null, method: null },
  ...{ reconciledOn: null, initials: 'B', findings: [], submit: true },
});

describe('a rule', () => {
  it('is tried out before it does anything, and does then what was shown', async () => {
    const world = await makeWorld();
    const rule = await makeRule(world.anna);
    const trial = await tryRule(world.anna, PERIOD, rule.ruleId);
    const shown = trial?.accounts.map(({ number, ground, refusal }) => `${number} ${ground?.code ?? refusal}`);
    expect(shown).toEqual([
      '95900001 zero-all-year',
      '95900002 balance-not-zero',
      '95900003 zero-all-year',
      '97599001 separately',
    ]);
    expect(await statusOf(world, '95900001')).toBeNull();

    const run = doneOf(await enableRule(world.anna, rule));
    expect(run).toMatchObject({ logged: 2, resting: null });
    const logged = { status: 'submitted', origin: 'rule', preparers: ['anna'], version: 1 };
    expect(await statusOf(world, '95900001')).toEqual(logged);
    expect(await statusOf(world, '95900003')).toEqual(logged);
    expect(await statusOf(world, '95900002')).toBeNull();
    const { reconciliation } = await standing(world.anna, '95900001');
    expect(reconciliation).toMatchObject({ category: 1, rule: { id: rule.ruleId, version: 1, name: 'Tomme konti' } });
  });

  it('leaves an event for each account with its name and version, and one change set', async () => {
    const world = await makeWorld();
    const { rule } = await switchOn(world.anna);
    const events = await world.store.read.auditEvent.findMany({ where: { subject: 'reconciliation' } });
    const told = events.map(({ subjectId, action, personId, body }) => [
      subjectId,
      action,
      personId,
      JSON.parse(body ?? '{}').reason,
    ]);
    expect(told).toEqual([
      ['95900001', 'create', 'anna', 'Tomme konti, version 1'],
      ['95900003', 'create', 'anna', 'Tomme konti, version 1'],
    ]);
    const sets = await world.store.read.changeSet.findMany({ include: { entries: true } });
    expect(sets).toMatchObject([{ kind: 'rule', ruleId: rule.ruleId, ruleVersion: 1, personId: 'anna', count: 2 }]);
    expect(sets[0]?.entries.map(({ accountNumber, before, version }) => [accountNumber, before, version])).toEqual([
      ['95900001', null, 1],
      ['95900003', null, 1],
    ]);
  });

  it('fills in what its policy gives: documented balance, method and date', async () => {
    const world = await makeWorld();
    const text = 'Konto;Dokumenteret saldo;Kilde;Dato\n95900002;-20,00;Leverandør;31.12.2023\n';
    await load(world.chief, PERIOD, [file('dokumentation.csv', text)]);
    const { run } = await switchOn(world.anna, 'documented', { tolerance: 50n });
    expect(run.logged).toBe(1);
    const { reconciliation } = await standing(world.anna, '95900002');
    expect(reconciliation).toMatchObject({ documentedBalance: -2000n, method: 'source', initials: 'ann' });
    expect(reconciliation?.reconciledOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('rises in version and is off as soon as what it does is changed; the same again changes nothing', async () => {
    const world = await makeWorld();
    const { rule } = await switchOn(world.anna);
    const same = { ...rule, kind: 'zero-all-year', name: 'Tomme konti', ...SETTINGS };
    expect(doneOf(await saveRule(world.anna, same)).version).toBe(1);
    expect(doneOf(await saveRule(world.anna, { ...same, unit: 'BIF' })).version).toBe(2);
    const [view] = (await getRules(world.anna, PERIOD))?.rules ?? [];
    expect(view).toMatchObject({ version: 2, enabled: false, enabledBy: null, logged: 2 });
    expect(codeOf(await runRule(world.anna, { ...rule, version: 2 }))).toBe('rule-is-off');
    expect(codeOf(await enableRule(world.anna, { ...rule, version: 1 }))).toBe('rule-changed');
    expect(codeOf(await saveRule(world.anna, { ...same, name: 'Andet' }))).toBe('rule-changed');
  });

  it.each([
    ['required', { kind: 'low-risk', functions: ['9.52.59'] }],
    ['required', { kind: 'low-risk', amount: 100n }],
    ['required', { name: ' ' }],
    ['amount-negative', { kind: 'documented', tolerance: -1n }],
    ['invalid-function', { functions: ['bank'] }],
    ['rule-function-unknown', { functions: ['9.22.05'] }],
    ['unknown-unit', { unit: 'XYZ' }],
  ])('is refused where it would not be understood: %s', async (code, changed) => {
    const { anna } = await makeWorld();
    const input = { periodId: PERIOD, ruleId: null, version: 0, kind: 'zero-all-year', name: 'Regel', ...SETTINGS };
    expect(codeOf(await saveRule(anna, { ...input, ...changed }))).toBe(code);
  });
});

describe('whoever switches a rule on', () => {
  it('can approve nothing that it logs, in no role and for nobody; another can', async () => {
    const world = await makeWorld();
    await switchOn(world.anna);
    const accounts = [{ account: '95900001', version: 1 }];
    const attempt = async (context: Context) => {
      const { approved, refused } = doneOf(await approveReconciliations(context, { periodId: PERIOD, accounts }));
      return [...approved, ...refused.map(({ problem }) => problem.code)];
    };
    const { store, anna, berit } = world;
    const forBerit = { store, actor: { ...anna.actor, grants: [onBehalf(berit.actor, 'approver')] } };
    const forAnna = { store, actor: { ...berit.actor, grants: [onBehalf(anna.actor, 'approver')] } };
    expect(await attempt(anna)).toEqual(['own-work']);
    expect(await attempt(forBerit)).toEqual(['own-work']);
    expect(await attempt(forAnna)).toEqual(['own-work']);
    expect(await attempt(berit)).toEqual(['95900001']);
  });

  it('does it in their own right, not in the place of somebody who is away', async () => {
    const world = await makeWorld();
    const rule = await makeRule(world.anna);
    const inHerPlace = {
      ...world.berit,
      actor: { ...world.berit.actor, grants: [onBehalf(world.anna.actor, 'accountant')] },
    };
    expect(codeOf(await enableRule(inHerPlace, rule))).toBe('rule-substitute');
    expect((await tryRule(inHerPlace, PERIOD, rule.ruleId))?.mayEnable).toBe(false);
  });

  it('must still have the right when it runs: else it rests and says so', async () => {
    const world = await makeWorld();
    const { rule } = await switchOn(world.anna);
    doneOf(await revokeRule(world.anna, { periodId: PERIOD, ruleId: rule.ruleId, changeSetId: null }));
    await addTestPerson(world.store, 'carl@kommune.dk', 'accountant');
    const carl = await now(world.store, 'carl');
    await world.store.writeTx((tx) => tx.roleGrant.deleteMany({ where: { personId: 'anna', role: 'accountant' } }));
    expect(doneOf(await runRule(carl, rule))).toMatchObject({ logged: 0, resting: 'right-gone' });
    expect((await getRules(carl, PERIOD))?.rules).toMatchObject([{ enabled: true, resting: 'right-gone' }]);
    await world.store.writeTx((tx) => setDisabled(tx, 'anna', new Date().toISOString()));
    expect(doneOf(await runRule(carl, rule))).toMatchObject({ logged: 0, resting: 'person-gone' });
    expect(await statusOf(world, '95900001')).toBeNull();
  });

  it('lets it log only where they may log', async () => {
    const world = await makeWorld();
    const { rule } = await switchOn(world.anna);
    doneOf(await revokeRule(world.anna, { periodId: PERIOD, ruleId: rule.ruleId, changeSetId: null }));
    doneOf(await disableRule(world.anna, rule));
    const unit = { scope: 'administration', unitCode: 'BIF' };
    await world.store.writeTx((tx) => tx.roleGrant.updateMany({ where: { personId: 'anna' }, data: unit }));
    const limited = await now(world.store, 'anna');
    expect(codeOf(await enableRule(limited, rule))).toBe('not-allowed');
    const { run } = await switchOn(limited, 'zero-all-year', { unit: 'BIF' });
    expect(run.logged).toBe(1);
    expect(await statusOf(world, '95900003')).toBeNull();
  });
});

describe('a rule that is on', () => {
  it('runs after an import, prepared by whoever switched it on and told as the importer’s', async () => {
    const world = await makeWorld();
    await switchOn(world.anna);
    const { rules } = await load(world.chief, '2023-11');
    expect(rules).toMatchObject<Partial<RuleRun>[]>([{ name: 'Tomme konti', logged: 2, resting: null }]);
    expect(await statusOf(world, '95900001', '2023-11')).toMatchObject({ origin: 'rule', preparers: ['anna'] });
    const event = await world.store.read.auditEvent.findFirstOrThrow({
      where: { subjectId: '95900001', periodId: '2023-11', subject: 'reconciliation' },
    });
    expect(event).toMatchObject({ personId: 'chief', role: 'administrator' });
  });

  it('waits for the balance of a period that was opened with last period’s', async () => {
    const world = await makeWorld();
    const { rule } = await switchOn(world.anna);
    doneOf(await openNextPeriod(world.chief, { from: PERIOD, to: '2024-01' }));
    const next = { ...rule, periodId: '2024-01' };
    expect(doneOf(await runRule(world.anna, next))).toMatchObject({ logged: 0, resting: 'no-balance' });
    await load(world.chief, '2024-01', [file('saldobalance.csv', BALANCE)]);
    expect(await statusOf(world, '95900001', '2024-01')).toMatchObject({ origin: 'rule' });
  });

  it('logs nothing in a closed period', async () => {
    const world = await makeWorld();
    const rule = await makeRule(world.anna);
    doneOf(await closePeriod(world.chief, { periodId: PERIOD, confirmed: true }));
    expect(doneOf(await enableRule(world.anna, rule))).toMatchObject({ logged: 0, resting: 'period-closed' });
    expect(await statusOf(world, '95900001')).toBeNull();
  });

  it('and a person who log the same account at once: one of them comes first, the other says so', async () => {
    const world = await makeWorld();
    const rule = await makeRule(world.anna);
    const [run, own] = await Promise.all([
      enableRule(world.anna, rule),
      logReconciliation(world.anna, logInput('95900001', 0)),
    ]);
    expect(doneOf(run).logged).toBe(2);
    expect(codeOf(own)).toBe('changed-by-another');
    expect(await statusOf(world, '95900001')).toMatchObject({ origin: 'rule', version: 1 });

    const other = await makeWorld();
    const later = await makeRule(other.anna);
    const [first, second] = await Promise.all([
      logReconciliation(other.anna, logInput('95900001', 0)),
      enableRule(other.anna, later),
    ]);
    expect(codeOf(first)).toBe('ok');
    expect(doneOf(second).logged).toBe(1);
    expect(await statusOf(other, '95900001')).toMatchObject({ origin: 'screen', version: 1 });
  });

  it('logs what another rule has not: each account once', async () => {
    const world = await makeWorld();
    await switchOn(world.anna, 'zero-all-year', { unit: 'BIF' });
    const { run } = await switchOn(world.anna);
    expect(run.logged).toBe(1);
    expect(codeOf(await runRule(world.anna, { periodId: PERIOD, ruleId: run.ruleId, version: 1 }))).toBe('ok');
  });
});

describe('what a rule logged', () => {
  it('is taken back as a whole, but for what was approved or changed since, which is said', async () => {
    const world = await makeWorld();
    const { rule } = await switchOn(world.anna, 'low-risk', { amount: 100_000n, functions: ['9.52.59'] });
    const approved = [{ account: '95900001', version: 1 }];
    doneOf(await approveReconciliations(world.berit, { periodId: PERIOD, accounts: approved }));
    doneOf(await logReconciliation(world.anna, { ...logInput('95900002', 1), documentedBalance: -2050n }));
    const revoked = doneOf(await revokeRule(world.anna, { periodId: PERIOD, ruleId: rule.ruleId, changeSetId: null }));
    expect(revoked).toEqual({
      takenBack: 1,
      left: [
        { account: '95900001', name: 'Tom', why: 'approved', by: 'berit' },
        { account: '95900002', name: 'Gæld', why: 'changed', by: 'anna' },
      ],
    });
    expect(await statusOf(world, '95900003')).toBeNull();
    expect(await statusOf(world, '95900001')).toMatchObject({ status: 'approved' });
    const events = await world.store.read.auditEvent.findMany({ where: { action: { in: ['undo', 'revoke'] } } });
    expect(events.map(({ action, subject, subjectId }) => [action, subject, subjectId])).toEqual([
      ['undo', 'reconciliation', '95900003'],
      ['revoke', 'rule', String(rule.ruleId)],
    ]);
    const sets = await world.store.read.changeSet.findMany({ orderBy: { id: 'asc' } });
    expect(sets).toMatchObject([
      { kind: 'rule', undoneBy: sets[1]?.id },
      { kind: 'undo', undoes: sets[0]?.id },
    ]);
  });

  it('is taken back one run at a time, and an account is the newest run’s', async () => {
    const world = await makeWorld();
    const { rule } = await switchOn(world.anna);
    const input = { periodId: PERIOD, ruleId: rule.ruleId };
    const first = (await getRules(world.anna, PERIOD))?.rules[0]?.runs[0]?.id ?? 0;
    doneOf(await revokeRule(world.anna, { ...input, changeSetId: first }));
    expect(codeOf(await revokeRule(world.anna, { ...input, changeSetId: first }))).toBe('rule-nothing-logged');
    expect(doneOf(await runRule(world.anna, rule)).logged).toBe(2);
    const runs = (await getRules(world.anna, PERIOD))?.rules[0]?.runs ?? [];
    expect(runs.map(({ logged, standing: left }) => [logged, left])).toEqual([
      [2, 2],
      [2, 0],
    ]);
    expect(codeOf(await revokeRule(world.anna, { ...input, changeSetId: first }))).toBe('rule-nothing-logged');
    expect(doneOf(await revokeRule(world.anna, { ...input, changeSetId: runs[0]?.id ?? 0 })).takenBack).toBe(2);
  });

  it('is taken back by whoever switched it on, also in a later run, and no version stands for two things', async () => {
    const world = await makeWorld();
    const { rule } = await switchOn(world.anna);
    const revoke = { periodId: PERIOD, ruleId: rule.ruleId, changeSetId: null };
    doneOf(await revokeRule(world.anna, revoke));
    doneOf(await runRule(world.anna, rule));
    expect(await statusOf(world, '95900001')).toMatchObject({ version: 2 });
    const { id } = await world.store.read.changeSet.findFirstOrThrow({
      where: { kind: 'rule' },
      orderBy: { id: 'desc' },
    });
    expect(doneOf(await undoChangeSet(world.anna, { id })).changed).toEqual(['95900001', '95900003']);
    doneOf(await runRule(world.anna, rule));
    expect(await statusOf(world, '95900001')).toMatchObject({ version: 3 });
  });

  it('a save on screen without a change leaves the rule’s', async () => {
    const world = await makeWorld();
    await switchOn(world.anna);
    const { reconciliation } = await standing(world.anna, '95900001');
    const same = {
      ...logInput('95900001', 1),
      reconciledOn: reconciliation?.reconciledOn ?? null,
      initials: reconciliation?.initials ?? '',
    };
    doneOf(await logReconciliation(world.anna, same));
    expect(await statusOf(world, '95900001')).toMatchObject({ origin: 'rule', version: 1 });
    doneOf(await logReconciliation(world.anna, { ...same, initials: 'AA' }));
    expect(await statusOf(world, '95900001')).toMatchObject({ origin: 'screen', version: 2 });
  });
});

it('of unit and function names nobody is told more than they see', async () => {
  const world = await makeWorld();
  await makeRule(world.anna, 'zero-all-year', { unit: 'SOF' });
  const grants: Grant[] = [{ role: 'accountant', unit: { kind: 'administration', code: 'BIF' }, onBehalfOf: null }];
  const ofBif = { store: world.store, actor: { ...world.anna.actor, personId: 'x', grants, origin: ORIGIN } };
  expect(await getRules(ofBif, PERIOD)).toMatchObject({ rules: [], units: [{ code: 'BIF' }] });
});
