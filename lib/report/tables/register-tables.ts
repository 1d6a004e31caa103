import { type Ore, sum } from '#lib/domain/money.ts';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import {
  type AccountMovement,
  lacksDocumentation,
  type TransferControl,
  type WriteOff,
  type WriteOffKind,
} from '#lib/domain/register.ts';
import { formatDate } from '#lib/format/date.ts';
import { compareDanish } from '#lib/format/sort.ts';
import { column, kroner, thousands, totalRow } from '../cells.ts';
import type { Cell, Table, TableId } from '../model.ts';

/** A committee's lines in the registers, those removed on screen left out, in the report's order. */
export interface CommitteeRegisters {
  controls: TransferControl[];
  writeOffs: WriteOff[];
  accruals: AccountMovement[];
  equityMovements: AccountMovement[];
}

/** Reads the committee's register lines; their order never depends on that of the state. */
export function readRegisters(state: MunicipalityState, committee: string): CommitteeRegisters {
  const { registers } = state;
  return {
    controls: contents(registers.systemafstemninger, committee).sort((left, right) =>
      compareTexts(controlTexts(left), controlTexts(right), left.difference, right.difference),
    ),
    writeOffs: contents(registers.afskrivninger, committee).sort((left, right) =>
      compareTexts(writeOffTexts(left), writeOffTexts(right), left.amount, right.amount),
    ),
    accruals: contents(registers['periodiserede-poster'], committee).sort(compareMovements),
    equityMovements: contents(registers.egenkapital, committee).sort(compareMovements),
  };
}

function contents<T extends { committee: string }>(lines: { content: T; removed: boolean }[], committee: string): T[] {
  return lines.filter((line) => !line.removed && line.content.committee === committee).map((line) => line.content);
}

function controlTexts(line: TransferControl): string[] {
  return [line.sourceSystem, line.receiver, line.activity, line.responsible, line.deadline, line.consequence];
}

function writeOffTexts(line: WriteOff): string[] {
  return [line.writtenOffFunction, line.counterFunction, line.counterName, line.appropriation, line.kind];
}

function compareMovements(left: AccountMovement, right: AccountMovement): number {
  const texts = (line: AccountMovement) => [
    line.imFunction,
    line.account,
    line.name,
    line.text,
    line.documentation,
    line.explanation,
  ];
  return compareTexts(texts(left), texts(right), left.amount, right.amount);
}

function compareTexts(left: string[], right: string[], leftAmount: Ore, rightAmount: Ore): number {
  for (const [index, text] of left.entries()) {
    const order = compareDanish(text, right[index] ?? '');
    if (order !== 0) return order;
  }
  return leftAmount < rightAmount ? -1 : leftAmount > rightAmount ? 1 : 0;
}

/** Table `systemafstemninger`: the controls with a difference, in kroner. */
export function buildControlTable(controls: TransferControl[]): Table {
  return {
    id: 'systemafstemninger',
    title: 'Kontrol af dataoverførsler med difference',
    columns: [
      column('fagsystem', 'Fagsystem'),
      column('modtager', 'Modtager'),
      column('difference', 'Difference', 'kr.'),
      column('aktiviteter', 'Aktiviteter'),
      column('ansvarlig', 'Ansvarlig'),
      column('deadline', 'Deadline'),
      column('konsekvens', 'Konsekvens'),
    ],
    rows: controls
      .filter((line) => line.difference !== 0n)
      .map((line) => [
        line.sourceSystem,
        line.receiver,
        kroner(line.difference),
        line.activity,
        line.responsible,
        printDeadline(line.deadline),
        line.consequence,
      ]),
    total: null,
  };
}

/** A control's deadline is a date or a word such as `Afsluttet`. */
function printDeadline(deadline: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(deadline) ? formatDate(deadline) : deadline;
}

/** A table of write-offs of one kind, in t.kr. */
export function buildWriteOffTable(id: TableId, title: string, kind: WriteOffKind, writeOffs: WriteOff[]): Table {
  const columns = [
    column('afskrevet-paa', 'Afskrevet på IM-funktion'),
    column('modpost', 'Modpost IM-funktion'),
    column('navn', 'Navn'),
    column('bevilling', 'Bevilling'),
    column('beloeb', 'Beløb', 't.kr.'),
  ];
  const own = writeOffs.filter((line) => line.kind === kind);
  const rows = own.map((line): Cell[] => [
    line.writtenOffFunction,
    line.counterFunction,
    line.counterName,
    line.appropriation,
    thousands(line.amount),
  ]);
  const beloeb = thousands(sum(own.map((line) => line.amount)));
  return { id, title, columns, rows, total: rows.length > 0 ? totalRow(columns, { beloeb }) : null };
}

/** Section 4 is about accruals without documentation; the title says so while all of them are. */
export function titleOfAccruals(accruals: AccountMovement[]): string {
  return accruals.every(lacksDocumentation) ? 'Periodiserede poster uden dokumentation' : 'Periodiserede poster';
}

/** A table of accruals or of movements on equity, in t.kr. */
export function buildMovementTable(id: TableId, title: string, movements: AccountMovement[]): Table {
  const columns = [
    column('konto', 'Konto'),
    column('im-funktion', 'IM-funktion'),
    column('navn', 'Navn'),
    column('tekst', 'Tekst'),
    column('beloeb', 'Beløb', 't.kr.'),
    column('dokumentation', 'Dokumentation'),
    column('forklaring', 'Forklaring'),
  ];
  const rows = movements.map((line): Cell[] => [
    line.account,
    line.imFunction,
    line.name,
    line.text,
    thousands(line.amount),
    line.documentation,
    line.explanation,
  ]);
  const beloeb = thousands(sum(movements.map((line) => line.amount)));
  return { id, title, columns, rows, total: rows.length > 0 ? totalRow(columns, { beloeb }) : null };
}
