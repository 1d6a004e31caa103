import exceljs, { type Worksheet } from 'exceljs';
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre';
import { describe, expect, it, vi } from 'vitest';
import { PLAN_COLUMNS, type PlanColumn } from '#lib/format/plan-columns.ts';
import { convertByLibreOffice, hasLibreOffice } from '#lib/render/testing/libreoffice.ts';
import { collectPlanWorkbook } from './collect-plan-workbook.ts';
import type { Context } from './context.ts';
import { editFindings } from './edit-findings.ts';
import { exportPlanWorkbook } from './export-plan-workbook.ts';
import { previewPlanWorkbook } from './preview-plan-workbook.ts';
import { as, prepareStores } from './testing/demo-store.ts';
import { undoChangeSet } from './undo-change-set.ts';

const stores = prepareStores();
const PLACE = { periodId: '2023-12', committee: 'BIU' };
const REASON = 'Indhentet med regneark';

async function sent(context: Context, parts: { responsible?: string; split?: boolean } = {}) {
  const file = await exportPlanWorkbook(context, { ...PLACE, responsible: null, split: false, ...parts });
  if (!file) throw new Error('Nothing was sent.');
  return file;
}

type Cells = (row: number, column: PlanColumn) => exceljs.Cell;

/** The workbook after somebody opened it, changed it and saved it. */
async function edited(bytes: Uint8Array, change: (cell: Cells, sheet: Worksheet) => void): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  // exceljs declares a Buffer of its own that Node's does not match.
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer);
  const sheet = workbook.getWorksheet('Handleplaner');
  if (!sheet) throw new Error('The workbook has no plans.');
  const columns = Object.keys(PLAN_COLUMNS);
  change((row, column) => sheet.getCell(row, columns.indexOf(column) + 1), sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function preview(context: Context, bytes: Uint8Array) {
  const result = await previewPlanWorkbook(context, PLACE, { name: 'svar.xlsx', bytes });
  if (!result.ok) throw new Error(result.problems[0]?.code);
  return result.value;
}

async function collect(context: Context, bytes: Uint8Array, chosen: string[] = [], digest?: string) {
  const input = { ...PLACE, digest: digest ?? (await preview(context, bytes)).digest, chosen, reason: REASON };
  return collectPlanWorkbook(context, input, { name: 'svar.xlsx', bytes });
}

const FIRST = 5;
const ALL = { role: 'secretariat' as const, unit: null, onBehalfOf: null };

/** The stored plan of the account of the workbook's first row. */
async function planOf(context: Context, account: string) {
  const finding = await context.store.read.finding.findFirst({
    where: { periodId: PLACE.periodId, accountNumber: account, committeeCode: PLACE.committee },
    include: { steps: { orderBy: { position: 'asc' } }, reconciliation: true, items: true },
  });
  if (!finding) throw new Error(`${account} has no finding.`);
  return finding;
}

async function firstAccount(bytes: Uint8Array): Promise<string> {
  let account = '';
  await edited(bytes, (cell) => {
    account = String(cell(FIRST, 'account').value);
  });
  return account;
}

describe('what goes out', () => {
  it('comes home without a difference, however the rows lie', async () => {
    const context = as('secretariat', stores.demo());
    const { bytes, fileName } = await sent(context);
    expect(fileName).toBe('handleplaner-2023-12-BIU.xlsx');
    const back = await preview(context, bytes);
    expect(back).toMatchObject({ rows: [], issues: [], drops: [] });
    expect(back.unchanged).toBeGreaterThan(4);
    const turned = await edited(bytes, (_cell, sheet) => {
      const rows = sheet.getRows(FIRST, sheet.rowCount - FIRST + 1) ?? [];
      const values = rows.map((row) => row.values).reverse();
      for (const [index, row] of rows.entries()) row.values = values[index] ?? [];
    });
    expect(await preview(context, turned)).toMatchObject({ rows: [], issues: [], unchanged: back.unchanged });
  });

  it.skipIf(!hasLibreOffice())(
    'comes home without a difference from LibreOffice too',
    { timeout: 120_000 },
    async () => {
      const context = as('secretariat', stores.demo());
      const { bytes } = await sent(context);
      const saved = convertByLibreOffice('planer.xlsx', bytes, 'xlsx:Calc MS Excel 2007 XML').get('planer.xlsx');
      const { unchanged } = await preview(context, bytes);
      const back = await preview(context, new Uint8Array(saved ?? []));
      expect(back).toMatchObject({ rows: [], issues: [], unchanged });
    },
  );

  it('is locked but for what may be changed, has its choices, and hides its keys', async () => {
    const { bytes } = await sent(as('secretariat', stores.demo()));
    await edited(bytes, (cell, sheet) => {
      expect(Reflect.get(sheet, 'sheetProtection')).toMatchObject({ sheet: true });
      const isLocked = (column: PlanColumn) => cell(FIRST, column).protection?.locked !== false;
      const open = (Object.keys(PLAN_COLUMNS) as PlanColumn[]).filter((column) => !isLocked(column));
      expect(open).toEqual(['problem', 'responsible', 'activity', 'deadline', 'consequence', 'state', 'on', 'reason']);
      expect(sheet.getColumn(Object.keys(PLAN_COLUMNS).length).hidden).toBe(true);
      expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
      expect(cell(FIRST, 'state').dataValidation).toMatchObject({
        type: 'list',
        formulae: ['"Åben,Udført,Bortfaldet"'],
      });
      expect(cell(FIRST, 'deadline').dataValidation).toMatchObject({ type: 'date', operator: 'greaterThan' });
      expect(cell(FIRST, 'deadline').value).toBeInstanceOf(Date);
    });
    const second = await readXlsx(bytes);
    expect(second.sheets.map(({ name }) => name)).toEqual(['Handleplaner', 'Vejledning']);
  });

  it('is the same bytes twice, and one workbook for each who is responsible', async () => {
    const context = as('secretariat', stores.demo());
    expect(Buffer.from((await sent(context)).bytes).equals(Buffer.from((await sent(context)).bytes))).toBe(true);
    const files = unzipSync((await sent(context, { split: true })).bytes);
    expect(Object.keys(files)).toContain('handleplaner-2023-12-BIU-BIF.xlsx');
    let rows = 0;
    for (const bytes of Object.values(files)) rows += (await preview(context, bytes)).unchanged;
    expect(rows).toBe((await preview(context, (await sent(context)).bytes)).unchanged);
  });

  it('is the same zip in every time zone', async () => {
    const context = as('secretariat', stores.demo());
    const zips = [];
    for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
      vi.stubEnv('TZ', zone);
      zips.push(Buffer.from((await sent(context, { split: true })).bytes).toString('base64'));
    }
    vi.unstubAllEnvs();
    expect(zips[1]).toBe(zips[0]);
  });

  it('spells a committee’s code in names of files as every other file of it does, in and around the zip', async () => {
    const own = as('secretariat', stores.demo());
    const context = { ...own, actor: { ...own.actor, grants: [ALL] } };
    const of = { ...PLACE, committee: 'ØU', responsible: null };
    const one = await exportPlanWorkbook(context, { ...of, split: false });
    const all = await exportPlanWorkbook(context, { ...of, split: true });
    expect([one?.fileName, all?.fileName]).toEqual(['handleplaner-2023-12-OEU.xlsx', 'handleplaner-2023-12-OEU.zip']);
    const names = Object.keys(unzipSync(all?.bytes ?? new Uint8Array()));
    expect(names.length).toBeGreaterThan(1);
    expect(names.filter((name) => !name.startsWith('handleplaner-2023-12-OEU-'))).toEqual([]);
  });

  it('is for those alone who may take it home', async () => {
    const context = stores.demo();
    for (const role of ['approver', 'auditor', 'administrator', 'systemOwner'] as const)
      expect(await exportPlanWorkbook(as(role, context), { ...PLACE, responsible: null, split: false })).toBeNull();
    const secretariat = as('secretariat', context);
    for (const wrong of [{ committee: 'XX' }, { periodId: '2031-12' }, { responsible: 'Ingen' }])
      expect(await exportPlanWorkbook(secretariat, { ...PLACE, responsible: null, split: false, ...wrong })).toBeNull();
  });
});

describe('what comes home', () => {
  it('is shown before it is saved, and saved as one act that is undone as one', async () => {
    const context = as('secretariat', stores.demo());
    const { bytes } = await sent(context);
    const account = await firstAccount(bytes);
    const before = await planOf(context, account);
    const answer = await edited(bytes, (cell) => {
      cell(FIRST, 'activity').value = 'Ring til banken';
      cell(FIRST, 'deadline').value = '01.11.2024';
      cell(FIRST, 'reason').value = 'Banken svarer langsomt';
    });
    const shown = await preview(context, answer);
    expect(shown).toMatchObject({ issues: [], drops: [account] });
    expect(shown.rows).toMatchObject([
      {
        account,
        row: FIRST,
        differences: [
          { field: 'activity', mine: 'Ring til banken', now: before.steps[0]?.activity, isConflict: false },
          { field: 'deadline', mine: '2024-11-01', now: before.steps[0]?.deadline, isConflict: false },
        ],
      },
    ]);
    expect((await planOf(context, account)).steps[0]?.activity).toBe(before.steps[0]?.activity);

    const result = await collect(context, answer);
    expect(result).toMatchObject({ ok: true, value: { changed: [account] } });
    const after = await planOf(context, account);
    expect(after.steps[0]).toMatchObject({
      activity: 'Ring til banken',
      deadline: '2024-11-01',
      key: before.steps[0]?.key,
      originalDeadline: before.steps[0]?.originalDeadline,
    });
    expect(after.reconciliation.status).toBe('draft');
    expect(after.items).toMatchObject(
      before.items.map(({ amount, postingDate, key }) => ({ amount, postingDate, key })),
    );
    expect(await preview(context, answer)).toMatchObject({ rows: [], issues: [] });

    const id = result.ok ? (result.value.changeSet ?? 0) : 0;
    expect(await undoChangeSet(context, { id })).toMatchObject({
      ok: true,
      value: { changed: [account], refused: [] },
    });
    expect((await planOf(context, account)).steps[0]?.activity).toBe(before.steps[0]?.activity);
  });

  it('follows a plan up without a new verdict: what others approved stands', async () => {
    const context = as('secretariat', stores.demo());
    const { bytes } = await sent(context);
    const account = await firstAccount(bytes);
    const { reconciliation } = await planOf(context, account);
    expect(reconciliation.status).toBe('approved');
    const answer = await edited(bytes, (cell) => {
      cell(FIRST, 'state').value = 'udført';
      cell(FIRST, 'on').value = new Date(Date.UTC(2024, 2, 5));
    });
    expect(await preview(context, answer)).toMatchObject({ drops: [] });
    expect(await collect(context, answer)).toMatchObject({ ok: true });
    const after = await planOf(context, account);
    expect(after.reconciliation.status).toBe('approved');
    expect(after.steps[0]).toMatchObject({ state: 'done', stateOn: '2024-03-05' });
  });

  it('leaves what was changed on screen meanwhile, unless a person chooses the workbook', async () => {
    const context = stores.demo();
    const secretariat = as('secretariat', context);
    const { bytes } = await sent(secretariat);
    const account = await firstAccount(bytes);
    const { version } = (await planOf(context, account)).reconciliation;
    const change = { account, committee: 'BIU', version, column: 'ansvarlig' as const, text: 'BIF/Skærm' };
    const onScreen = { periodId: PLACE.periodId, reason: 'x', allOrNothing: true, changes: [change] };
    expect(await editFindings(context, onScreen)).toMatchObject({ ok: true, value: { refused: [] } });
    expect(await preview(secretariat, bytes)).toMatchObject({ rows: [], issues: [] });

    const answer = await edited(bytes, (cell) => {
      cell(FIRST, 'responsible').value = 'BIF/Regneark';
      cell(FIRST, 'problem').value = 'Bilag mangler';
    });
    const shown = await preview(secretariat, answer);
    expect(shown.rows[0]?.differences).toMatchObject([
      { field: 'problem', isConflict: false },
      { field: 'responsible', now: 'BIF/Skærm', mine: 'BIF/Regneark', isConflict: true },
    ]);
    expect(await collect(secretariat, answer)).toMatchObject({ ok: true });
    expect(await planOf(context, account)).toMatchObject({ responsible: 'BIF/Skærm', problem: 'Bilag mangler' });
    const [row] = (await preview(secretariat, answer)).rows;
    expect(await collect(secretariat, answer, [row?.id ?? ''])).toMatchObject({ ok: true });
    expect(await planOf(context, account)).toMatchObject({ responsible: 'BIF/Regneark' });
  });

  it('is refused where anything changed since it was shown', async () => {
    const context = as('secretariat', stores.demo());
    const { bytes } = await sent(context);
    const first = await edited(bytes, (cell) => {
      cell(FIRST, 'problem').value = 'Et';
    });
    const second = await edited(bytes, (cell) => {
      cell(FIRST, 'problem').value = 'To';
    });
    const { digest } = await preview(context, first);
    expect(await collect(context, second)).toMatchObject({ ok: true });
    expect(await collect(context, first, [], digest)).toMatchObject({
      ok: false,
      problems: [{ code: 'changed-since-preview' }],
    });
    expect(await planOf(context, await firstAccount(bytes))).toMatchObject({ problem: 'To' });
  });

  it.each<[string, (cell: Cells, sheet: Worksheet) => void, { code: string; column: string; row: number }[]]>([
    [
      'a copied row',
      (_cell, sheet) => sheet.insertRow(FIRST + 1, sheet.getRow(FIRST).values),
      [
        { code: 'row-twice', column: 'Konto', row: FIRST },
        { code: 'row-twice', column: 'Konto', row: FIRST + 1 },
      ],
    ],
    [
      'a key beside another account',
      (cell) => {
        cell(FIRST, 'account').value = '99999999';
      },
      [{ code: 'row-moved', column: 'Konto', row: FIRST }],
    ],
    [
      'a key that was typed over',
      (cell) => {
        cell(FIRST, 'key').value = `${cell(FIRST, 'key').value} `.replace('BIU', 'KFU');
      },
      [{ code: 'row-key-broken', column: 'Konto', row: FIRST }],
    ],
    [
      'a row without a key',
      (cell) => {
        cell(FIRST, 'key').value = null;
      },
      [{ code: 'row-without-key', column: 'Konto', row: FIRST }],
    ],
    [
      'a deadline at the balance date',
      (cell) => {
        cell(FIRST, 'deadline').value = new Date(Date.UTC(2023, 11, 31));
      },
      [{ code: 'deadline-early', column: 'Deadline', row: FIRST }],
    ],
    [
      'no date',
      (cell) => {
        cell(FIRST, 'deadline').value = 'snart';
      },
      [{ code: 'not-a-date', column: 'Deadline', row: FIRST }],
    ],
    [
      'a state that there is not',
      (cell) => {
        cell(FIRST, 'state').value = 'Måske';
      },
      [{ code: 'not-a-state', column: 'Status', row: FIRST }],
    ],
    [
      'a step dropped for no reason',
      (cell) => {
        cell(FIRST, 'state').value = 'Bortfaldet';
      },
      [{ code: 'reason-missing', column: 'Begrundelse', row: FIRST }],
    ],
    [
      'done on a day to come',
      (cell) => {
        cell(FIRST, 'state').value = 'Udført';
        cell(FIRST, 'on').value = new Date(Date.UTC(2190, 0, 1));
      },
      [{ code: 'date-to-come', column: 'Udført den', row: FIRST }],
    ],
    [
      'a responsible that is taken away',
      (cell) => {
        cell(FIRST, 'responsible').value = null;
      },
      [{ code: 'part-lost', column: 'Ansvarlig', row: FIRST }],
    ],
    [
      'words where a row has no room for them',
      (cell) => {
        cell(FIRST + 1, 'responsible').value = 'BIF/Regneark';
      },
      [{ code: 'cell-locked', column: 'Ansvarlig', row: FIRST + 1 }],
    ],
    [
      'a text that is too long',
      (cell) => {
        cell(FIRST, 'activity').value = 'x'.repeat(4001);
      },
      [{ code: 'too-long', column: 'Aktivitet', row: FIRST }],
    ],
    [
      'a column that was deleted',
      (_cell, sheet) => {
        sheet.getCell(4, 9).value = 'Andet';
      },
      [{ code: 'column-missing', column: 'Aktivitet', row: 4 }],
    ],
  ])('%s is told with its place and not taken', async (_name, change, issues) => {
    const context = as('secretariat', stores.demo());
    const { bytes } = await sent(context);
    const answer = await edited(bytes, change);
    const shown = await preview(context, answer);
    expect(shown).toMatchObject({ rows: [], issues });
    expect(await collect(context, answer)).toMatchObject({ ok: true, value: { changeSet: null, changed: [] } });
  });

  it('says what is no workbook of ours, and what belongs to another committee', async () => {
    const context = as('secretariat', stores.demo());
    const codeOf = async (bytes: Uint8Array) => (await preview(context, bytes)).issues[0]?.code;
    expect(await codeOf(new TextEncoder().encode('Konto;Saldo'))).toBe('not-a-workbook');
    expect(await codeOf(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]))).toBe('xlsx-broken');
    expect(await codeOf(new Uint8Array(await emptyWorkbook()))).toBe('not-a-plan-workbook');
    const whole = { store: context.store, actor: { ...context.actor, grants: [ALL] } };
    const other = await exportPlanWorkbook(whole, { ...PLACE, committee: 'KFU', responsible: null, split: false });
    const shown = await preview(context, other?.bytes ?? new Uint8Array());
    expect(shown.rows).toEqual([]);
    expect(new Set(shown.issues.map(({ code }) => code))).toEqual(new Set(['row-elsewhere']));
  });

  it('writes the first step of a finding that had none', async () => {
    const context = as('secretariat', stores.demo());
    const account = await firstAccount((await sent(context)).bytes);
    const { id } = await planOf(context, account);
    await context.store.writeTx((tx) => tx.planStep.deleteMany({ where: { findingId: id } }));
    const { bytes } = await sent(context);
    expect(await preview(context, bytes)).toMatchObject({ rows: [], issues: [] });
    const answer = await edited(bytes, (cell) => {
      cell(FIRST, 'activity').value = 'Find bilaget';
      cell(FIRST, 'deadline').value = '1/11-24';
      cell(FIRST, 'consequence').value = 'Gælden kan være for lav';
    });
    expect(await collect(context, answer)).toMatchObject({ ok: true, value: { changed: [account] } });
    expect((await planOf(context, account)).steps).toMatchObject([
      { activity: 'Find bilaget', deadline: '2024-11-01', consequence: 'Gælden kan være for lav' },
    ]);
    // The same workbook again makes no second step.
    expect(await preview(context, answer)).toMatchObject({ rows: [], issues: [] });
  });

  it('writes no half of a first step beside one that came on screen meanwhile', async () => {
    const context = as('secretariat', stores.demo());
    const account = await firstAccount((await sent(context)).bytes);
    const { id: findingId } = await planOf(context, account);
    await context.store.writeTx((tx) => tx.planStep.deleteMany({ where: { findingId } }));
    const { bytes } = await sent(context);
    const onScreen = { activity: 'Find bilaget', deadline: '2024-11-01', consequence: 'Gælden kan være for lav' };
    await context.store.writeTx((tx) =>
      tx.planStep.create({ data: { findingId, position: 0, key: 'paa-skaerm', ...onScreen } }),
    );
    const answer = await edited(bytes, (cell) => {
      cell(FIRST, 'problem').value = 'Bilag mangler';
      cell(FIRST, 'activity').value = 'Find bilaget';
      cell(FIRST, 'deadline').value = '1/12-24';
      cell(FIRST, 'consequence').value = 'Ingen';
    });
    const [row] = (await preview(context, answer)).rows;
    expect(row?.differences.map(({ field, isConflict }) => [field, isConflict])).toEqual([
      ['problem', false],
      ['deadline', true],
      ['consequence', true],
    ]);
    expect(await collect(context, answer)).toMatchObject({ ok: true, value: { changed: [account] } });
    const left = await planOf(context, account);
    expect(left.problem).toBe('Bilag mangler');
    expect(left.steps).toMatchObject([onScreen]);
    expect(left.steps).toHaveLength(1);
  });

  it('changes nothing for who may not take plans home', async () => {
    const context = stores.demo();
    const secretariat = as('secretariat', context);
    const answer = await edited((await sent(secretariat)).bytes, (cell) => {
      cell(FIRST, 'problem').value = 'Nyt';
    });
    const { digest } = await preview(secretariat, answer);
    const input = { ...PLACE, digest, chosen: [], reason: REASON };
    for (const role of ['approver', 'auditor', 'administrator'] as const)
      expect(await collectPlanWorkbook(as(role, context), input, { name: 'x.xlsx', bytes: answer })).toMatchObject({
        problems: [{ code: 'not-allowed' }],
      });
    expect(await planOf(context, await firstAccount(answer))).not.toMatchObject({ problem: 'Nyt' });
  });
});

async function emptyWorkbook(): Promise<ArrayBuffer> {
  const workbook = new exceljs.Workbook();
  workbook.addWorksheet('Ark1').getCell(1, 1).value = 'Hej';
  return (await workbook.xlsx.writeBuffer()) as ArrayBuffer;
}
