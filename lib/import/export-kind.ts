import { isSeparate } from '#lib/domain/account.ts';
import { isoDate } from '#lib/domain/date.ts';
import type { Finding } from '#lib/domain/finding.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import type { AccountMovement, Register, RegisterContents, RegisterLine } from '#lib/domain/register.ts';
import type { ImportKind } from './types.ts';
import { type ExportCell, type TableFormat, writeTable } from './write-table.ts';

const text = (value: string): ExportCell => ({ type: 'text', value });
const amount = (value: bigint): ExportCell => ({ type: 'amount', value });
const date = (value: string | null): ExportCell => (value === null ? null : { type: 'date', value });
const count = (value: number): ExportCell => ({ type: 'count', value });

/** What is stored of a kind, in the form in which it is imported: importing it again changes nothing. */
export function exportKind(state: MunicipalityState, kind: ImportKind, format: TableFormat): Promise<Uint8Array> {
  return writeTable(kind, format, ROWS[kind](state));
}

/** One row an administration; a committee without one, or whose turn it is before its administrations', has its own. */
function listOrganisation({ committees, administrations }: MunicipalityState): ExportCell[][] {
  const rows: ExportCell[][] = [];
  let introduced = 0;
  const introduceBefore = (place: number) => {
    for (const { code, name } of committees.slice(introduced, place)) rows.push([text(code), text(name), null, null]);
    introduced = Math.max(introduced, place);
  };
  for (const { code, name, committee } of administrations) {
    const place = committees.findIndex((candidate) => candidate.code === committee);
    introduceBefore(place);
    introduced = Math.max(introduced, place + 1);
    rows.push([text(committee), text(committees[place]?.name ?? ''), text(code), text(name)]);
  }
  introduceBefore(committees.length);
  return rows;
}

function listReconciliations(state: MunicipalityState): ExportCell[][] {
  const rows: ExportCell[][] = [];
  for (const account of state.accounts) {
    if (isSeparate(account, state.responsibilities.get(account.number))) continue;
    const reconciliation = state.reconciliations.get(account.number);
    // Naming an account and nothing else says that it has no verdict yet; not naming it says category 1.
    if (!reconciliation) rows.push([text(account.number), ...Array<ExportCell>(11).fill(null)]);
    for (const finding of reconciliation?.findings ?? []) rows.push(...listFinding(account.number, finding));
  }
  return rows;
}

/** A finding's items and steps side by side, with as many rows as the longer list. */
function listFinding(account: string, finding: Finding): ExportCell[][] {
  const length = Math.max(1, finding.items.length, finding.steps.length);
  return Array.from({ length }, (_, index) => {
    const item = finding.items[index];
    const step = finding.steps[index];
    return [
      text(account),
      text(String(finding.category)),
      text(finding.committee),
      text(finding.responsible),
      text(finding.theme),
      index === 0 ? text(finding.problem) : null,
      date(item?.postingDate ?? null),
      item ? text(item.text) : null,
      item ? amount(item.amount) : null,
      step ? text(step.activity) : null,
      date(step?.deadline ?? null),
      step ? text(step.consequence) : null,
    ];
  });
}

function shown<R extends Register>(lines: readonly RegisterLine<R>[]): RegisterContents[R][] {
  return lines.filter(({ removed }) => !removed).map(({ content }) => content);
}

function listMovement(line: AccountMovement): ExportCell[] {
  return [
    text(line.committee),
    text(line.account),
    text(line.imFunction),
    text(line.name),
    text(line.text),
    amount(line.amount),
    text(line.explanation),
    text(line.documentation),
  ];
}

/** A deadline that is a date is written as one, a word as it is. */
function dateOrWord(value: string): ExportCell {
  const [year = 0, month = 0, day = 0] = value.split('-').map(Number);
  return isoDate(year, month, day) === value ? date(value) : text(value);
}

const ROWS: { readonly [K in ImportKind]: (state: MunicipalityState) => ExportCell[][] } = {
  organisation: listOrganisation,
  'im-funktioner': ({ functions }) => functions.map(({ code, name }) => [text(code), text(name)]),
  saldobalance: ({ accounts }) =>
    accounts.map(({ number, name, imFunction, balance }) => [
      text(number),
      text(name),
      text(imFunction),
      amount(balance),
    ]),
  kontoansvar: ({ responsibilities }) =>
    [...responsibilities.values()].map(({ account, reconciledBy, committee, administration, separately }) => [
      text(account),
      text(reconciledBy),
      text(committee),
      text(administration),
      text(separately ? 'ja' : 'nej'),
    ]),
  afstemninger: listReconciliations,
  dokumentation: ({ documentation }) =>
    [...documentation.values()].map((one) => [
      text(one.account),
      amount(one.balance),
      text(one.source),
      date(one.date),
    ]),
  sammenligningstal: ({ registers }) =>
    shown(registers.sammenligningstal).map(({ category, accounts, net }) => [
      text(String(category)),
      count(accounts),
      amount(net),
    ]),
  systemafstemninger: ({ registers }) =>
    shown(registers.systemafstemninger).map((line) => [
      text(line.committee),
      text(line.sourceSystem),
      text(line.receiver),
      amount(line.difference),
      text(line.responsible),
      text(line.activity),
      dateOrWord(line.deadline),
      text(line.consequence),
    ]),
  afskrivninger: ({ registers }) =>
    shown(registers.afskrivninger).map((line) => [
      text(line.committee),
      text(line.kind),
      text(line.writtenOffFunction),
      text(line.counterFunction),
      text(line.counterName),
      text(line.appropriation),
      amount(line.amount),
    ]),
  'periodiserede-poster': ({ registers }) => shown(registers['periodiserede-poster']).map(listMovement),
  egenkapital: ({ registers }) => shown(registers.egenkapital).map(listMovement),
};
