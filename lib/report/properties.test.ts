import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Reconciliation } from '#lib/domain/account.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import type { RegisterLines } from '#lib/domain/register.ts';
import { buildReport } from './build-report.ts';
import { type Cell, isMoney, type ReportModel, type Table, type TableId, tableOf } from './model.ts';
import { ANY_INSTALLATION, arbitraryMunicipality } from './testing/arbitrary.ts';

function buildAll(state: MunicipalityState): ReportModel[] {
  return state.committees.map(({ code }) => buildReport(state, ANY_INSTALLATION, code));
}

function oreOf(cell: Cell | undefined): bigint {
  return cell !== undefined && isMoney(cell) ? BigInt(cell.ore) : 0n;
}

function columnOf(table: Table, id: string): number {
  return table.columns.findIndex((column) => column.id === id);
}

/** The total of a column in øre; 0 where the table has no rows. */
function totalOre(model: ReportModel, id: TableId, column: string): bigint {
  const table = tableOf(model, id);
  return oreOf(table.total?.[columnOf(table, column)]);
}

/** Rounds on its own, by text: the digits before the last `places`, one more where the next digit is 5 or above. */
function printOf(ore: bigint, places: number): string {
  const digits = String(ore)
    .replace('-', '')
    .padStart(places + 1, '0');
  const whole = BigInt(digits.slice(0, -places)) + (Number(digits.at(-places)) >= 5 ? 1n : 0n);
  const grouped = new Intl.NumberFormat('da-DK').format(whole);
  return ore < 0n && whole !== 0n ? `-${grouped}` : grouped;
}

/** The same municipality with every list in another order. */
function shuffled(state: MunicipalityState): fc.Arbitrary<MunicipalityState> {
  const mix = <T>(list: T[]) => fc.shuffledSubarray(list, { minLength: list.length });
  const mixReconciliation = (each: Reconciliation): fc.Arbitrary<Reconciliation> =>
    fc
      .tuple(
        mix(each.findings),
        fc.tuple(...each.findings.map((finding) => mix(finding.items).map((items) => ({ ...finding, items })))),
      )
      .map(([order, findings]) => ({
        ...each,
        findings: order.flatMap((wanted) => findings.filter((finding) => finding.committee === wanted.committee)),
      }));
  const registers: fc.Arbitrary<RegisterLines> = fc.record({
    sammenligningstal: mix(state.registers.sammenligningstal),
    systemafstemninger: mix(state.registers.systemafstemninger),
    afskrivninger: mix(state.registers.afskrivninger),
    'periodiserede-poster': mix(state.registers['periodiserede-poster']),
    egenkapital: mix(state.registers.egenkapital),
  });
  return fc
    .record({
      accounts: mix(state.accounts),
      functions: mix(state.functions),
      responsibilities: mix([...state.responsibilities]),
      reconciliations: fc.tuple(...[...state.reconciliations.values()].map(mixReconciliation)).chain(mix),
      registers,
      confirmations: mix(state.confirmations),
    })
    .map((parts) => ({
      ...state,
      ...parts,
      responsibilities: new Map(parts.responsibilities),
      reconciliations: new Map(parts.reconciliations.map((each) => [each.account, each])),
    }));
}

describe('for any municipality', () => {
  test("the committees' follow-up and older parts sum to the municipality's, to the øre", () => {
    fc.assert(
      fc.property(arbitraryMunicipality(), (state) => {
        const models = buildAll(state);
        const [first] = models;
        if (!first) return;
        const pairs = [
          ['opfoelgning', 'opfoelgning'],
          ['kategori-2', 'opfoelgning-kategori-2'],
          ['kategori-3', 'opfoelgning-kategori-3'],
          ['aeldre-kategori-2', 'aeldre-kategori-2'],
          ['aeldre-kategori-3', 'aeldre-kategori-3'],
        ] as const;
        for (const [own, whole] of pairs) {
          const sum = models.reduce((total, model) => total + totalOre(model, 'tabel-2-1', own), 0n);
          expect(sum).toBe(totalOre(first, 'tabel-1-1', whole));
        }
        expect(first.checks.find((check) => check.id === 'sum')?.ok).toBe(true);
      }),
    );
  });

  test('the categories sum to the balance, and category 1 to the balance less the follow-up', () => {
    fc.assert(
      fc.property(arbitraryMunicipality(), (state) => {
        const model = buildReport(state, ANY_INSTALLATION, 'BIU');
        const balance = state.accounts.reduce((sum, account) => sum + account.balance, 0n);
        const items = [...state.reconciliations.values()].flatMap((each) =>
          each.findings.flatMap(({ items: own }) => own),
        );
        const followUp = items.reduce((sum, item) => sum + item.amount, 0n);
        expect(totalOre(model, 'kategorier', 'netto')).toBe(balance);
        expect(oreOf(tableOf(model, 'kategorier').rows[0]?.[2])).toBe(balance - followUp);
        expect(totalOre(model, 'tabel-1-1', 'saldo')).toBe(balance);
        expect(totalOre(model, 'tabel-1-1', 'saldo-kategori-1')).toBe(balance - followUp);
      }),
    );
  });

  test('every total is the sum of its column in øre, and every cell is rounded from its own øre', () => {
    fc.assert(
      fc.property(arbitraryMunicipality(), (state) => {
        for (const table of buildAll(state).flatMap((model) => model.tables)) {
          for (const [index, { unit }] of table.columns.entries()) {
            if (unit === '') continue;
            const cells = table.rows.map((row) => row[index]);
            const whole = cells.reduce((sum: bigint, cell) => sum + oreOf(cell), 0n);
            const total = table.total?.[index];
            const blankYear = total !== undefined && isMoney(total) && total.printed === '';
            if (total !== undefined && !blankYear) expect(oreOf(total), table.id).toBe(whole);
            for (const cell of [...cells, total]) {
              if (cell === undefined || !isMoney(cell)) continue;
              if (cell.printed === '') expect(cell.ore).toBe('0');
              else expect(cell.printed).toBe(printOf(BigInt(cell.ore), unit === 'kr.' ? 2 : 5));
            }
          }
        }
      }),
    );
  });

  test('the order of accounts, findings, items and register lines changes nothing', () => {
    const pair = arbitraryMunicipality().chain((state) => fc.tuple(fc.constant(state), shuffled(state)));
    fc.assert(
      fc.property(pair, ([state, other]) => {
        expect(buildAll(other)).toEqual(buildAll(state));
      }),
    );
  });

  test('each account with a verdict is counted once, by category and by who reconciled it', () => {
    fc.assert(
      fc.property(arbitraryMunicipality(), (state) => {
        const model = buildReport(state, ANY_INSTALLATION, 'BIU');
        expect(tableOf(model, 'kategorier').total?.[1]).toBe(state.reconciliations.size);
        const { total } = tableOf(model, 'afstemt-af');
        expect(total?.[1] ?? 0).toBe(state.reconciliations.size);
      }),
    );
  });
});
