import { describe, expect, test } from 'vitest';
import type { PlanStep } from '#lib/domain/finding.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { CONFIRMABLE_REGISTERS, type TransferControl } from '#lib/domain/register.ts';
import { drafted, submitted } from '#lib/domain/workflow.ts';
import { buildReport } from '../build-report.ts';
import type { Check, CheckId } from '../model.ts';
import { APPROVED } from '../testing/approved.ts';
import { ANY_INSTALLATION } from '../testing/arbitrary.ts';
import { failingIn, readyState } from '../testing/ready-state.ts';
import { build, findingOf, lineOf, smallState } from '../testing/small-state.ts';

/** The checks that fail, after `change`; the status must say the same of those that block. */
function failingAfter(change: (state: MunicipalityState) => void, committee = 'BIU'): Map<CheckId, Check> {
  const state = readyState();
  change(state);
  return failingIn(build(state, committee));
}

function responsibilityOf(state: MunicipalityState, account: string) {
  const found = state.responsibilities.get(account);
  if (!found) throw new Error(`No responsibility for ${account}.`);
  return found;
}

function findingsOf(state: MunicipalityState, account: string) {
  const found = state.reconciliations.get(account);
  if (!found) throw new Error(`No reconciliation of ${account}.`);
  return found.findings;
}

const CONTROL: TransferControl = {
  committee: 'BIU',
  sourceSystem: 'KY',
  receiver: 'ERP',
  difference: 100_000n,
  responsible: 'A1',
  activity: 'Ret',
  deadline: 'Afsluttet',
  consequence: 'Ingen',
};

test('a complete municipality is ready, for each committee', () => {
  for (const committee of ['BIU', 'ØU']) {
    expect(failingAfter(() => {}, committee)).toEqual(new Map());
    for (const check of build(readyState(), committee).checks)
      expect(check).toMatchObject({ ok: true, count: 0, subjects: [], places: [] });
  }
});

describe('the municipality', () => {
  test('an account of no known committee', () => {
    for (const committee of ['', 'XX']) {
      const failing = failingAfter((state) => {
        responsibilityOf(state, '95900002').committee = committee;
      });
      expect([...failing.keys()]).toEqual(['sum', 'uden-udvalg']);
      expect(failing.get('uden-udvalg')).toMatchObject({ count: 1, subjects: ['95900002'] });
      expect(failing.get('sum')?.message).toContain('9.000,00 kr.');
    }
  });

  test('a finding of no known committee', () => {
    const failing = failingAfter((state) => {
      findingsOf(state, '95900001').push(findingOf([['2023-06-01', 100n]], { committee: 'XX' }));
    });
    expect([...failing.keys()]).toEqual(['sum', 'uden-udvalg']);
  });

  test('follow-up on an account that is gone', () => {
    const failing = failingAfter((state) => {
      const known = state.reconciliations.get('95900001');
      if (known)
        state.reconciliations.set('95900009', {
          ...known,
          account: '95900009',
          findings: [findingOf([['2023-01-01', 1n]])],
        });
    });
    expect([...failing.keys()]).toEqual(['sum']);
    expect(failing.get('sum')).toMatchObject({ count: 1, subjects: ['95900009'] });
  });

  test('follow-up that is nowhere is not made up for by follow-up of an unknown committee', () => {
    const failing = failingAfter((state) => {
      findingsOf(state, '95900001').push(findingOf([['2023-06-01', 100n]], { committee: 'XX' }));
      const known = state.reconciliations.get('95900001');
      const gone = [findingOf([['2023-06-01', -100n]])];
      if (known) state.reconciliations.set('95900009', { ...known, account: '95900009', findings: gone });
    });
    expect(failing.get('sum')).toMatchObject({ count: 2, subjects: ['95900001', '95900009'] });
  });

  test('without a service centre an account without a unit still has no responsible', () => {
    const state = readyState();
    responsibilityOf(state, '95900001').reconciledBy = '';
    const { checks } = buildReport(state, { ...ANY_INSTALLATION, serviceCentreCode: '' }, 'BIU');
    expect(checks.find(({ id }) => id === 'uden-ansvarlig')).toMatchObject({
      ok: false,
      subjects: ['95900001', '95900002'],
    });
  });

  test('a balance that does not sum to 0, by one øre', () => {
    const failing = failingAfter((state) => {
      for (const account of state.accounts) if (account.number === '95900001') account.balance += 1n;
      if (state.control) state.control.sum = 1n;
    });
    expect([...failing.keys()]).toEqual(['balance']);
    expect(failing.get('balance')?.message).toContain('0,01 kr.');
  });

  test('another number of accounts or another sum than the balance file, or no file', () => {
    const failingWith = (control: MunicipalityState['control']) => [
      ...failingAfter((state) => {
        state.control = control;
      }).keys(),
    ];
    expect(failingWith({ count: 3, sum: 0n })).toEqual(['balance']);
    expect(failingWith({ count: 2, sum: 1n })).toEqual(['sum', 'balance']);
    expect(failingWith(null)).toEqual(['sum', 'balance']);
  });

  test('an account without verdict, without responsible, of an unknown unit', () => {
    const failing = failingAfter((state) => {
      state.reconciliations.delete('95900002');
      responsibilityOf(state, '95900001').reconciledBy = 'ZZ';
      responsibilityOf(state, '95900002').reconciledBy = '';
    });
    expect([...failing.keys()]).toEqual(['uden-vurdering', 'uden-ansvarlig']);
    expect(failing.get('uden-vurdering')).toMatchObject({ count: 1, subjects: ['95900002'] });
    expect(failing.get('uden-ansvarlig')).toMatchObject({ count: 2, subjects: ['95900001', '95900002'] });
  });

  test.each([
    ['a draft', drafted(['maker'])],
    ['one that was sent', submitted(['maker'], '2024-02-01T08:00:00.000Z')],
    ['one with the first of two approvals', { ...APPROVED, status: 'submitted' as const }],
    ['one that was returned', { ...drafted(['maker']), status: 'returned' as const }],
  ])('an account that is not approved: %s', (_, workflow) => {
    const failing = failingAfter((state) => {
      const own = state.reconciliations.get('95900002');
      if (own) state.reconciliations.set('95900002', { ...own, workflow });
    });
    expect([...failing.keys()]).toEqual(['uden-godkendelse']);
    expect(failing.get('uden-godkendelse')).toMatchObject({ count: 1, subjects: ['95900002'] });
  });

  test('an account reconciled separately needs no verdict, but committee and responsible', () => {
    const failing = failingAfter((state) => {
      state.reconciliations.delete('95900002');
      Object.assign(responsibilityOf(state, '95900002'), { separately: true, committee: '', reconciledBy: '' });
    });
    expect([...failing.keys()]).toEqual(['sum', 'uden-ansvarlig', 'uden-udvalg']);
  });

  test('at most 100 accounts are named, all are counted', () => {
    const state = smallState(
      Array.from({ length: 120 }, (_, index) => ({ number: String(95_900_001 + index), verdict: false })),
    );
    const check = build(state).checks.find(({ id }) => id === 'uden-vurdering');
    expect([check?.count, check?.subjects.length, check?.message]).toEqual([
      120,
      100,
      '120 konti er endnu ikke vurderet.',
    ]);
  });
});

describe("the committee's plans", () => {
  test.each([
    ['responsible', { responsible: '' }, 'ansvarlig: 1'],
    ['activity', { steps: [{ activity: '', deadline: '2024-03-31', consequence: 'Risiko' }] }, 'aktivitet: 1'],
    ['deadline', { steps: [{ activity: 'Ryk', deadline: null, consequence: 'Risiko' }] }, 'deadline: 1'],
    ['items', { items: [] }, 'post: 1'],
  ])('a finding without %s', (_name, parts, words) => {
    const spoil = (state: MunicipalityState) => {
      Object.assign(findingsOf(state, '95900001')[0] ?? {}, parts);
    };
    const check = failingAfter(spoil).get('handleplaner');
    expect(check).toMatchObject({ count: 1, subjects: ['95900001'] });
    expect(check?.message).toContain(words);
    expect(failingAfter(spoil, 'ØU').has('handleplaner')).toBe(false);
  });

  test('the consequence is asked of category 3 alone', () => {
    const steps = [{ activity: 'Ryk', deadline: '2024-03-31', consequence: '' }];
    const failing = (category: 2 | 3) =>
      failingAfter((state) => {
        Object.assign(findingsOf(state, '95900001')[0] ?? {}, { steps, category });
      });
    expect([...failing(2).values()]).toMatchObject([
      { id: 'konsekvenser', severity: 'warning', count: 1, places: [{ kind: 'finding', account: '95900001' }] },
    ]);
    expect(failing(3).get('handleplaner')?.message).toContain('konsekvens: 1');
  });

  test.each([
    ['2023-12-31', true],
    ['2023-06-30', true],
    ['2024-01-01', false],
  ])('a step to be done by %s, the balance date being 31.12.2023, fails: %s', (deadline, fails) => {
    const planAfter = (step: Partial<PlanStep>, category: 2 | 3 = 3) =>
      failingAfter((state) => {
        const steps = [{ activity: 'Ryk', deadline, consequence: 'Risiko', ...step }];
        Object.assign(findingsOf(state, '95900001')[0] ?? {}, { steps, category });
      }).get('handleplaner');
    expect(planAfter({}) !== undefined).toBe(fails);
    expect(planAfter({}, 2) !== undefined).toBe(fails);
    if (fails) expect(planAfter({})?.message).toContain('deadline efter balancedatoen: 1');
    expect(planAfter({ outcome: { state: 'done', on: '2023-06-01', reason: '' } })).toBeUndefined();
  });

  test('under 1.000 kr. an item is enough', () => {
    const parts = { items: [{ postingDate: '2023-06-01', text: '', amount: 99_999n }], steps: [], responsible: '' };
    const failing = failingAfter((state) => {
      Object.assign(findingsOf(state, '95900001')[0] ?? {}, parts);
    });
    expect(failing.size).toBe(0);
  });

  test('an account logged as category 2 without a finding lacks its item', () => {
    const failing = failingAfter((state) => {
      findingsOf(state, '95900001').pop();
      const known = state.reconciliations.get('95900001');
      if (known) known.category = 2;
    });
    expect(failing.get('handleplaner')).toMatchObject({ count: 1, subjects: ['95900001'] });
  });
});

describe("the committee's registers", () => {
  test.each(CONFIRMABLE_REGISTERS)('%s neither registered nor confirmed', (register) => {
    const forget = (state: MunicipalityState) => {
      state.confirmations = state.confirmations.filter(
        (known) => known.register !== register || known.committee !== 'BIU',
      );
    };
    expect([...failingAfter(forget).keys()]).toEqual([register]);
    expect(failingAfter(forget).get(register)).toMatchObject({ count: 1, subjects: [register] });
    expect(failingAfter(forget, 'ØU').size).toBe(0);
  });

  test('a line of the committee is enough; a removed one, or that of another committee, is not', () => {
    const failing = (line: Partial<TransferControl>, removed: boolean) =>
      failingAfter((state) => {
        state.confirmations = state.confirmations.filter((known) => known.register !== 'systemafstemninger');
        state.registers.systemafstemninger = [{ ...lineOf<'systemafstemninger'>({ ...CONTROL, ...line }), removed }];
      }).has('systemafstemninger');
    expect(failing({}, false)).toBe(false);
    expect(failing({}, true)).toBe(true);
    expect(failing({ committee: 'ØU' }, false)).toBe(true);
  });

  test.each<[bigint, boolean]>([
    [100_000n, true],
    [-100_000n, true],
    [99_999n, false],
    [0n, false],
  ])('a difference of %s øre without a plan fails: %s', (difference, fails) => {
    const failing = failingAfter((state) => {
      state.registers.systemafstemninger = [lineOf<'systemafstemninger'>({ ...CONTROL, difference, consequence: '' })];
    });
    expect(failing.has('systemafstemninger')).toBe(fails);
  });

  test.each<[string, boolean]>([
    ['2023-12-31', true],
    ['2024-01-01', false],
    ['Afsluttet', false],
    ['', true],
  ])('a difference whose deadline is "%s" fails: %s', (deadline, fails) => {
    const failing = failingAfter((state) => {
      state.registers.systemafstemninger = [lineOf<'systemafstemninger'>({ ...CONTROL, deadline })];
    });
    expect(failing.has('systemafstemninger')).toBe(fails);
    if (fails) expect(failing.get('systemafstemninger')?.places).toMatchObject([{ note: 'KY – ERP' }]);
  });
});
