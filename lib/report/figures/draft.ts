import { kroner, thousands } from '../cells.ts';
import {
  type Cell,
  type Column,
  isMoney,
  type MoneyCell,
  type ReportModel,
  type Table,
  type TableId,
  type Unit,
} from '../model.ts';
import type { FigureScope, FigureSource, FigureThing } from './figure.ts';

/** What figures are read from. */
export type FigureModel = Pick<
  ReportModel,
  'year' | 'committee' | 'edition' | 'redactions' | 'tables' | 'counts' | 'document'
>;

/** A figure before it has its own key and its print. */
export interface Draft {
  key: string;
  /** What it counts or sums, without whose it is. */
  label: string;
  cell: MoneyCell | number;
  unit: Unit;
  scope: FigureScope;
  isTotal: boolean;
  /** Of counts; 'andet' where it is not said. */
  thing?: FigureThing;
  /** Further words to be found by. */
  also?: string;
  source?: FigureSource;
}

/** What the keys of a table's figures begin with, what people call it, and whose it is. */
export const TABLE_NAMES: Record<TableId, { key: string; name: string; scope: FigureScope }> = {
  kategorier: { key: 'kategorier', name: 'Kategorier', scope: 'municipality' },
  'afstemt-af': { key: 'afstemt-af', name: 'Afstemt af', scope: 'municipality' },
  'aeldre-end-1-aar': { key: 'aeldre', name: 'Ældre end 1 år', scope: 'municipality' },
  'tabel-1-1': { key: 'tabel-1-1', name: 'Tabel 1.1', scope: 'municipality' },
  'tabel-2-1': { key: 'tabel-2-1', name: 'Tabel 2.1', scope: 'committee' },
  handleplaner: { key: 'handleplaner', name: 'Handleplaner', scope: 'committee' },
  systemafstemninger: { key: 'systemafstemninger', name: 'Kontrol af dataoverførsler', scope: 'committee' },
  'afskrivninger-drift': { key: 'afskrivninger-drift', name: 'Afskrivninger over driften', scope: 'committee' },
  'afskrivninger-balance': { key: 'afskrivninger-balance', name: 'Afskrivninger på balancen', scope: 'committee' },
  'afskrivninger-oevrige': { key: 'afskrivninger-oevrige', name: 'Øvrige afskrivninger', scope: 'committee' },
  'periodiserede-poster': { key: 'periodiserede-poster', name: 'Periodiserede poster', scope: 'committee' },
  egenkapital: { key: 'egenkapital', name: 'Bevægelser på egenkapitalen', scope: 'committee' },
};

/** The columns of the table of categories, whose labels have a year in them: a key must not. */
export const CATEGORY_KEYS: Record<string, string> = {
  'antal-forrige': 'antal.forrige',
  'netto-forrige': 'netto.forrige',
  'aendring-antal': 'antal.aendring',
  'aendring-netto': 'netto.aendring',
};

export const isCount = (column: Column): boolean => /^(?:aendring-)?antal(?:-|$)/.test(column.id);
export const hasFigures = (column: Column): boolean => column.unit !== '' || isCount(column);

export function money(ore: bigint, unit: Unit): MoneyCell {
  return unit === 'kr.' ? kroner(ore) : thousands(ore);
}

/** A text of a row; '' where the table has no such column. */
export function textIn(table: Table, row: readonly Cell[], id: string): string {
  const cell = row[table.columns.findIndex((column) => column.id === id)];
  return typeof cell === 'string' ? cell.trim() : '';
}

/** 0 for what is no amount. */
export function oreOf(cell: Cell | undefined): bigint {
  return cell !== undefined && isMoney(cell) ? BigInt(cell.ore) : 0n;
}

export function lowerFirst(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}
