import { beforeAll, describe, expect, it, test } from 'vitest';
import type { Store } from '#lib/db/store.ts';
import { addAttachment } from './add-attachment.ts';
import { addComment } from './add-comment.ts';
import { approveReconciliations } from './approve-reconciliations.ts';
import { confirmNone } from './confirm-none.ts';
import type { Context } from './context.ts';
import { exportAccounts } from './export-accounts.ts';
import { finishStep } from './finish-step.ts';
import { getAccount } from './get-account.ts';
import { getNeighbours } from './get-neighbours.ts';
import { getReportPage } from './get-report-page.ts';
import { logReconciliation } from './log-reconciliation.ts';
import { removeRegisterLine } from './remove-register-line.ts';
import { saveRegisterLine } from './save-register-line.ts';
import { settleItem } from './settle-item.ts';
import { takeBackSettlement } from './take-back-settlement.ts';
import { digestOf, textOf } from './testing/digest.ts';
import { type Ids, MISSING, PERIOD } from './testing/rights-names.ts';
import { documentOf, expectDone, findingFor, lineWith, proberWith, verdictOf } from './testing/rights-things.ts';
import { prepareWorlds } from './testing/world-stores.ts';

/** Ids of Beta's things, and of other kinds of thing, in every place where one of Alfa's own is asked for. */
const worlds = prepareWorlds();
let store: Store;
let ids: Ids;
let alfa: Context;
/** What is Beta's. */
let beta: { itemKey: string; stepKey: string; settlement: number; registerLine: number; controlLine: number };

beforeAll(async () => {
  store = worlds.copy();
  ids = worlds.ids();
  alfa = contextOf('accountant');
  const where = { committeeCode: 'BEU' };
  const { items, steps } = await store.read.finding.findFirstOrThrow({
    where: { ...where, accountNumber: '95900011' },
    include: { items: true, steps: true },
  });
  const lineOf = async (register: string) =>
    (await store.read.registerLine.findFirstOrThrow({ where: { ...where, register } })).id;
  beta = {
    itemKey: items[0]?.key ?? '',
    stepKey: steps[0]?.key ?? '',
    settlement: (await store.read.settlement.findFirstOrThrow({ where })).id,
    registerLine: await lineOf('egenkapital'),
    controlLine: await lineOf('systemafstemninger'),
  };
});

function contextOf(role: 'accountant' | 'approver'): Context {
  return {
    store,
    actor: proberWith({ role, unit: { kind: 'committee', code: 'ALU' }, onBehalfOf: null }),
  };
}

const reason = 'Prøve';
const own = () => ({ periodId: PERIOD, account: ids.account, committee: 'ALU' });
const shared = () => ({ periodId: PERIOD, account: ids.sharedAccount });
const settled = { kind: 'settled', date: '2023-12-15', amount: 1n, voucher: 'B', reason };
const register = (name: 'egenkapital' | 'systemafstemninger') => ({ periodId: PERIOD, register: name, version: 1 });
const attached = (target: object) =>
  addAttachment(alfa, { target: { periodId: PERIOD, ...target }, ...documentOf('x') });

/** Each with an id of another's, and the same with one that is nobody's. */
const MIXED: [string, () => Promise<unknown>, () => Promise<unknown>][] = [
  [
    'an item of others on one’s own account',
    () => settleItem(alfa, { ...own(), ...settled, itemKey: beta.itemKey }),
    () => settleItem(alfa, { ...own(), ...settled, itemKey: MISSING.itemKey }),
  ],
  [
    'a step of others on one’s own account',
    () => finishStep(alfa, { ...own(), stepKey: beta.stepKey, on: '2024-02-01' }),
    () => finishStep(alfa, { ...own(), stepKey: MISSING.stepKey, on: '2024-02-01' }),
  ],
  [
    'a settlement of others on one’s own account',
    () => takeBackSettlement(alfa, { ...own(), settlementId: beta.settlement, reason }),
    () => takeBackSettlement(alfa, { ...own(), settlementId: MISSING.settlement, reason }),
  ],
  [
    'a finding of others on an account that is partly seen',
    () => settleItem(alfa, { ...shared(), ...settled, committee: 'BEU', itemKey: beta.itemKey }),
    () => settleItem(alfa, { ...shared(), ...settled, committee: 'XXU', itemKey: beta.itemKey }),
  ],
  [
    'a finding of others to comment on',
    () => addComment(alfa, { ...shared(), committee: 'BEU', text: 'x', mentions: [] }),
    () => addComment(alfa, { ...shared(), committee: 'XXU', text: 'x', mentions: [] }),
  ],
  [
    'a person who sees nothing of the account, to be mentioned',
    () => addComment(alfa, { ...own(), text: 'x', mentions: ['demo-fratraadt'] }),
    () => addComment(alfa, { ...own(), text: 'x', mentions: [MISSING.person] }),
  ],
  [
    'an item of others to attach to, on one’s own account',
    () => attached({ target: 'item', account: ids.account, itemKey: beta.itemKey }),
    () => attached({ target: 'item', account: ids.account, itemKey: MISSING.itemKey }),
  ],
  [
    'a finding of others to attach to, on an account that is partly seen',
    () => attached({ target: 'finding', account: ids.sharedAccount, committee: 'BEU' }),
    () => attached({ target: 'finding', account: ids.sharedAccount, committee: 'XXU' }),
  ],
  [
    'a line of others to attach to',
    () => attached({ target: 'transferControl', lineId: beta.controlLine }),
    () => attached({ target: 'transferControl', lineId: MISSING.controlLine }),
  ],
  [
    'a line of another register to attach to',
    () => attached({ target: 'transferControl', lineId: ids.registerLine }),
    () => attached({ target: 'transferControl', lineId: MISSING.controlLine }),
  ],
  [
    'a line of others to remove',
    () => removeRegisterLine(alfa, { ...register('egenkapital'), lineId: beta.registerLine }),
    () => removeRegisterLine(alfa, { ...register('egenkapital'), lineId: MISSING.registerLine }),
  ],
  [
    'a line of another register to remove',
    () => removeRegisterLine(alfa, { ...register('egenkapital'), lineId: ids.controlLine }),
    () => removeRegisterLine(alfa, { ...register('egenkapital'), lineId: MISSING.registerLine }),
  ],
  [
    'a line of others to make one’s own',
    () =>
      saveRegisterLine(alfa, {
        ...register('egenkapital'),
        lineId: beta.registerLine,
        content: lineWith('egenkapital', 'ALU', 'x'),
      }),
    () =>
      saveRegisterLine(alfa, {
        ...register('egenkapital'),
        lineId: MISSING.registerLine,
        content: lineWith('egenkapital', 'ALU', 'x'),
      }),
  ],
  [
    'a committee of others, to say that it has none',
    () => confirmNone(alfa, { periodId: PERIOD, register: 'afskrivninger', committee: 'BEU', confirmed: true }),
    () => confirmNone(alfa, { periodId: PERIOD, register: 'afskrivninger', committee: 'XXU', confirmed: true }),
  ],
];

describe('an id that is not one’s own', () => {
  test.each(MIXED)('%s: is answered as one that does not exist, and changes nothing', async (_, others, missing) => {
    const before = await digestOf(store);
    const answer = await others();
    expect(answer).toMatchObject({ ok: false });
    expect(textOf(answer)).toBe(textOf(await missing()));
    expect(await digestOf(store)).toBe(before);
  });

  it('is no way to give one’s own line to others', async () => {
    const before = await digestOf(store);
    const content = lineWith('egenkapital', 'BEU', 'x');
    const moved = await saveRegisterLine(alfa, { ...register('egenkapital'), lineId: ids.registerLine, content });
    expect(moved).toMatchObject({ problems: [{ code: 'not-allowed' }] });
    expect(await digestOf(store)).toBe(before);
  });

  it('among many is refused by itself: one’s own are approved, the others are as if they were not there', async () => {
    const copy = worlds.copy();
    const context = { ...contextOf('approver'), store: copy };
    const versionOf = async (accountNumber: string) =>
      copy.read.reconciliation.findFirst({ where: { periodId: PERIOD, accountNumber } });
    const before = await versionOf('95900011');
    const accounts = [
      { account: '95900011', version: 1 },
      { account: ids.account, version: ids.accountVersion },
      { account: MISSING.account, version: 1 },
    ];
    const { approved, refused } = expectDone(await approveReconciliations(context, { periodId: PERIOD, accounts }));
    expect(approved).toEqual([ids.account]);
    const [others, missing] = refused;
    expect(refused.map(({ account }) => account)).toEqual(['95900011', MISSING.account]);
    expect(others?.problem).toEqual(missing?.problem);
    expect(await versionOf('95900011')).toEqual(before);
  });

  it('as a key in a verdict takes no item of another account', async () => {
    const copy = worlds.copy();
    const finding = findingFor('ALU', 'ny');
    const [item] = finding.items;
    const stolen = { ...finding, items: [{ ...item, key: beta.itemKey }] };
    const context = { ...alfa, store: copy };
    expectDone(await logReconciliation(context, verdictOf(ids.newAccount, 0, [stolen])));
    const kept = (await getAccount(context, PERIOD, ids.newAccount))?.reconciliation?.findings[0]?.items[0]?.key;
    expect(kept).toMatch(/^[0-9a-f]{24}$/);
    expect(kept).not.toBe(beta.itemKey);
  });

  it('in an address narrows what is one’s own, and never widens it', async () => {
    const addresses = ['', 'udvalg=BEU', 'udvalg=ALU&udvalg=BEU', 'forvaltning=BEF', 'q=BETA-konto', 'kategori=2'];
    for (const address of addresses) {
      const file = await exportAccounts(alfa, {
        periodId: PERIOD,
        format: 'csv',
        address: new URLSearchParams(address),
        language: 'da',
      });
      expect(textOf(file), address).not.toContain('BETA');
      const neighbours = await getNeighbours(alfa, PERIOD, '95900011', new URLSearchParams(address));
      expect(neighbours).toEqual(await getNeighbours(alfa, PERIOD, MISSING.account, new URLSearchParams(address)));
    }
    const page = await getReportPage(alfa, PERIOD, 'BEU');
    expect(page).toEqual(await getReportPage(alfa, PERIOD, 'XXU'));
  });
});
