import type { Account, Responsibility } from '#lib/domain/account.ts';
import { SEPARATE_FUNCTION } from '#lib/domain/account.ts';
import { worstCategory } from '#lib/domain/category.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { Ore } from '#lib/domain/money.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import type { Register, RegisterContents, RegisterLine } from '#lib/domain/register.ts';
import { emptyState } from '#lib/domain/testing/empty-state.ts';
import { buildReport } from '../build-report.ts';
import { type Block, type Cell, isMoney, type ReportModel, type TableId, tableOf } from '../model.ts';
import { APPROVED } from './approved.ts';
import { ANY_INSTALLATION } from './arbitrary.ts';

/** The report of a committee of the generated installation. */
export function build(state: MunicipalityState, committee = 'BIU'): ReportModel {
  return buildReport(state, ANY_INSTALLATION, committee);
}

/** The rows of a table as they are printed. */
export function rowsOf(model: ReportModel, id: TableId): string[][] {
  return tableOf(model, id).rows.map((row) => row.map(printCell));
}

/** The row of totals as it is printed, null where there is none. */
export function totalOf(model: ReportModel, id: TableId): string[] | null {
  return tableOf(model, id).total?.map(printCell) ?? null;
}

function printCell(cell: Cell): string {
  return isMoney(cell) ? cell.printed : String(cell);
}

/** A finding of BIU, complete, with items as `[posting date, øre]`; parts can be replaced. */
export function findingOf(items: [string, Ore][], parts: Partial<Finding> = {}): Finding {
  return {
    committee: 'BIU',
    category: 2,
    responsible: 'A1',
    theme: '',
    problem: '',
    items: items.map(([postingDate, amount]) => ({ postingDate, text: '', amount })),
    steps: [{ activity: 'Ryk', deadline: '2024-03-31', consequence: 'Risiko' }],
    ...parts,
  };
}

interface SmallAccount {
  number: string;
  balance?: Ore;
  imFunction?: string;
  findings?: Finding[];
  /** false: without a verdict */
  verdict?: boolean;
  responsibility?: Partial<Responsibility>;
}

/** A municipality of two committees (BIU, ØU) and two administrations (A1, A2) with just these accounts. */
export function smallState(accounts: SmallAccount[], periodId = '2023-12'): MunicipalityState {
  const state: MunicipalityState = {
    ...emptyState(periodId),
    committees: [
      { code: 'BIU', name: 'Beskæftigelsesudvalget' },
      { code: 'ØU', name: 'Økonomiudvalget' },
    ],
    administrations: [
      { code: 'A2', name: 'Anden Forvaltning', committee: 'ØU' },
      { code: 'A1', name: 'Første Forvaltning', committee: 'BIU' },
    ],
    functions: [
      { code: '9.28.15', name: 'Andre tilgodehavender' },
      { code: '9.52.59', name: 'Mellemregningskonto' },
      { code: SEPARATE_FUNCTION, name: 'Egenkapital' },
    ],
    control: { count: accounts.length, sum: accounts.reduce((sum, account) => sum + (account.balance ?? 0n), 0n) },
  };
  for (const each of accounts) addAccount(state, each);
  return state;
}

function addAccount(state: MunicipalityState, draft: SmallAccount): void {
  const { number, balance = 0n, imFunction = '9.52.59', findings = [], verdict = true } = draft;
  const account: Account = { number, name: `Konto ${number}`, imFunction, balance };
  const responsibility: Responsibility = {
    account: number,
    reconciledBy: 'SC',
    committee: 'BIU',
    administration: 'A1',
    separately: false,
    ...draft.responsibility,
  };
  state.accounts.push(account);
  state.responsibilities.set(number, responsibility);
  if (!verdict || responsibility.separately) return;
  state.reconciliations.set(number, {
    account: number,
    category: worstCategory(findings),
    documentedBalance: null,
    method: null,
    reconciledOn: null,
    initials: '',
    balance,
    origin: 'screen',
    findings,
    workflow: APPROVED,
  });
}

/** A register line as a person made it on screen. */
export function lineOf<R extends Register>(content: RegisterContents[R]): RegisterLine<R> {
  return { id: 1, content, imported: null, removed: false, version: 1 };
}

/** All sentences and list items of the document between the heading of that id and the next of its level or above. */
export function textUnder(model: ReportModel, id: string): string {
  const start = model.document.findIndex((block) => block.kind === 'heading' && block.id === `afsnit-${id}`);
  const opening = model.document[start];
  if (opening?.kind !== 'heading') throw new Error(`The document has no heading ${id}.`);
  const rest = model.document.slice(start + 1);
  const end = rest.findIndex((block) => block.kind === 'heading' && block.level <= opening.level);
  return (end < 0 ? rest : rest.slice(0, end)).flatMap(wordsOf).join('\n');
}

function wordsOf(block: Block): string[] {
  if (block.kind === 'heading' || block.kind === 'paragraph') return [block.text];
  if (block.kind === 'list') return block.items;
  return block.kind === 'table' ? [`[${block.table}]`, ...block.notes.map((note) => note.text)] : [];
}
