import fc from 'fast-check';
import type { Account, Reconciliation, Responsibility } from '#lib/domain/account.ts';
import { isSeparate, SEPARATE_FUNCTION } from '#lib/domain/account.ts';
import { CATEGORIES, worstCategory } from '#lib/domain/category.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { Committee, Installation, MunicipalityState } from '#lib/domain/municipality.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { CONFIRMABLE_REGISTERS, type RegisterLines, WRITE_OFF_KINDS } from '#lib/domain/register.ts';
import { APPROVED } from './approved.ts';

/** The installation of generated municipalities. */
export const ANY_INSTALLATION: Installation = {
  municipality: 'Eksempel Kommune',
  serviceCentreCode: 'SC',
  serviceCentreName: 'Servicecentret',
  erpSystem: 'ERP',
  debtorSystem: 'Debitor',
};

const FUNCTION_CODES = ['9.22.01', '9.28.15', '9.52.56', '9.52.59', '9.58.81', SEPARATE_FUNCTION];
const PERIODS = ['2023-12', '2024-12', '2024-02', '2025-02', '2023-13', '2024-16'];
const WORDS = ['', 'KSD', 'KY', 'Åbne poster', 'æøå', '=1+1', 'a;b "c"', 'to\nlinjer'];

/** Amounts in øre, close to every edge of rounding and of the threshold, and large ones. */
const amount = fc.oneof(
  { weight: 3, arbitrary: fc.bigInt({ min: -30_000_000n, max: 30_000_000n }) },
  { weight: 2, arbitrary: fc.constantFrom(0n, 1n, -1n, 49n, -49n, 50n, -50n, 49_999n, 50_000n, -49_999n, -50_000n) },
  { weight: 1, arbitrary: fc.constantFrom(99_999n, 100_000n, -99_999n, -100_000n, 150_000n, -150_000n) },
  { weight: 1, arbitrary: fc.bigInt({ min: -400_000_000_000n, max: 400_000_000_000n }) },
);
const word = fc.constantFrom(...WORDS);
const responsible = fc.constantFrom('A1', 'A1/SC', 'A2', 'A2-SC', 'SC');
const date = fc
  .tuple(fc.integer({ min: 2021, max: 2025 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom(1, 28))
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${day === 1 ? '01' : '28'}`);

function arbitraryFinding(committee: string): fc.Arbitrary<Finding> {
  return fc.record({
    committee: fc.constant(committee),
    category: fc.constantFrom(2, 3),
    responsible,
    theme: word,
    problem: word,
    items: fc.array(fc.record({ postingDate: date, text: word, amount }), { minLength: 1, maxLength: 4 }),
    steps: fc.array(fc.record({ activity: word, deadline: fc.option(date), consequence: word }), { maxLength: 3 }),
  });
}

interface AccountDraft {
  code: string;
  balance: bigint;
  committee: string;
  reconciledBy: string;
  separately: boolean;
  hasVerdict: boolean;
  findings: Finding[];
}

function arbitraryDraft(committees: string[]): fc.Arbitrary<AccountDraft> {
  return fc.record({
    code: fc.constantFrom(...FUNCTION_CODES),
    balance: amount,
    committee: fc.constantFrom(...committees),
    reconciledBy: fc.constantFrom('SC', 'A1', 'A2'),
    separately: fc.constantFrom(false, false, false, true),
    hasVerdict: fc.constantFrom(true, true, true, true, false),
    findings: fc.subarray(committees).chain((own) => fc.tuple(...own.map(arbitraryFinding))),
  });
}

/**
 * Municipalities whose parts fit each other: known committees, units and functions, a balance that sums to 0, findings
 * with items, one per committee, none on accounts reconciled separately. Some accounts have no verdict yet, plans can
 * be incomplete and registers empty.
 */
export function arbitraryMunicipality(): fc.Arbitrary<MunicipalityState> {
  return fc.integer({ min: 1, max: 4 }).chain((size) => {
    const committees = ['BIU', 'ØU', 'KFU', 'ÅU'].slice(0, size).map((code) => ({ code, name: `Udvalget ${code}` }));
    const codes = committees.map((known) => known.code);
    return fc
      .record({
        periodId: fc.constantFrom(...PERIODS),
        drafts: fc.array(arbitraryDraft(codes), { minLength: 1, maxLength: 14 }),
        registers: arbitraryRegisters(codes),
      })
      .map(({ periodId, drafts, registers }) => assemble(periodId, committees, drafts, registers));
  });
}

function assemble(
  periodId: string,
  committees: Committee[],
  drafts: AccountDraft[],
  registers: RegisterLines,
): MunicipalityState {
  const period = parsePeriod(periodId);
  if (!period) throw new Error(`${periodId} is no period.`);
  const rest = drafts.slice(1).reduce((sum, draft) => sum - draft.balance, 0n);
  const accounts: Account[] = [];
  const responsibilities = new Map<string, Responsibility>();
  const reconciliations = new Map<string, Reconciliation>();
  for (const [index, draft] of drafts.entries()) {
    const number = `9${draft.code.slice(-2)}${String(index + 1).padStart(5, '0')}`;
    const account = {
      number,
      name: `Konto ${index + 1}`,
      imFunction: draft.code,
      balance: index === 0 ? rest : draft.balance,
    };
    const responsibility: Responsibility = {
      account: number,
      reconciledBy: draft.reconciledBy,
      committee: draft.committee,
      administration: 'A1',
      separately: draft.separately || draft.code === SEPARATE_FUNCTION,
    };
    accounts.push(account);
    responsibilities.set(number, responsibility);
    if (isSeparate(account, responsibility) || !draft.hasVerdict) continue;
    reconciliations.set(number, {
      account: number,
      category: worstCategory(draft.findings),
      documentedBalance: null,
      method: null,
      reconciledOn: null,
      initials: '',
      balance: account.balance,
      origin: 'import',
      findings: draft.findings,
      workflow: APPROVED,
    });
  }
  return {
    period,
    periodStatus: 'open',
    yearStatus: 'open',
    committees,
    administrations: [
      { code: 'A1', name: 'Første Forvaltning', committee: committees[0]?.code ?? '' },
      { code: 'A2', name: 'Anden Forvaltning', committee: committees[0]?.code ?? '' },
    ],
    functions: FUNCTION_CODES.map((code) => ({ code, name: `Funktion ${code}` })),
    accounts,
    responsibilities,
    reconciliations,
    registers,
    assignments: new Map(),
    sharing: new Map(),
    documentation: new Map(),
    confirmations: CONFIRMABLE_REGISTERS.map((register) => ({
      register,
      committee: committees[0]?.code ?? '',
      confirmedBy: 'test',
      confirmedAt: '2024-02-01T09:00:00Z',
    })),
    control: { count: accounts.length, sum: 0n },
  };
}

function arbitraryRegisters(committees: string[]): fc.Arbitrary<RegisterLines> {
  const committee = fc.constantFrom(...committees);
  const lines = <T>(content: fc.Arbitrary<T>) =>
    fc
      .array(fc.record({ content, removed: fc.constantFrom(false, false, true) }), { maxLength: 4 })
      .map((drafts) => drafts.map((draft, index) => ({ ...draft, id: index + 1, imported: null, version: 1 })));
  const movement = fc.record({
    committee,
    account: fc.constantFrom('95900001', '92800002'),
    imFunction: fc.constantFrom('9.52.59', '9.28.15'),
    name: word,
    text: word,
    amount,
    explanation: word,
    documentation: word,
  });
  return fc.record({
    sammenligningstal: fc
      .subarray([...CATEGORIES])
      .chain((categories) =>
        fc.tuple(
          ...categories.map((category) =>
            fc.record({ category: fc.constant(category), accounts: fc.nat({ max: 100 }), net: amount }),
          ),
        ),
      )
      .map((figures) =>
        figures.map((content, index) => ({ id: index + 1, content, imported: null, removed: false, version: 1 })),
      ),
    systemafstemninger: lines(
      fc.record({
        committee,
        sourceSystem: fc.constantFrom('KSD', 'KY', 'KP'),
        receiver: fc.constantFrom('ERP', 'Debitor', 'Bank'),
        difference: amount,
        responsible,
        activity: word,
        deadline: fc.constantFrom('', 'Afsluttet', '2024-03-31'),
        consequence: word,
      }),
    ),
    afskrivninger: lines(
      fc.record({
        committee,
        kind: fc.constantFrom(...WRITE_OFF_KINDS),
        writtenOffFunction: fc.constantFrom('8.28.14', '8.28.15'),
        counterFunction: fc.constantFrom('0.25.11', '5.57.73'),
        counterName: word,
        appropriation: word,
        amount,
      }),
    ),
    'periodiserede-poster': lines(movement),
    egenkapital: lines(movement),
  });
}
