import { describe, expect, it } from 'vitest';
import { followUp } from '#lib/domain/finding.ts';
import { sum } from '#lib/domain/money.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import type { Context } from './context.ts';
import { exportBridge } from './export-bridge.ts';
import { getBridge, parseBridgeAddress } from './get-bridge.ts';
import { getFollowUp } from './get-follow-up.ts';
import { getStructure } from './get-structure.ts';
import { listFindings } from './list-findings.ts';
import { nameSuccession } from './name-succession.ts';
import { openNextPeriod } from './open-next-period.ts';
import { readVisibleState } from './read-state.ts';
import { removeSuccession } from './remove-succession.ts';
import { settleItem } from './settle-item.ts';
import { storeImport } from './store-import.ts';
import { takeBackSettlement } from './take-back-settlement.ts';
import { as, demoFiles, prepareStores } from './testing/demo-store.ts';

const stores = prepareStores();
const FROM = '2023-12';
const TO = '2024-01';
const ACCOUNT = '95900015';

async function opened(to = TO): Promise<Context> {
  const context = stores.demo();
  expect(await openNextPeriod(as('administrator', context), { from: FROM, to })).toMatchObject({ ok: true });
  return context;
}

async function settleSome(context: Context, periodId = TO) {
  const followUpOf = await getFollowUp(context, periodId, ACCOUNT);
  const item = followUpOf?.findings[0]?.items.find(({ amount }) => amount > 0n);
  const act = { periodId, account: ACCOUNT, committee: 'BIU', itemKey: item?.key, voucher: 'B 1', reason: 'Betalt' };
  const done = await settleItem(context, { ...act, kind: 'settled', date: '2024-01-15', amount: 90_466_00n });
  expect(done).toMatchObject({ ok: true });
}

const bridgeOf = (context: Context, address = '', periodId = TO) =>
  getBridge(context, periodId, parseBridgeAddress(new URLSearchParams(address)));

async function totalOf(context: Context, periodId: string) {
  const period = parsePeriod(periodId);
  if (!period) throw new Error(periodId);
  const { reconciliations } = await readVisibleState(context, period);
  return sum([...reconciliations.values()].flatMap(({ findings }) => findings.map(followUp)));
}

describe('the bridge', () => {
  it('lets what was carried be settled where it lives on, once, and no act of before be taken back', async () => {
    const context = stores.demo();
    const { findings = [] } = (await getFollowUp(context, FROM, ACCOUNT)) ?? {};
    const [item] = findings[0]?.items ?? [];
    if (!item || item.amount <= 1n) throw new Error('The demo has no such item.');
    const place = { account: ACCOUNT, committee: findings[0]?.committee };
    const settle = (periodId: string, date: string, amount: bigint) =>
      settleItem(context, {
        ...place,
        periodId,
        itemKey: item.key,
        kind: 'settled',
        date,
        amount,
        voucher: 'B',
        reason: 'R',
      });
    expect(await settle(FROM, '2023-12-30', 1n)).toMatchObject({ ok: true });
    expect(await openNextPeriod(as('administrator', context), { from: FROM, to: TO })).toMatchObject({ ok: true });
    const carried = { ok: false, problems: [{ code: 'item-carried', params: { period: TO } }] };
    expect(await settle(FROM, '2023-12-30', item.amount - 1n)).toMatchObject(carried);
    const settlementId = (await getFollowUp(context, FROM, ACCOUNT))?.settlements[0]?.id;
    expect(await takeBackSettlement(context, { ...place, periodId: FROM, settlementId, reason: 'R' })).toMatchObject(
      carried,
    );
    expect(await settle(TO, '2024-01-15', item.amount - 1n)).toMatchObject({ ok: true });
    expect((await bridgeOf(context))?.all).toMatchObject({ settled: item.amount - 1n, corrected: 0n });
  });

  it('leads from all that was to all that is, for everyone over what they may see', async () => {
    const context = await opened();
    await settleSome(context);
    for (const role of ['accountant', 'accountant2', 'secretariat', 'auditor', 'systemOwner'] as const) {
      const person = as(role, context);
      const bridge = await bridgeOf(person);
      expect(bridge?.from?.id).toBe(FROM);
      expect([bridge?.all.opening, bridge?.all.closing]).toEqual([
        await totalOf(person, FROM),
        await totalOf(person, TO),
      ]);
      expect(bridge?.all).toMatchObject({ added: 0n, corrected: 0n, settled: 90_466_00n, writtenOff: 0n });
    }
  });

  it('shows nobody the settlements of others', async () => {
    const context = await opened();
    await settleSome(context);
    const other = {
      ...context,
      actor: {
        ...context.actor,
        grants: [{ role: 'auditor' as const, unit: { kind: 'committee' as const, code: 'KFU' }, onBehalfOf: null }],
      },
    };
    const bridge = await bridgeOf(other, 'gruppe=post');
    expect(bridge?.all.settled).toBe(0n);
    expect(bridge?.rows.length).toBeGreaterThan(0);
    expect(bridge?.rows.some(({ account }) => account === ACCOUNT)).toBe(false);
    expect(await getFollowUp(other, TO, ACCOUNT)).toBeNull();
  });

  it('counts what was settled in the periods between', async () => {
    const context = await opened();
    await settleSome(context);
    expect(await openNextPeriod(as('administrator', context), { from: TO, to: '2024-02' })).toMatchObject({ ok: true });
    const whole = await bridgeOf(context, `fra=${FROM}`, '2024-02');
    expect(whole?.all).toMatchObject({ settled: 90_466_00n, corrected: 0n });
    expect((await bridgeOf(context, '', '2024-02'))?.all).toMatchObject({ settled: 0n, corrected: 0n });
  });

  it('has nothing to show without an earlier period, and knows none that is not there', async () => {
    const context = await opened();
    expect(await bridgeOf(context, '', FROM)).toMatchObject({ from: null, rows: [] });
    expect(await bridgeOf(context, 'fra=2022-12')).toBeNull();
    expect(await bridgeOf(context, '', '2031-01')).toBeNull();
  });

  it('is handed out as it is shown: rows that add up, to the øre', async () => {
    const context = await opened();
    await settleSome(context);
    const address = new URLSearchParams('gruppe=konto&udvalg=BIU');
    const file = await exportBridge(context, { periodId: TO, format: 'csv', address, language: 'da' });
    const [head = [], ...lines] = new TextDecoder()
      .decode(file?.bytes)
      .split(/\r?\n/)
      .filter((line) => line.includes(';'))
      .map((line) => line.split(';'));
    const at = (name: string) => head.indexOf(name);
    const ore = (cell = '') => BigInt((cell || '0,00').replaceAll('.', '').replace(',', ''));
    const own = lines.filter((line) => /^\d/.test(line[0] ?? ''));
    expect(own.length).toBeGreaterThan(0);
    for (const line of own) {
      const parts = ['Primo', 'Nye', 'Udlignet', 'Afskrevet', 'Rettet'].map((name) => ore(line[at(name)]));
      expect(sum(parts)).toBe(ore(line[at('Ultimo')]));
    }
    expect(own.find(([account]) => account === ACCOUNT)?.[at('Udlignet')]).toBe('-90.466,00');
  });

  it('tells in the list of findings what was settled', async () => {
    const context = await opened();
    await settleSome(context);
    const row = (await listFindings(context, TO))?.findings.find(({ account }) => account === ACCOUNT);
    expect(row).toMatchObject({ settled: 90_466_00n, moves: 0, plan: 'open' });
  });
});

describe('a structure that changes', () => {
  const units = (old: string, name: string) => {
    const [file] = demoFiles('organisation');
    const text = Buffer.from(file?.bytes ?? []).toString('utf8');
    return {
      name: 'organisation.csv',
      kind: 'auto' as const,
      bytes: Buffer.from(text.replaceAll(`${old};`, `${name};`)),
    };
  };

  it('shows last year in the units of then and of now, and carries under the new ones', async () => {
    const context = stores.demo();
    const admin = as('administrator', context);
    const options = { amounts: null, overwrite: false };
    expect(await storeImport(admin, { files: [units('BIU', 'BSU')], periodId: TO, options }, null)).toMatchObject({
      ok: true,
    });
    const structure = await getStructure(admin, 2024);
    expect(structure?.changes).toMatchObject([
      { kind: 'committee', before: { code: 'BIU' }, same: null, to: undefined },
    ]);
    expect((await getStructure(admin, 2023))?.organisation.committees.some(({ code }) => code === 'BIU')).toBe(true);
    const change = { kind: 'committee', fiscalYear: 2024, from: 'BIU' };
    expect(await nameSuccession(admin, { ...change, to: 'XXX' })).toMatchObject({
      problems: [{ code: 'unknown-code' }],
    });
    expect(await nameSuccession(as('accountant2', context), { ...change, to: 'BSU' })).toMatchObject({
      problems: [{ code: 'not-allowed' }],
    });
    expect(await nameSuccession(admin, { ...change, to: 'BSU' })).toMatchObject({ ok: true });
    expect(await openNextPeriod(admin, { from: FROM, to: TO })).toMatchObject({ ok: true });
    const now = await bridgeOf(context, 'struktur=nu');
    const then = await bridgeOf(context, 'struktur=dengang');
    const codes = (bridge: typeof now) => bridge?.rows.map(({ committee }) => committee);
    expect(codes(now)).toContain('BSU');
    expect(codes(now)).not.toContain('BIU');
    expect(codes(then)).toContain('BIU');
    expect(codes(then)).not.toContain('BSU');
    expect(now?.all).toEqual(then?.all);
    expect(now?.all.corrected).toBe(0n);
    expect(await getFollowUp(context, TO, ACCOUNT)).toMatchObject({ findings: [{ committee: 'BSU' }] });

    expect(await removeSuccession(admin, change)).toMatchObject({ ok: true });
    expect(await removeSuccession(admin, change)).toMatchObject({ problems: [{ code: 'unknown-code' }] });
    const events = await context.store.read.auditEvent.findMany({
      where: { subject: 'succession' },
      orderBy: { id: 'asc' },
    });
    expect(events.map(({ action }) => action)).toEqual(['create', 'remove']);
  });

  it('stands still in a locked year', async () => {
    const context = await opened('2024-12');
    const admin = as('administrator', context);
    await context.store.writeTx((tx) => tx.period.update({ where: { id: '2024-12' }, data: { status: 'locked' } }));
    const change = { kind: 'committee', fiscalYear: 2024, from: 'BIU', to: 'KFU' };
    expect(await nameSuccession(admin, change)).toMatchObject({ problems: [{ code: 'period-locked' }] });
  });
});
