import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account, Documentation, Reconciliation } from './account.ts';
import { type Earlier, judgeByRule, placeOfRule, type RuleFacts, type RuleKind, restingIn } from './auto-rule.ts';
import type { Category } from './category.ts';
import type { Finding } from './finding.ts';
import { absolute } from './money.ts';
import type { MunicipalityState } from './municipality.ts';
import { parsePeriod } from './period.ts';
import { drafted } from './workflow.ts';

const PERIOD = parsePeriod('2023-12') ?? noPeriod();
function noPeriod(): never {
  throw new Error('no period');
}

const FINDING: Finding = {
  ...{ committee: 'BIU', category: 2, responsible: 'X', theme: '', problem: '' },
  items: [{ postingDate: '2023-06-30', text: '', amount: 100n }],
  steps: [],
};

function verdictOn(account: Account, findings: Finding[] = []): Reconciliation {
  return {
    ...{ account: account.number, category: findings[0]?.category ?? 1, documentedBalance: null, method: null },
    ...{
      reconciledOn: null,
      initials: '',
      balance: account.balance,
      origin: 'screen',
      findings,
      workflow: drafted([]),
    },
  };
}

interface Setting {
  balance?: bigint;
  imFunction?: string;
  reconciledBy?: string;
  separately?: boolean;
  own?: Finding[] | null;
  documentation?: Omit<Documentation, 'account'>;
  /** Last period's; `isApproved` undefined: no verdict. */
  before?: { balance?: bigint; category?: Category; isApproved?: boolean; documented?: bigint } | null;
  /** Balances of the year's earlier periods; null: the account was not there. */
  year?: (bigint | null)[];
}

const NUMBER = '95900001';

function factsOf(setting: Setting): { account: Account; facts: RuleFacts } {
  const { balance = 0n, imFunction = '9.52.59', reconciledBy = 'KS', separately = false, own = null } = setting;
  const account = { number: NUMBER, name: 'Konto', imFunction, balance };
  const responsibility = { account: NUMBER, reconciledBy, committee: 'BIU', administration: 'BIF', separately };
  const { documentation, before = null, year = [] } = setting;
  const state: MunicipalityState = {
    period: PERIOD,
    ...{ periodStatus: 'open', yearStatus: 'open', committees: [], administrations: [], functions: [] },
    accounts: [account],
    responsibilities: new Map([[NUMBER, responsibility]]),
    reconciliations: new Map(own === null ? [] : [[NUMBER, verdictOn(account, own)]]),
    assignments: new Map(),
    documentation: new Map(documentation && [[NUMBER, { account: NUMBER, ...documentation }]]),
    sharing: new Map(),
    registers: {} as MunicipalityState['registers'],
    ...{ confirmations: [], control: { count: 1, sum: 0n } },
  };
  const earlier: Earlier | null = before && {
    periodId: '2023-11',
    balances: new Map(before.balance === undefined ? [] : [[NUMBER, before.balance]]),
    verdicts: new Map(
      before.isApproved === undefined
        ? []
        : [
            [
              NUMBER,
              {
                category: before.category ?? 1,
                isApproved: before.isApproved,
                documentedBalance: before.documented ?? null,
                method: 'specification',
              },
            ],
          ],
    ),
  };
  const periods = [...year, balance].map((one) => new Map(one === null ? [] : [[NUMBER, one]]));
  return { account, facts: { state, earlier, year: periods } };
}

const SETTINGS = { amount: 0n, tolerance: 0n, functions: [] as string[], unit: '' };

function judge(kind: RuleKind, setting: Setting, settings: Partial<typeof SETTINGS> = {}) {
  const { account, facts } = factsOf(setting);
  return judgeByRule({ kind, settings: { ...SETTINGS, ...settings } }, account, facts);
}

function outcome(...args: Parameters<typeof judge>): string {
  const verdict = judge(...args);
  return verdict.logs ? `logs: ${verdict.ground.code}` : verdict.refusal;
}

describe('zero all year', () => {
  it('logs what was 0 in every known period, and counts them', () => {
    expect(judge('zero-all-year', { year: [0n, 0n] })).toEqual({
      logs: true,
      ground: { code: 'zero-all-year', periods: 3 },
      documentedBalance: null,
      method: null,
    });
  });

  it.each<[string, Setting]>([
    ['balance-not-zero', { balance: 1n }],
    ['movement-in-year', { year: [0n, -1n, 0n] }],
    ['missing-in-year', { year: [null, 0n] }],
  ])('leaves to people: %s', (refusal, setting) => {
    expect(outcome('zero-all-year', setting)).toBe(refusal);
  });
});

describe('unchanged', () => {
  it('logs what was approved with the same balance, held against what it was held against then', () => {
    const before = { balance: -500n, isApproved: true, documented: -499n };
    expect(judge('unchanged', { balance: -500n, before })).toEqual({
      logs: true,
      ground: { code: 'unchanged', periodId: '2023-11', balance: -500n },
      documentedBalance: -499n,
      method: 'specification',
    });
  });

  it.each<[string, Setting]>([
    ['no-earlier-period', { before: null }],
    ['new-account', { before: {} }],
    ['balance-changed', { balance: 5n, before: { balance: 4n, isApproved: true } }],
    ['not-logged-before', { balance: 5n, before: { balance: 5n } }],
    ['not-approved-before', { balance: 5n, before: { balance: 5n, isApproved: false } }],
    ['follow-up-before', { balance: 5n, before: { balance: 5n, isApproved: true, category: 2 } }],
    ['follow-up-before', { balance: 5n, before: { balance: 5n, isApproved: true, category: 3 } }],
  ])('leaves to people: %s', (refusal, setting) => {
    expect(outcome('unchanged', setting)).toBe(refusal);
  });
});

describe('documented', () => {
  const documentation = { balance: 10_000n, source: 'Kontoudtog', date: '2023-12-29' };

  it('logs up to the tolerance, on both sides, with what it was held against', () => {
    expect(judge('documented', { balance: 9_950n, documentation }, { tolerance: 50n })).toEqual({
      logs: true,
      ground: { code: 'documented', source: 'Kontoudtog', date: '2023-12-29', difference: -50n },
      documentedBalance: 10_000n,
      method: 'source',
    });
    const outcomes = [10_050n, 10_051n, 9_949n].map((balance) =>
      outcome('documented', { balance, documentation }, { tolerance: 50n }),
    );
    expect(outcomes).toEqual(['logs: documented', 'documentation-disagrees', 'documentation-disagrees']);
  });

  it('takes nothing but the exact balance where the tolerance is 0', () => {
    expect(outcome('documented', { balance: 10_001n, documentation })).toBe('documentation-disagrees');
    expect(outcome('documented', { balance: 10_000n, documentation })).toBe('logs: documented');
  });

  it('leaves to people what nobody documented, or only before the period began', () => {
    expect(outcome('documented', { balance: 1n })).toBe('no-documentation');
    const old = { ...documentation, date: '2023-11-30' };
    expect(outcome('documented', { balance: 10_000n, documentation: old })).toBe('documentation-older');
    const first = { ...documentation, date: '2023-12-01' };
    expect(outcome('documented', { balance: 10_000n, documentation: first })).toBe('logs: documented');
  });
});

describe('low risk', () => {
  const chosen = { amount: 1_000n, functions: ['9.52.59'] };

  it('logs below the amount, whatever the sign, in the functions that were chosen', () => {
    const outcomes = [999n, -999n, 1_000n, -1_000n].map((balance) => outcome('low-risk', { balance }, chosen));
    expect(outcomes).toEqual(['logs: low-risk', 'logs: low-risk', 'amount-too-high', 'amount-too-high']);
    expect(outcome('low-risk', { imFunction: '9.52.55' }, chosen)).toBe('other-function');
  });

  it('logs nothing where nobody has chosen a function', () => {
    expect(outcome('low-risk', { balance: 1n }, { amount: 1_000n })).toBe('other-function');
  });
});

const KINDS: RuleKind[] = ['zero-all-year', 'unchanged', 'documented', 'low-risk'];
/** An account that each of the rules would log. */
const LIKED: Setting = {
  balance: 0n,
  year: [0n],
  before: { balance: 0n, isApproved: true },
  documentation: { balance: 0n, source: 'Bank', date: '2023-12-31' },
};
const WIDE = { amount: 10n, tolerance: 10n, functions: ['9.52.59'] };

describe.each(KINDS)('whatever the rule: %s', (kind) => {
  it('logs what it likes', () => {
    expect(outcome(kind, LIKED, WIDE)).toBe(`logs: ${kind}`);
  });

  it.each<[string, Setting, Partial<typeof WIDE & { unit: string }>]>([
    ['separately', { separately: true }, {}],
    ['has-findings', { own: [FINDING] }, {}],
    ['already-logged', { own: [] }, {}],
    ['follow-up-before', { before: { balance: 0n, isApproved: true, category: 2 } }, {}],
    ['follow-up-before', { before: { balance: 0n, isApproved: true, category: 3 } }, {}],
    ['other-function', {}, { functions: ['9.52.55'] }],
    ['other-unit', {}, { unit: 'BIF' }],
    ['documentation-disagrees', { documentation: { balance: 100n, source: 'Bank', date: '2023-12-31' } }, {}],
  ])('leaves to people: %s', (refusal, setting, settings) => {
    expect(outcome(kind, { ...LIKED, ...setting }, { ...WIDE, ...settings })).toBe(refusal);
  });
});

describe('a rule', () => {
  it('never logs what has a verdict, needs or needed follow-up, or is reconciled separately', () => {
    const setting = fc.record({
      balance: fc.bigInt(-3n, 3n),
      imFunction: fc.constantFrom('9.52.59', '9.75.99'),
      reconciledBy: fc.constantFrom('KS', ''),
      separately: fc.boolean(),
      own: fc.constantFrom<Finding[] | null>(null, null, [], [FINDING], [{ ...FINDING, category: 3 }]),
      before: fc.option(
        fc.record({
          balance: fc.bigInt(-3n, 3n),
          category: fc.constantFrom<Category>(1, 1, 2, 3),
          isApproved: fc.boolean(),
        }),
      ),
      year: fc.array(fc.option(fc.bigInt(-1n, 1n)), { maxLength: 3 }),
    });
    const documented = fc.option(fc.constantFrom(-200n, -3n, 0n, 1n, 3n, 200n));
    const settings = fc.record({
      amount: fc.bigInt(0n, 4n),
      tolerance: fc.bigInt(0n, 4n),
      functions: fc.subarray(['9.52.59', '9.75.99']),
      unit: fc.constantFrom('', 'KS'),
    });
    let logged = 0;
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), setting, documented, settings, (kind, own, said, chosen) => {
        const documentation =
          said === null ? {} : { documentation: { balance: said, source: 'B', date: '2023-12-31' } };
        if (!outcome(kind, { ...own, ...documentation }, chosen).startsWith('logs')) return;
        logged += 1;
        expect(own.own).toBeNull();
        expect(own.separately).toBe(false);
        expect(own.before?.category ?? 1).toBe(1);
        const tolerated = kind === 'documented' ? chosen.tolerance : 99n;
        expect(said === null || absolute(own.balance - said) <= tolerated).toBe(true);
      }),
      { numRuns: 10_000 },
    );
    expect(logged).toBeGreaterThan(50);
  });

  it('rests in a period that takes nothing, or that has no balance of its own yet', () => {
    const control = { count: 1, sum: 0n };
    expect(restingIn({ periodStatus: 'open', control })).toBeNull();
    expect(restingIn({ periodStatus: 'open', control: null })).toBe('no-balance');
    expect(restingIn({ periodStatus: 'closed', control })).toBe('period-closed');
    expect(restingIn({ periodStatus: 'locked', control })).toBe('period-locked');
  });

  it('belongs to the unit that it is limited to and its committee, or to everything', () => {
    const administrations = [
      { code: 'BIF', committee: 'BIU' },
      { code: 'SOF', committee: 'SU' },
    ];
    expect(placeOfRule({ unit: 'BIF' }, administrations)).toEqual({ committees: ['BIU'], administrations: ['BIF'] });
    expect(placeOfRule({ unit: 'KS' }, administrations)).toEqual({ committees: [], administrations: ['KS'] });
    expect(placeOfRule({ unit: '' }, administrations)).toBe('everywhere');
  });
});
