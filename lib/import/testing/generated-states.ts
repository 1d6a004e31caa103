import fc from 'fast-check';
import { isSeparate, type Reconciliation, type Responsibility } from '#lib/domain/account.ts';
import { worstCategory } from '#lib/domain/category.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { type RegisterContents, type RegisterLine, WRITE_OFF_KINDS } from '#lib/domain/register.ts';
import { emptyState } from '#lib/domain/testing/empty-state.ts';
import { drafted } from '#lib/domain/workflow.ts';

/** Texts of what bites: separators, quotes, line ends, what Excel takes for a formula or a number. */
const piece = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  "'",
  '"',
  ';',
  ',',
  '\t',
  '\n',
  ' ',
  'ø',
  'Å',
  'a',
  'K',
  '1',
  '.',
  '<',
  '&',
);
const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('').trim());
const someText = text.filter((value) => value !== '');
const amount = fc.oneof(fc.bigInt(-1_000_000n, 1_000_000n), fc.bigInt(-1_000_000_000_000_000n, 1_000_000_000_000_000n));
const date = fc
  .date({ min: new Date('2015-01-01'), max: new Date('2023-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

const step = fc.record({ activity: someText, deadline: date, consequence: someText });
const finding = (committees: string[]): fc.Arbitrary<Finding> =>
  fc.record({
    committee: fc.constantFrom(...committees),
    category: fc.constantFrom(2, 3),
    responsible: someText,
    theme: text,
    problem: text,
    items: fc.array(fc.record({ postingDate: date, text, amount }), { minLength: 1, maxLength: 4 }),
    steps: fc.array(step, { minLength: 1, maxLength: 3 }),
  });

/** Lines as imports and people leave them: as imported, changed, removed or made on screen. */
function lines<T extends object>(content: fc.Arbitrary<T>, keyOf?: (content: T) => string) {
  const fate = fc.constantFrom('clean', 'changed', 'removed', 'made') as fc.Arbitrary<string>;
  const drawn = fc.tuple(content, content, fate);
  const many = keyOf
    ? fc.uniqueArray(drawn, { maxLength: 4, selector: ([own]) => keyOf(own) })
    : fc.array(drawn, { maxLength: 4 });
  return many.map((all) =>
    all.map(([own, other, what], at) => ({
      id: at + 1,
      content: own,
      imported: what === 'made' ? null : what === 'changed' ? other : own,
      removed: what === 'removed',
      version: 1,
    })),
  );
}

const comparison: fc.Arbitrary<RegisterContents['sammenligningstal']> = fc.record({
  category: fc.constantFrom(1, 2, 3),
  accounts: fc.nat(100_000),
  net: amount,
});
const control = (committees: string[]): fc.Arbitrary<RegisterContents['systemafstemninger']> =>
  fc.record({
    committee: fc.constantFrom(...committees),
    sourceSystem: someText,
    receiver: someText,
    difference: amount,
    responsible: text,
    activity: text,
    deadline: fc.oneof(date, fc.constantFrom('', 'Afsluttet', '2 uger', '-')),
    consequence: text,
  });
const writeOff = (committees: string[]): fc.Arbitrary<RegisterContents['afskrivninger']> =>
  fc.record({
    committee: fc.constantFrom(...committees),
    kind: fc.constantFrom(...WRITE_OFF_KINDS),
    writtenOffFunction: fc.constantFrom('8.28.14', '0.25.11'),
    counterFunction: fc.constantFrom('5.57.73', '0.25.11'),
    counterName: text,
    appropriation: text,
    amount,
  });

const movement = (committees: string[]): fc.Arbitrary<RegisterContents['egenkapital']> =>
  fc.record({
    committee: fc.constantFrom(...committees),
    account: fc.constantFrom('91400001', '95900001', '98800001', 'Kasse 1'),
    imFunction: fc.constantFrom('9.28.14', '9.75.99', '5.57.73'),
    name: text,
    text,
    amount: amount.filter((ore) => ore !== 0n),
    explanation: text,
    documentation: text,
  });

const CODES = ['9.28.14', '9.52.59', '9.52.60', '9.75.99'];
const numbers = fc.uniqueArray(fc.constantFrom('91400001', '95900001', '96000001', 'S7700001', '99900001', '90A-1'), {
  minLength: 1,
});

/** Whole municipalities, small and nasty, with every rule of product.md kept. */
export const generatedState: fc.Arbitrary<MunicipalityState> = fc
  .uniqueArray(someText, { minLength: 1, maxLength: 4 })
  .chain((committees) =>
    fc.record({
      committees: fc.constant(committees),
      names: fc.array(someText, { minLength: 8, maxLength: 8 }),
      units: fc.uniqueArray(fc.tuple(someText, fc.nat(3)), { maxLength: 4, selector: ([code]) => code }),
      numbers,
      functions: fc.array(fc.constantFrom(...CODES), { minLength: 6, maxLength: 6 }),
      balances: fc.array(amount, { minLength: 5, maxLength: 5 }),
      who: fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.option(fc.boolean())), { minLength: 6, maxLength: 6 }),
      verdicts: fc.array(
        fc.option(fc.uniqueArray(finding(committees), { maxLength: 3, selector: (own) => own.committee })),
        {
          minLength: 6,
          maxLength: 6,
        },
      ),
      comparison: lines(comparison, ({ category }) => String(category)),
      controls: lines(control(committees), (line) =>
        JSON.stringify([line.committee, line.sourceSystem, line.receiver]),
      ),
      writeOffs: lines(writeOff(committees)),
      accruals: lines(movement(committees)),
      equity: lines(movement(committees)),
    }),
  )
  .map((drawn) => {
    const state = emptyState();
    state.committees = drawn.committees.map((code, at) => ({ code, name: drawn.names[at] ?? 'x' }));
    state.administrations = drawn.units.map(([code, at]) => {
      return {
        code,
        name: drawn.names[at + 4] ?? 'x',
        committee: drawn.committees[at % drawn.committees.length] ?? '',
      };
    });
    state.functions = CODES.map((code, at) => ({ code, name: drawn.names[at] ?? 'x' }));
    let rest = 0n;
    state.accounts = drawn.numbers.map((number, at) => {
      const balance = at === drawn.numbers.length - 1 ? -rest : (drawn.balances[at] ?? 0n);
      rest += balance;
      return { number, name: drawn.names[at] ?? '', imFunction: drawn.functions[at] ?? '9.52.59', balance };
    });
    state.accounts.forEach((account, at) => {
      const [committee = 0, unit = 0, separately = null] = drawn.who[at] ?? [];
      const administration = state.administrations[unit];
      const responsibility: Responsibility = {
        account: account.number,
        reconciledBy: ['KS', '', administration?.code ?? ''][unit % 3] ?? '',
        committee: drawn.committees[committee] ?? '',
        administration: administration?.code ?? '',
        separately: separately ?? account.imFunction === '9.75.99',
      };
      if (committee < 5) state.responsibilities.set(account.number, responsibility);
      const source = drawn.names[at] ?? '';
      if (source !== '') {
        const balance = account.balance + BigInt(at);
        state.documentation.set(account.number, { account: account.number, balance, source, date: '2023-12-29' });
      }
      const findings = drawn.verdicts[at];
      if (!findings || isSeparate(account, state.responsibilities.get(account.number))) return;
      state.reconciliations.set(account.number, makeVerdict(account.number, account.balance, findings));
    });
    state.registers.sammenligningstal = drawn.comparison as RegisterLine<'sammenligningstal'>[];
    state.registers.systemafstemninger = drawn.controls;
    state.registers.afskrivninger = drawn.writeOffs;
    state.registers['periodiserede-poster'] = drawn.accruals;
    state.registers.egenkapital = drawn.equity;
    return state;
  });

function makeVerdict(account: string, balance: bigint, findings: Finding[]): Reconciliation {
  return {
    account,
    category: worstCategory(findings),
    documentedBalance: balance,
    method: 'source',
    reconciledOn: '2024-01-15',
    initials: 'AB',
    balance,
    origin: findings.length % 2 === 0 ? 'screen' : 'import',
    findings,
    workflow: drafted([]),
  };
}
