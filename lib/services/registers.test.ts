import { describe, expect, it } from 'vitest';
import type { ConfirmableRegister, Register } from '#lib/domain/register.ts';
import { tableOf } from '#lib/report/model.ts';
import { confirmNone } from './confirm-none.ts';
import type { Context } from './context.ts';
import { getReport } from './get-report.ts';
import { listRegister } from './list-register.ts';
import { removeRegisterLine } from './remove-register-line.ts';
import { saveRegisterLine } from './save-register-line.ts';
import { storeImport } from './store-import.ts';
import { as, demoFiles, prepareStores } from './testing/demo-store.ts';

const stores = prepareStores();
const periodId = '2023-12';

const ACCRUAL = {
  committee: 'BIU',
  account: '95600017',
  imFunction: '95256',
  name: 'Mellemregning',
  text: 'Periodisering',
  amount: -1_250_049n,
  explanation: 'Fakturaen kom efter årsskiftet',
  documentation: 'Bilag 12',
};

async function add(context: Context, register: Register, content: object) {
  const actor = register === 'sammenligningstal' ? as('administrator', context) : context;
  return saveRegisterLine(actor, { periodId, register, lineId: null, version: 0, content });
}

async function linesOf(context: Context, register: ConfirmableRegister, committee = 'BIU') {
  return ((await listRegister(context, periodId, register))?.lines ?? []).filter(
    (line) => line.content.committee === committee,
  );
}

async function statusOf(context: Context): Promise<string> {
  const report = await getReport(context, 2023, 'BIU');
  return [report?.status, ...(report?.checks ?? []).filter((check) => !check.ok).map((check) => check.id)].join(' ');
}

describe('registers', () => {
  it('print a line in the report, rounded from exact øre, and let the confirmed none fall', async () => {
    const context = stores.demo();
    expect(await statusOf(context)).toBe('klar');
    expect(await add(context, 'periodiserede-poster', ACCRUAL)).toMatchObject({ ok: true });
    const table = tableOf((await getReport(context, 2023, 'BIU')) ?? { tables: [] }, 'periodiserede-poster');
    expect(table.rows).toEqual([
      [
        '95600017',
        '9.52.56',
        'Mellemregning',
        'Periodisering',
        { ore: '-1250049', printed: '-13' },
        'Bilag 12',
        'Fakturaen kom efter årsskiftet',
      ],
    ]);
    expect(
      (await listRegister(context, periodId, 'periodiserede-poster'))?.confirmations.map((one) => one.committee),
    ).not.toContain('BIU');
    const [line] = await linesOf(context, 'periodiserede-poster');
    expect(
      await removeRegisterLine(context, {
        periodId,
        register: 'periodiserede-poster',
        lineId: line?.id ?? 0,
        version: 1,
      }),
    ).toMatchObject({ ok: true });
    expect(await statusOf(context)).toBe('udkast periodiserede-poster');
    expect(
      await confirmNone(context, { periodId, register: 'periodiserede-poster', committee: 'BIU', confirmed: true }),
    ).toMatchObject({ ok: true });
    expect(await statusOf(context)).toBe('klar');
  });

  it('tell nobody the name of an account that they may not see', async () => {
    const context = stores.demo();
    const { name } = await context.store.read.account.findFirstOrThrow({ where: { periodId, number: '95900015' } });
    const near = (code: string): Context => {
      const unit = { kind: 'committee' as const, code };
      const grants = [{ role: 'accountant' as const, unit, onBehalfOf: null }];
      return { ...context, actor: { ...context.actor, grants } };
    };
    for (const code of ['BIU', 'TMU']) {
      const blank = { ...ACCRUAL, committee: code, account: '95900015', imFunction: '', name: '' };
      expect(await add(near(code), 'egenkapital', blank)).toMatchObject({ ok: true });
    }
    expect((await linesOf(context, 'egenkapital'))[0]?.content).toMatchObject({ name, imFunction: '9.52.59' });
    const [far] = await linesOf(context, 'egenkapital', 'TMU');
    expect(far?.content).toMatchObject({ name: '', imFunction: '9.52.59' });
  });

  it('take the function and the name of a movement from its account where they are left blank', async () => {
    const context = stores.demo();
    const blank = { ...ACCRUAL, account: 'S95900015', imFunction: ' ', name: '', explanation: undefined };
    expect(await add(context, 'egenkapital', blank)).toMatchObject({ ok: true });
    const [line] = await linesOf(context, 'egenkapital');
    expect(line?.content).toMatchObject({ imFunction: '9.52.59', explanation: '' });
    const state = await listRegister(context, periodId, 'egenkapital');
    expect(state?.functions.find(({ code }) => code === '9.52.59')?.name).toBe('Mellemregningskonto');
    expect(line && 'name' in line.content && line.content.name).not.toBe('');
    // An account that is not in the balance, by the rule alone.
    await add(context, 'egenkapital', { ...blank, account: '95699999' });
    expect((await linesOf(context, 'egenkapital'))[1]?.content).toMatchObject({ imFunction: '9.52.56', name: '' });
    expect(await add(context, 'egenkapital', { ...blank, account: 'Kasse 7' })).toMatchObject({
      problems: [{ code: 'function-not-derived', path: 'imFunction' }],
    });
    expect(await add(context, 'egenkapital', { ...ACCRUAL, amount: 0n })).toMatchObject({
      problems: [{ code: 'amount-zero', path: 'amount' }],
    });
  });

  it('refuse what cannot be, and a none where there are lines', async () => {
    const context = stores.demo();
    const codes = async (register: Register, content: object) => {
      const result = await add(context, register, content);
      return result.ok ? [] : result.problems.map(({ path, code }) => `${path}: ${code}`);
    };
    expect(await codes('egenkapital', { ...ACCRUAL, imFunction: '9.5' })).toEqual(['imFunction: invalid-function']);
    expect(await codes('egenkapital', { ...ACCRUAL, committee: 'XYZ' })).toEqual(['committee: unknown-committee']);
    expect(await codes('egenkapital', { ...ACCRUAL, account: ' ' })).toEqual(['account: required']);
    expect(await codes('egenkapital', { ...ACCRUAL, amount: 1.5 })).toEqual(['amount: invalid']);
    const control = {
      committee: 'BIU',
      sourceSystem: 'KSD',
      receiver: 'Kvantum',
      difference: 0n,
      responsible: '',
      activity: '',
      deadline: '',
      consequence: '',
    };
    expect(await codes('systemafstemninger', control)).toEqual(['sourceSystem: control-twice']);
    expect(await codes('systemafstemninger', { ...control, sourceSystem: 'NY', difference: -100_000n })).toEqual([
      'responsible: missing-responsible',
      'activity: missing-activity',
      'deadline: missing-deadline',
      'consequence: missing-consequence',
    ]);
    expect(await codes('systemafstemninger', { ...control, sourceSystem: 'NY', difference: 99_999n })).toEqual([]);
    expect(await codes('sammenligningstal', { category: 1, accounts: 3, net: 0n })).toEqual([
      'category: category-twice',
    ]);
    expect(
      await confirmNone(context, { periodId, register: 'afskrivninger', committee: 'BIU', confirmed: true }),
    ).toMatchObject({ problems: [{ code: 'has-lines', params: { count: 7 } }] });
  });

  it('refuse what is none of their fields, however it is put', async () => {
    const context = stores.demo();
    const call = (act: (context: Context, input: never) => Promise<unknown>, input: object) =>
      act(context, input as never);
    const line = { periodId, register: 'egenkapital', lineId: 1, version: 1 };
    const none = { periodId, register: 'egenkapital', committee: 'BIU', confirmed: false };
    for (const [act, input] of [
      [removeRegisterLine, { ...line, register: 'constructor' }],
      [removeRegisterLine, { ...line, lineId: { gt: 0 } }],
      [removeRegisterLine, { ...line, periodId: 7 }],
      [confirmNone, { ...none, register: 'sammenligningstal' }],
      [confirmNone, { ...none, confirmed: 'false' }],
      [confirmNone, { ...none, periodId: null }],
    ] as const)
      expect(await call(act, input)).toMatchObject({ ok: false, problems: [{ code: 'invalid' }] });
  });

  it('refuse a change of a line that somebody has changed, or that is in another register', async () => {
    const context = stores.demo();
    const [line] = await linesOf(context, 'afskrivninger');
    if (!line) throw new Error('no line');
    const change = (register: Register, content: object) =>
      saveRegisterLine(context, { periodId, register, lineId: line.id, version: line.version, content });
    expect(await change('egenkapital', ACCRUAL)).toMatchObject({ problems: [{ code: 'line-changed-by-another' }] });
    expect(await change('afskrivninger', { ...line.content, amount: 1n })).toMatchObject({ ok: true });
    expect(await change('afskrivninger', { ...line.content, amount: 2n })).toMatchObject({
      problems: [{ code: 'line-changed-by-another' }],
    });
  });

  it('keep what was changed, added or removed on screen when the same file comes again', async () => {
    const context = stores.demo();
    const [first, second] = await linesOf(context, 'afskrivninger');
    if (!first || !second) throw new Error('no lines');
    await saveRegisterLine(context, {
      periodId,
      register: 'afskrivninger',
      lineId: first.id,
      version: 1,
      content: { ...first.content, amount: 1n },
    });
    await removeRegisterLine(context, { periodId, register: 'afskrivninger', lineId: second.id, version: 1 });
    await add(context, 'afskrivninger', { ...second.content, amount: 2n });
    const again = async (overwrite: boolean) => {
      const result = await storeImport(
        as('administrator', context),
        { files: demoFiles('afskrivninger'), periodId, options: { amounts: null, overwrite } },
        null,
      );
      if (!result.ok) throw new Error('refused');
      return result.value.plan.files[0];
    };
    expect(await again(false)).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: 5, kept: { length: 3 } });
    expect(
      (await linesOf(context, 'afskrivninger'))
        .map((line) => ('amount' in line.content ? line.content.amount : 0n))
        .slice(0, 1),
    ).toEqual([1n]);
    await again(true);
    const amounts = (await linesOf(context, 'afskrivninger')).map((line) =>
      'amount' in line.content ? line.content.amount : 0n,
    );
    expect(amounts.reduce((total, amount) => total + amount, 0n)).toBe(5_547_251_000n);
    expect(amounts).toHaveLength(7);
  });
});
