import { readFileSync } from 'node:fs';
import type { Reconciliation } from '#lib/domain/account.ts';
import type { Category, FindingCategory } from '#lib/domain/category.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { Ore } from '#lib/domain/money.ts';
import type { Installation, MunicipalityState } from '#lib/domain/municipality.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { CONFIRMABLE_REGISTERS, type NoneConfirmation, WRITE_OFF_KINDS } from '#lib/domain/register.ts';
import { APPROVED } from './approved.ts';

/**
 * The reference case read straight from prisma/demo by a reader of its own, so that the report's tests do not lean on
 * the import. It knows those files' form only: `;`, CRLF, amounts `1.234,50` with a leading or trailing minus.
 */

const DEMO = new URL('../../../prisma/demo/', import.meta.url);

/** What the demo municipality calls itself and its systems. */
export const DEMO_INSTALLATION: Installation = {
  municipality: 'Københavns Kommune',
  serviceCentreCode: 'KS',
  serviceCentreName: 'Koncernservice',
  erpSystem: 'Kvantum',
  debtorSystem: 'Opus Debitor',
};

/** The reference case at 2023-12, every committee having confirmed the registers in which it has nothing. */
export function loadDemo(): MunicipalityState {
  const period = parsePeriod('2023-12');
  if (!period) throw new Error('2023-12 is a period.');
  const organisation = readRows('organisation.csv', 'utf-8');
  const accounts = readRows('saldobalance-2023-12.csv', 'windows-1252').map(
    ([number = '', name = '', code = '', balance = '']) => ({
      number,
      name,
      imFunction: code,
      balance: readAmount(balance),
    }),
  );
  const responsibilities = readRows('kontoansvar-2023.csv', 'windows-1252').map(
    ([account = '', reconciledBy = '', committee = '', administration = '', separately = '']) => ({
      account,
      reconciledBy,
      committee,
      administration,
      separately: separately === 'ja',
    }),
  );
  const state: MunicipalityState = {
    period,
    periodStatus: 'open',
    yearStatus: 'open',
    committees: organisation.map(([code = '', name = '']) => ({ code, name })),
    administrations: organisation.map(([committee = '', , code = '', name = '']) => ({ code, name, committee })),
    functions: readRows('im-funktioner.csv', 'utf-8').map(([code = '', name = '']) => ({ code, name })),
    accounts,
    responsibilities: new Map(responsibilities.map((each) => [each.account, each])),
    reconciliations: new Map(),
    registers: readRegisters(),
    assignments: new Map(),
    sharing: new Map(),
    documentation: new Map(),
    confirmations: [],
    control: { count: accounts.length, sum: accounts.reduce((sum, account) => sum + account.balance, 0n) },
  };
  state.reconciliations = readReconciliations(state);
  state.confirmations = confirmEmptyRegisters(state);
  return state;
}

function readReconciliations(state: MunicipalityState): Map<string, Reconciliation> {
  const reconciliations = new Map<string, Reconciliation>();
  for (const { number, balance } of state.accounts) {
    if (state.responsibilities.get(number)?.separately) continue;
    reconciliations.set(number, {
      account: number,
      category: 1,
      documentedBalance: null,
      method: null,
      reconciledOn: null,
      initials: '',
      balance,
      origin: 'import',
      findings: [],
      workflow: APPROVED,
    });
  }
  for (const row of readRows('afstemninger-2023-12.csv', 'utf-8')) {
    const [number = '', category = '', committee = '', responsible = '', theme = '', posted = '', amount = ''] = row;
    const [activity = '', deadline = '', consequence = ''] = row.slice(7);
    const reconciliation = reconciliations.get(number);
    if (!reconciliation) throw new Error(`${number} takes no findings.`);
    const verdict: FindingCategory = category === '3' ? 3 : 2;
    let finding = reconciliation.findings.find((known) => known.committee === committee);
    if (!finding) {
      finding = {
        committee,
        category: verdict,
        responsible,
        theme,
        problem: '',
        items: [],
        steps: [],
      } satisfies Finding;
      reconciliation.findings.push(finding);
      if (verdict > reconciliation.category) reconciliation.category = verdict;
    }
    if (amount !== '') finding.items.push({ postingDate: readDate(posted), text: '', amount: readAmount(amount) });
    if (`${activity}${deadline}${consequence}` !== '') {
      finding.steps.push({ activity, deadline: deadline === '' ? null : readDate(deadline), consequence });
    }
  }
  return reconciliations;
}

function readRegisters(): MunicipalityState['registers'] {
  let id = 0;
  const line = <T>(content: T) => {
    id += 1;
    return { id, content, imported: content, removed: false, version: 1 };
  };
  return {
    sammenligningstal: readRows('sammenligningstal-2022.csv', 'utf-8').map(([category = '', accounts = '', net = '']) =>
      line({ category: readCategory(category), accounts: Number(accounts.replaceAll('.', '')), net: readAmount(net) }),
    ),
    systemafstemninger: readRows('systemafstemninger-2023.csv', 'utf-8').map(
      ([committee = '', sourceSystem = '', receiver = '', difference = '', responsible = '', ...plan]) => {
        const [activity = '', deadline = '', consequence = ''] = plan;
        return line({
          committee,
          sourceSystem,
          receiver,
          difference: readAmount(difference),
          responsible,
          activity,
          deadline,
          consequence,
        });
      },
    ),
    afskrivninger: readRows('afskrivninger-2023.csv', 'utf-8').map(
      ([committee = '', type = '', writtenOffFunction = '', counterFunction = '', counterName = '', ...rest]) => {
        const [appropriation = '', amount = ''] = rest;
        const kind = WRITE_OFF_KINDS.find((known) => known === type);
        if (!kind) throw new Error(`${type} is no kind of write-off.`);
        return line({
          committee,
          kind,
          writtenOffFunction,
          counterFunction,
          counterName,
          appropriation,
          amount: readAmount(amount),
        });
      },
    ),
    'periodiserede-poster': [],
    egenkapital: [],
  };
}

function confirmEmptyRegisters(state: MunicipalityState): NoneConfirmation[] {
  return CONFIRMABLE_REGISTERS.flatMap((register) =>
    state.committees
      .filter(({ code }) => !state.registers[register].some((line) => line.content.committee === code))
      .map(({ code }) => ({ register, committee: code, confirmedBy: 'demo', confirmedAt: '2024-02-01T09:00:00Z' })),
  );
}

function readCategory(text: string): Category {
  return text === '3' ? 3 : text === '2' ? 2 : 1;
}

function readAmount(text: string): Ore {
  const match = /^(-?)(\d{1,3}(?:\.\d{3})*),(\d{2})(-?)$/.exec(text);
  if (!match) throw new Error(`${text} is no amount of the demo.`);
  const magnitude = BigInt(`${match[2]?.replaceAll('.', '')}${match[3]}`);
  return match[1] === '-' || match[4] === '-' ? -magnitude : magnitude;
}

function readDate(text: string): IsoDate {
  return text.split('.').reverse().join('-');
}

/** The data rows of a demo file as fields; no field of theirs holds a line feed. */
function readRows(name: string, encoding: 'utf-8' | 'windows-1252'): string[][] {
  const text = new TextDecoder(encoding).decode(readFileSync(new URL(name, DEMO)));
  const lines = text.split('\r\n').filter((line) => line !== '');
  return lines.slice(1).map(splitFields);
}

function splitFields(line: string): string[] {
  return [...line.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"|([^;]*))/g)].map(
    (match) => match[1]?.replaceAll('""', '"') ?? match[2] ?? '',
  );
}
