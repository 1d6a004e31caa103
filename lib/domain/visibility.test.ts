import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryMunicipality } from '#lib/report/testing/arbitrary.ts';
import { findingOf, lineOf, smallState } from '#lib/report/testing/small-state.ts';
import type { MunicipalityState } from './municipality.ts';
import { type Grant, ROLES, type Role, type Unit } from './permissions.ts';
import { REGISTERS } from './register.ts';
import { narrowState, placeOfAccount, placeOfCommittee, seesFinding } from './visibility.ts';

function person(unit: Unit | null, role: Role = 'accountant'): { grants: Grant[] } {
  return { grants: [{ role, unit, onBehalfOf: null }] };
}

const committee = (code: string): Unit => ({ kind: 'committee', code });
const administration = (code: string): Unit => ({ kind: 'administration', code });

const item: [string, bigint][] = [['2023-06-30', 5_000n]];

/**
 * BIU (administration A1) and ØU (A2). 1: BIU's own, reconciled by the service centre. 2: ØU's, by the service centre,
 * with a finding for each committee. 3: ØU's, reconciled by A2 itself. 4: nobody's. 5: BIU's, with nothing logged.
 */
function exampleState(): MunicipalityState {
  const ofØU = { committee: 'ØU', administration: 'A2' };
  const state = smallState([
    { number: '95900001', balance: 10n, findings: [findingOf(item, { problem: 'BIU på 1' })] },
    {
      number: '95900002',
      balance: 20n,
      findings: [
        findingOf(item, { problem: 'BIU på 2' }),
        findingOf(item, { problem: 'ØU på 2', committee: 'ØU', category: 3 }),
      ],
      responsibility: ofØU,
    },
    {
      number: '95900003',
      balance: 30n,
      findings: [findingOf(item, { problem: 'ØU på 3', committee: 'ØU' })],
      responsibility: { ...ofØU, reconciledBy: 'A2' },
    },
    { number: '95900004', balance: 40n, responsibility: { committee: '', administration: '', reconciledBy: '' } },
    { number: '95900005', balance: 50n, verdict: false },
  ]);
  const movement = {
    account: '95900001',
    imFunction: '9.52.59',
    name: '',
    text: '',
    amount: 1n,
    explanation: '',
    documentation: '',
  };
  state.registers.egenkapital = ['BIU', 'ØU'].map((code) => lineOf({ ...movement, committee: code }));
  state.registers.sammenligningstal = [lineOf({ category: 1, accounts: 3, net: 5n })];
  state.confirmations = ['BIU', 'ØU'].map((code) => ({
    register: 'afskrivninger',
    committee: code,
    confirmedBy: 'Demo',
    confirmedAt: '2024-02-01T09:00:00Z',
  }));
  return state;
}

/** All that tells one thing of a state from another, as short texts. */
function contentOf(state: MunicipalityState): string[] {
  return [
    ...state.accounts.map(({ number }) => `account ${number}`),
    ...[...state.responsibilities.keys()].map((number) => `responsibility ${number}`),
    ...[...state.reconciliations].flatMap(([number, { findings }]) => [
      `verdict ${number}`,
      ...findings.map((finding) => `finding ${number} ${finding.committee}`),
    ]),
    ...REGISTERS.flatMap((register) =>
      state.registers[register].map(
        ({ id, content }) => `line ${register} ${id} ${'committee' in content ? content.committee : ''}`,
      ),
    ),
    ...state.confirmations.map((one) => `none ${one.register} ${one.committee}`),
  ].sort();
}

function shown(unit: Unit | null, role?: Role) {
  const state = narrowState(exampleState(), person(unit, role));
  return {
    accounts: state.accounts.map(({ number }) => Number(number.slice(-1))),
    problems: [...state.reconciliations.values()].flatMap(({ findings }) => findings.map(({ problem }) => problem)),
    lines: state.registers.egenkapital.map(({ content }) => content.committee),
    confirmations: state.confirmations.map((one) => one.committee),
  };
}

describe('what a person sees of a period', () => {
  it('is, for a committee, its accounts whole and of others only its own findings', () => {
    expect(shown(committee('BIU'))).toEqual({
      accounts: [1, 2, 5],
      problems: ['BIU på 1', 'BIU på 2'],
      lines: ['BIU'],
      confirmations: ['BIU'],
    });
    expect(shown(committee('ØU'))).toEqual({
      accounts: [2, 3],
      problems: ['BIU på 2', 'ØU på 2', 'ØU på 3'],
      lines: ['ØU'],
      confirmations: ['ØU'],
    });
  });

  it('tells by an account’s category nothing of findings that are not seen', () => {
    const categoryFor = (unit: Unit) =>
      narrowState(exampleState(), person(unit)).reconciliations.get('95900002')?.category;
    expect([categoryFor(committee('BIU')), categoryFor(committee('ØU')), categoryFor(administration('SC'))]).toEqual([
      2, 3, 3,
    ]);
  });

  it('is, for an administration, its accounts and the registers of the committee that it answers to', () => {
    expect(shown(administration('A1'))).toEqual({
      accounts: [1, 5],
      problems: ['BIU på 1'],
      lines: ['BIU'],
      confirmations: ['BIU'],
    });
    expect(shown(administration('A2'))).toMatchObject({ accounts: [2, 3], lines: ['ØU'] });
  });

  it('is, for the service centre, what it reconciles, and no register', () => {
    expect(shown(administration('SC'))).toEqual({
      accounts: [1, 2, 5],
      problems: ['BIU på 1', 'BIU på 2', 'ØU på 2'],
      lines: [],
      confirmations: [],
    });
  });

  it('is nothing for a unit that is not there, and for no role at all', () => {
    for (const unit of [committee('XXU'), administration('BIU'), committee('A1'), committee(''), administration('')]) {
      expect(shown(unit)).toEqual({ accounts: [], problems: [], lines: [], confirmations: [] });
    }
    expect(narrowState(exampleState(), { grants: [] }).accounts).toEqual([]);
  });

  it('is for every role the same, and for an unlimited one the very state that there is', () => {
    const state = exampleState();
    for (const role of ROLES) {
      expect(narrowState(state, person(null, role))).toBe(state);
      expect(shown(committee('BIU'), role)).toEqual(shown(committee('BIU')));
    }
  });

  it('tells no limited reader what only the whole adds up to, and everyone what is public', () => {
    const state = exampleState();
    const narrowed = narrowState(state, person(committee('BIU')));
    expect(narrowed.control).toBeNull();
    expect([narrowed.committees, narrowed.administrations, narrowed.functions]).toEqual([
      state.committees,
      state.administrations,
      state.functions,
    ]);
    expect(narrowed.registers.sammenligningstal).toEqual(state.registers.sammenligningstal);
  });

  it('leaves the state that it narrows as it was', () => {
    const state = exampleState();
    narrowState(state, person(committee('BIU')));
    expect(state).toEqual(exampleState());
  });

  it('joins what several roles let them see', () => {
    const both = { grants: [...person(committee('ØU')).grants, ...person(administration('A1'), 'auditor').grants] };
    expect(contentOf(narrowState(exampleState(), both))).toEqual(
      contentOf(exampleState()).filter((one) => !one.includes('95900004')),
    );
  });
});

describe('places', () => {
  it('of an account are its committee, its administration and whoever reconciles it; of nobody’s, none', () => {
    const responsibility = {
      account: '1',
      reconciledBy: 'SC',
      committee: 'BIU',
      administration: '',
      separately: false,
    };
    expect(placeOfAccount(responsibility)).toEqual({ committees: ['BIU'], administrations: ['SC'] });
    expect(placeOfAccount(undefined)).toEqual({ committees: [], administrations: [] });
  });

  it('of a committee are itself and the administrations that answer to it', () => {
    const { administrations } = exampleState();
    expect(placeOfCommittee('BIU', administrations)).toEqual({ committees: ['BIU'], administrations: ['A1'] });
    expect(placeOfCommittee('XXU', administrations)).toEqual({ committees: ['XXU'], administrations: [] });
  });
});

describe('in any municipality', () => {
  const anyUnit = fc.oneof(
    fc.constantFrom('BIU', 'ØU', 'KFU', 'ÅU').map(committee),
    fc.constantFrom('A1', 'A2', 'SC').map(administration),
  );

  it('what is seen of it is a part of it, unchanged, and seeing it twice changes nothing', () => {
    fc.assert(
      fc.property(arbitraryMunicipality(), anyUnit, (state, unit) => {
        const narrowed = narrowState(state, person(unit));
        const whole = new Set(contentOf(state));
        expect(contentOf(narrowed).filter((one) => !whole.has(one))).toEqual([]);
        for (const account of narrowed.accounts) expect(state.accounts).toContain(account);
        expect(contentOf(narrowState(narrowed, person(unit)))).toEqual(contentOf(narrowed));
      }),
    );
  });

  it('the committees together see all that has a committee', () => {
    fc.assert(
      fc.property(arbitraryMunicipality(), (state) => {
        const seen = new Set(
          state.committees.flatMap(({ code }) => contentOf(narrowState(state, person(committee(code))))),
        );
        expect(contentOf(state).filter((one) => !seen.has(one))).toEqual([]);
      }),
    );
  });

  it('a committee sees no finding and no line of another but those on accounts of its own', () => {
    fc.assert(
      fc.property(arbitraryMunicipality(), fc.constantFrom('BIU', 'ØU', 'KFU', 'ÅU'), (state, code) => {
        const narrowed = narrowState(state, person(committee(code)));
        for (const [number, { findings }] of narrowed.reconciliations) {
          const isOwn = state.responsibilities.get(number)?.committee === code;
          if (!isOwn) expect(findings.map((finding) => finding.committee)).toEqual([code]);
        }
        for (const register of REGISTERS) {
          for (const { content } of narrowed.registers[register]) {
            if ('committee' in content) expect(content.committee).toBe(code);
          }
        }
      }),
    );
  });

  it('a single finding is seen exactly where the narrowed state holds it', () => {
    fc.assert(
      fc.property(arbitraryMunicipality(), anyUnit, (state, unit) => {
        const narrowed = narrowState(state, person(unit));
        for (const [number, { findings }] of state.reconciliations) {
          const kept = narrowed.reconciliations.get(number)?.findings ?? [];
          for (const finding of findings) {
            expect(seesFinding(state, person(unit), number, finding.committee)).toBe(kept.includes(finding));
          }
        }
      }),
    );
  });
});
