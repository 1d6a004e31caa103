import { describe, expect, it } from 'vitest';
import type { Reconciliation } from '#lib/domain/account.ts';
import type { Finding, Item, PlanStep } from '#lib/domain/finding.ts';
import { drafted } from '#lib/domain/workflow.ts';
import { findingOf } from '#lib/report/testing/small-state.ts';
import { keepKeys } from './keep-keys.ts';

const item = (text: string, amount: bigint, key?: string): Item => ({
  postingDate: '2023-05-01',
  text,
  amount,
  ...(key === undefined ? {} : { key }),
});
const step = (activity: string, deadline: string | null, rest: Partial<PlanStep> = {}): PlanStep => ({
  activity,
  deadline,
  consequence: '',
  ...rest,
});

function verdict(findings: Partial<Finding>[]): Reconciliation {
  return {
    account: '95900001',
    category: 2,
    documentedBalance: null,
    method: null,
    reconciledOn: null,
    initials: '',
    balance: 0n,
    origin: 'screen',
    findings: findings.map((parts) => ({ ...findingOf([]), steps: [], ...parts })),
    workflow: drafted([]),
  };
}

const keysOf = ({ findings }: Reconciliation) => findings.flatMap(({ items }) => items.map(({ key }) => key));
const stepsOf = ({ findings }: Reconciliation) => findings.flatMap(({ steps }) => steps);

describe('keys of items', () => {
  it('stay with an item that is edited, and with one that a file states again', () => {
    const before = verdict([{ items: [item('a', 1n, 'aa'), item('b', 2n, 'bb')] }]);
    const edited = verdict([
      { items: [{ ...item('helt ny tekst', 9n, 'aa'), postingDate: '2022-01-01' }, item('b', 2n, 'bb')] },
    ]);
    expect(keysOf(keepKeys(edited, before))).toEqual(['aa', 'bb']);
    const stated = verdict([{ items: [item('b', 5n), item('a', 1n)] }]);
    expect(keysOf(keepKeys(stated, before))).toEqual(['bb', 'aa']);
  });

  it('go by the whole line before they go by date and text', () => {
    const before = verdict([{ items: [item('rente', 1n, 'aa'), item('rente', 2n, 'bb')] }]);
    expect(keysOf(keepKeys(verdict([{ items: [item('rente', 2n), item('rente', 3n)] }]), before))).toEqual([
      'bb',
      'aa',
    ]);
  });

  it('follow an item to the finding of another committee', () => {
    const before = verdict([{ committee: 'BIU', items: [item('a', 1n, 'aa')] }]);
    expect(keysOf(keepKeys(verdict([{ committee: 'ØU', items: [item('a', 1n, 'aa')] }]), before))).toEqual(['aa']);
  });

  it('are fresh for what is new, for a copy, and where a form names a key that the account has not', () => {
    const before = verdict([{ items: [item('a', 1n, 'aa')] }]);
    const [own, copy, foreign, fresh] = keysOf(
      keepKeys(
        verdict([{ items: [item('a', 1n, 'aa'), item('a', 1n, 'aa'), item('x', 1n, 'cc'), item('y', 1n)] }]),
        before,
      ),
    );
    expect(own).toBe('aa');
    expect(new Set([own, copy, foreign, fresh]).size).toBe(4);
    expect([copy, foreign, fresh].every((key) => /^[0-9a-f]{24}$/.test(key ?? ''))).toBe(true);
    expect(foreign).not.toBe('cc');
  });

  it('are found for sixty thousand like items: each against each would not end', () => {
    const many = (prefix: string) =>
      Array.from({ length: 60_000 }, (_, index) =>
        item(`post ${index % 50}`, BigInt(index), prefix && `${prefix}${index}`),
      );
    const before = verdict([{ items: many('a') }]);
    expect(keysOf(keepKeys(verdict([{ items: many('') }]), before))).toEqual(keysOf(before));
  });
});

describe('steps of a plan', () => {
  it('keep the first deadline and what became of them when their words or deadline change', () => {
    const outcome = { state: 'done', on: '2024-02-01', reason: '' } as const;
    const before = verdict([
      { steps: [step('Ryk', '2024-03-31', { key: 'aa', originalDeadline: '2024-01-31', outcome })] },
    ]);
    expect(stepsOf(keepKeys(verdict([{ steps: [step('Ryk igen', '2024-06-30', { key: 'aa' })] }]), before))).toEqual([
      step('Ryk igen', '2024-06-30', { key: 'aa', originalDeadline: '2024-01-31', outcome }),
    ]);
  });

  it('take the first deadline that they are given as the original one', () => {
    const first = keepKeys(verdict([{ steps: [step('Ryk', null)] }]), null);
    const [made] = stepsOf(first);
    expect(made?.originalDeadline).toBeNull();
    const second = keepKeys(verdict([{ steps: [step('Ryk', '2024-03-31', { key: made?.key ?? '' })] }]), first);
    expect(stepsOf(second)[0]).toMatchObject({ key: made?.key, originalDeadline: '2024-03-31' });
  });
});
