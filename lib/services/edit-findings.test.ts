import { describe, expect, it } from 'vitest';
import { listDeadlineMoves } from '#lib/db/deadline-moves.ts';
import { loadState } from '#lib/db/state.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { approveReconciliations } from './approve-reconciliations.ts';
import type { Context } from './context.ts';
import { copyPlans } from './copy-plans.ts';
import { editFindings } from './edit-findings.ts';
import { logReconciliation } from './log-reconciliation.ts';
import { openNextPeriod } from './open-next-period.ts';
import { as, newestEvent, prepareStores } from './testing/demo-store.ts';
import { codesOf, expectValue, inputOf, PERIOD, workflowOf } from './testing/write-verdicts.ts';
import { undoChangeSet } from './undo-change-set.ts';

const stores = prepareStores();
const period = parsePeriod(PERIOD) ?? expect.fail('no period');
const ACCOUNT = '95900015';

/** The demo's finding on the account, logged with one open step and sent, and approved where that is asked for. */
async function prepare(context: Context, approved = false) {
  const input = await inputOf(context, ACCOUNT);
  const [finding] = input.findings;
  const { committee } = finding ?? expect.fail('no finding');
  const steps = [{ activity: 'Ryk kunden', deadline: '2024-06-30', consequence: 'Tab' }];
  const findings = input.findings.map((one) => (one === finding ? { ...one, steps } : one));
  const log = { ...input, findings, submit: true };
  const { version } = expectValue(await logReconciliation(as('accountant', context), log));
  if (!approved) return { committee, version };
  for (const role of ['approver', 'approver2'] as const) {
    const now = (await inputOf(context, ACCOUNT)).version;
    await approveReconciliations(as(role, context), {
      periodId: PERIOD,
      accounts: [{ account: ACCOUNT, version: now }],
    });
  }
  return { committee, version: (await inputOf(context, ACCOUNT)).version };
}

function edit(
  context: Context,
  place: { committee: string; version: number },
  cells: Record<string, string>,
  more = {},
) {
  const changes = Object.entries(cells).map(([column, text]) => ({ account: ACCOUNT, ...place, column, text }));
  return editFindings(context, { periodId: PERIOD, reason: 'Efter aftale', allOrNothing: false, changes, ...more });
}

async function findingOf(context: Context, committee: string) {
  const { reconciliations } = await loadState(context.store.read, period);
  return reconciliations.get(ACCOUNT)?.findings.find((one) => one.committee === committee);
}

describe('cells of Opfølgning', () => {
  it('moves a deadline as its own act does: counted, with its reason, and what is approved stands', async () => {
    const context = stores.demo();
    const place = await prepare(context, true);
    expect((await workflowOf(context, ACCOUNT)).status).toBe('approved');
    const { changeSet } = expectValue(await edit(context, place, { deadline: '15.8.2024' }));
    expect((await findingOf(context, place.committee))?.steps[0]?.deadline).toBe('2024-08-15');
    expect((await workflowOf(context, ACCOUNT)).status).toBe('approved');
    expect(await newestEvent(context, ACCOUNT)).toMatchObject({
      action: 'move',
      subject: 'planStep',
      reason: 'Efter aftale',
      before: { deadline: '2024-06-30' },
      after: { deadline: '2024-08-15' },
    });
    const moves = await listDeadlineMoves(context.store.read, PERIOD, ACCOUNT);
    expect(moves.at(-1)).toMatchObject({ fromDate: '2024-06-30', toDate: '2024-08-15', reason: 'Efter aftale' });
    expectValue(await undoChangeSet(context, { id: changeSet ?? 0 }));
    expect((await findingOf(context, place.committee))?.steps[0]?.deadline).toBe('2024-06-30');
    // It was approved all along, but nobody who moved it can approve it any more.
    expect(await workflowOf(context, ACCOUNT)).toMatchObject({ status: 'approved' });
    expect((await workflowOf(context, ACCOUNT)).preparers).toContain('demo-bogholder');
  });

  it('is a new verdict where anything else changes, of which undo brings back what was', async () => {
    const context = stores.demo();
    const place = await prepare(context, true);
    const cells = { ansvarlig: 'BIF/NY', tema: 'KSD', problem: 'Nyt', aktivitet: 'Ring', deadline: '' };
    const outcome = expectValue(await edit(context, place, cells));
    // From the threshold a plan must have a deadline (product.md, rule 3).
    expect(outcome.refused.map(({ column, problem }) => [column, problem.code])).toEqual([
      ['deadline', 'missing-deadline'],
    ]);
    expect(await findingOf(context, place.committee)).toMatchObject({
      responsible: 'BIF/NY',
      theme: 'KSD',
      problem: 'Nyt',
      steps: [{ activity: 'Ring', deadline: '2024-06-30', consequence: 'Tab' }],
    });
    expect((await workflowOf(context, ACCOUNT)).status).toBe('draft');
    await undoChangeSet(context, { id: outcome.changeSet });
    expect((await findingOf(context, place.committee))?.steps[0]?.activity).toBe('Ryk kunden');
    expect((await workflowOf(context, ACCOUNT)).status).toBe('submitted');
  });

  it('refuses what does not fit, what another changed meanwhile, and all of it where that is asked for', async () => {
    const context = stores.demo();
    const place = await prepare(context);
    const codes = async (cells: Record<string, string>, given = place, more = {}) =>
      expectValue(await edit(context, given, cells, more)).refused.map(({ problem }) => problem.code);
    expect(await codes({ deadline: '31.12.2023' })).toEqual(['deadline-not-after-balance']);
    expect(await codes({ deadline: 'snart' })).toEqual(['impossible-date']);
    expect(await codes({ tema: 'x'.repeat(201) })).toEqual(['too-long']);
    expect(await codes({ tema: 'X' }, { ...place, committee: 'XXX' })).toEqual(['unknown-finding']);
    expect(await codes({ tema: 'X' }, { ...place, version: 1 })).toEqual(['changed-meanwhile']);
    // Every cell that was not saved is told of, whatever is wrong with another of its account.
    expect((await codes({ tema: 'X', deadline: 'snart' }, { ...place, version: 1 })).sort()).toEqual([
      'changed-meanwhile',
      'impossible-date',
    ]);
    expect(await codes({ tema: 'X', ansvarlig: '' }, place, { allOrNothing: true })).toContain('missing-responsible');
    expect((await findingOf(context, place.committee))?.theme).not.toBe('X');
    expect(codesOf(await edit(as('approver', context), place, { tema: 'X' }))).toEqual(['not-allowed']);
  });
});

describe('the plan of the period before', () => {
  it('fills what is blank, leaves deadlines that have passed blank, and is taken back', async () => {
    const context = stores.demo();
    const { committee } = await prepare(context);
    expectValue(await openNextPeriod(as('administrator', context), { from: PERIOD, to: '2024-01' }));
    const next = parsePeriod('2024-01') ?? expect.fail('no period');
    const stateOf = () => loadState(context.store.read, next);
    const rowOf = async () =>
      (await stateOf()).reconciliations.get(ACCOUNT)?.findings.find((one) => one.committee === committee);
    const versionOf = async () =>
      (
        await context.store.read.reconciliation.findFirstOrThrow({
          where: { periodId: '2024-01', accountNumber: ACCOUNT },
        })
      ).version;
    const copy = async () =>
      expectValue(
        await copyPlans(context, {
          periodId: '2024-01',
          findings: [{ account: ACCOUNT, committee, version: await versionOf() }],
          allOrNothing: false,
        }),
      );
    // What was carried has its plan already.
    expect((await copy()).refused.map(({ problem }) => problem.code)).toEqual(['plan-there']);
    await context.store.writeTx(async (tx) => {
      const where = { periodId: '2024-01', accountNumber: ACCOUNT, committeeCode: committee };
      const finding = await tx.finding.findFirstOrThrow({ where });
      await tx.planStep.deleteMany({ where: { findingId: finding.id } });
      await tx.finding.update({ where: { id: finding.id }, data: { responsible: '', theme: 'Eget', problem: '' } });
    });
    const before = await findingOf(context, committee);
    const { changeSet, changed } = await copy();
    expect(changed).toEqual([ACCOUNT]);
    expect(await rowOf()).toMatchObject({
      responsible: before?.responsible,
      theme: 'Eget',
      problem: before?.problem,
      // 30.06.2024 has passed.
      steps: [{ activity: 'Ryk kunden', deadline: null, consequence: 'Tab' }],
    });
    await undoChangeSet(context, { id: changeSet });
    expect((await rowOf())?.steps).toEqual([]);
  });
});
