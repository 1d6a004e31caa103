import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadState } from '#lib/db/state.ts';
import { approveReconciliations } from './approve-reconciliations.ts';
import { assignAccounts } from './assign-accounts.ts';
import type { Context } from './context.ts';
import { editAccounts } from './edit-accounts.ts';
import { logReconciliation } from './log-reconciliation.ts';
import { readVisibleState } from './read-state.ts';
import { as, prepareStores } from './testing/demo-store.ts';
import { log, period, undo, unlog, verdictOf, versionOf } from './testing/write-category-1.ts';
import { codesOf, expectValue, inputOf, PERIOD, sendChanged, workflowOf } from './testing/write-verdicts.ts';
import { undoChangeSet } from './undo-change-set.ts';

const stores = prepareStores();
/** Two accounts of the demo with findings. */
const [PLAIN, FOLLOWED] = ['90100006', '95900015'] as const;

async function type(context: Context, account: string, column: string, text: string) {
  const changes = [{ account, version: await versionOf(context, account), column, text }];
  return expectValue(await editAccounts(context, { periodId: PERIOD, changes }));
}

describe('cells of Konti', () => {
  it('saves what can be saved and says of each other cell why not', async () => {
    const context = stores.demo();
    const [fresh = ''] = await unlog(context, 1);
    const version = await versionOf(context, FOLLOWED);
    const outcome = expectValue(
      await editAccounts(context, {
        periodId: PERIOD,
        changes: [
          { account: fresh, version: 0, column: 'initialer', text: 'DBO' },
          { account: fresh, version: 0, column: 'kategori', text: '1' },
          { account: fresh, version: 0, column: 'afstemt-den', text: '5/1-24' },
          { account: fresh, version: 0, column: 'dokumenteret', text: 'tusind' },
          { account: FOLLOWED, version, column: 'kategori', text: '1' },
          { account: FOLLOWED, version, column: 'kategori', text: '2' },
          { account: FOLLOWED, version, column: 'metode', text: 'kildemateriale' },
          { account: PLAIN, version: 99, column: 'initialer', text: 'X' },
          { account: 'findes-ikke', version: 0, column: 'tildelt', text: 'DRE' },
          { account: fresh, version: 0, column: 'tildelt', text: 'dre' },
          { account: fresh, version: 0, column: 'frist', text: '15.02.2024' },
          { account: PLAIN, version: 0, column: 'tildelt', text: 'DGO' },
          { account: FOLLOWED, version, column: 'tildelt', text: 'ingen' },
        ],
      }),
    );
    expect(outcome.refused.map(({ account, column, problem }) => [account, column, problem.code])).toEqual([
      [PLAIN, 'initialer', 'changed-meanwhile'],
      ['findes-ikke', 'tildelt', 'unknown-account'],
      [fresh, 'dokumenteret', 'not-an-amount'],
      [FOLLOWED, 'kategori', 'category-needs-items'],
      [FOLLOWED, 'tildelt', 'unknown-assignee'],
      // An approver logs nothing.
      [PLAIN, 'tildelt', 'unknown-assignee'],
    ]);
    expect(await verdictOf(context, fresh)).toMatchObject({
      category: 1,
      initials: 'DBO',
      reconciledOn: '2024-01-05',
      documentedBalance: null,
    });
    expect((await verdictOf(context, FOLLOWED))?.method).toBe('source');
    expect((await loadState(context.store.read, period)).assignments.get(fresh)).toEqual({
      account: fresh,
      personId: 'demo-regnskab',
      deadline: '2024-02-15',
    });
    await undo(context, outcome.changeSet);
    expect(await verdictOf(context, fresh)).toBeNull();
    expect((await loadState(context.store.read, period)).assignments.has(fresh)).toBe(false);
  });

  it('wants the category before the rest', async () => {
    const context = stores.demo();
    const [fresh = ''] = await unlog(context, 1);
    const outcome = await type(context, fresh, 'initialer', 'DBO');
    expect(outcome).toMatchObject({ changeSet: null, refused: [{ problem: { code: 'category-first' } }] });
  });
});

describe('taking back', () => {
  it('brings what others had approved back for approval, with the hand of who changed it', async () => {
    const context = stores.demo();
    await approve(context, PLAIN);
    const was = await verdictOf(context, PLAIN);
    expect(was?.workflow.status).toBe('approved');
    const edited = await type(context, PLAIN, 'initialer', 'FEJL');
    expect((await workflowOf(context, PLAIN)).status).toBe('draft');
    await undo(context, edited.changeSet);
    const now = await verdictOf(context, PLAIN);
    expect(now?.initials).toBe(was?.initials);
    expect(now?.workflow).toMatchObject({ status: 'submitted', approvals: [], note: { kind: 'changed' } });
    expect(now?.workflow.preparers).toContain('demo-bogholder');
  });

  it('is its maker’s alone, and done once', async () => {
    const context = stores.demo();
    const { changeSet } = await type(context, PLAIN, 'initialer', 'A');
    expect(codesOf(await undoChangeSet(as('accountant', context), { id: changeSet }))).toEqual(['unknown-change-set']);
    expect(codesOf(await undoChangeSet(context, { id: 9999 }))).toEqual(['unknown-change-set']);
    await undo(context, changeSet);
    expect(codesOf(await undoChangeSet(context, { id: changeSet }))).toEqual(['already-undone']);
  });

  it('leaves what another has changed since, and says who', async () => {
    const context = stores.demo();
    const accounts = await unlog(context, 3);
    const { changeSet } = expectValue(await log(context, accounts, { submit: true }));
    const [approved = '', changed = '', own = ''] = accounts;
    await approveReconciliations(as('approver', context), {
      periodId: PERIOD,
      accounts: [{ account: approved, version: await versionOf(context, approved) }],
    });
    await sendChanged(as('accountant', context), changed, 'DRE');
    const undone = await undo(context, changeSet);
    expect(undone.changed).toEqual([own]);
    expect(undone.refused.map(({ account, problem }) => [account, problem.code, problem.params.person])).toEqual([
      [approved, 'changed-meanwhile', 'Demo Godkender'],
      [changed, 'changed-meanwhile', 'Demo Regnskab'],
    ]);
    expect((await workflowOf(context, approved)).status).toBe('approved');
  });

  it('never lets a number of an earlier verdict save over a later one', async () => {
    const context = stores.demo();
    const [one = ''] = await unlog(context, 1);
    const first = expectValue(await log(context, [one]));
    const stale = await inputOf(context, one);
    await undo(context, first.changeSet);
    await log(as('accountant', context), [one], { initials: 'DRE' });
    expect(codesOf(await logReconciliation(context, { ...stale, initials: 'DBO' }))).toEqual(['changed-by-another']);
  });

  it('follows chains of undo and redo as a plain stack of values does', async () => {
    const context = stores.demo();
    const [account = ''] = await unlog(context, 1);
    let number = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('edit', 'assign', 'undo', 'redo'), { minLength: 5, maxLength: 25 }),
        async (acts) => {
          const look = async () => {
            const state = await loadState(context.store.read, period);
            return [
              state.reconciliations.get(account)?.initials ?? null,
              state.assignments.get(account)?.deadline ?? null,
            ];
          };
          let model = await look();
          const past: { set: number; to: typeof model }[] = [];
          const future: { set: number; to: typeof model }[] = [];
          for (const act of acts) {
            const before = model;
            if (act === 'undo' || act === 'redo') {
              const [from, into] = act === 'undo' ? [past, future] : [future, past];
              const step = from.pop();
              if (!step) continue;
              const { changeSet, refused } = await undo(context, step.set);
              expect(refused).toEqual([]);
              model = step.to;
              into.push({ set: changeSet ?? 0, to: before });
            } else {
              number += 1;
              const isNew = model[0] === null;
              const day = `2024-${String((number % 12) + 1).padStart(2, '0')}-${String((number % 28) + 1).padStart(2, '0')}`;
              if (act === 'edit' && isNew) await logOne(`I${number}`);
              else if (act === 'edit') await keep(type(context, account, 'initialer', `I${number}`));
              else {
                const input = { periodId: PERIOD, accounts: [account], deadline: day, allOrNothing: false };
                await keep(assignAccounts(context, input).then(expectValue));
              }
              model = act === 'edit' ? [`I${number}`, model[1] ?? null] : [model[0] ?? null, day];
            }
            expect(await look()).toEqual(model);

            async function keep(changed: Promise<{ changeSet: number | null }>): Promise<void> {
              const { changeSet } = await changed;
              past.push({ set: changeSet ?? 0, to: before });
              future.length = 0;
            }
            async function logOne(initials: string): Promise<void> {
              await keep(log(context, [account], { initials, submit: true }).then(expectValue));
            }
          }
        },
      ),
      { numRuns: 12 },
    );
    expect(await readVisibleState(context, period)).toEqual(await loadState(context.store.read, period));
  }, 120_000);
});

async function approve(context: Context, account: string): Promise<void> {
  const { version } = await sendChanged(as('accountant', context), account, 'DRE');
  expectValue(
    await approveReconciliations(as('approver', context), { periodId: PERIOD, accounts: [{ account, version }] }),
  );
}
