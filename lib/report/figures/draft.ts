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
import type { FigureSource } from './figure.ts';

/** What figures are read from. */
export type FigureModel = Pick<ReportModel, 'year' | 'tables' | 'counts' | 'document'>;

/** A figure before it has its own key and its print. */
export interface Draft {
  key: string;
  label: string;
  cell: MoneyCell | number;
  unit: Unit;
  /** Further words to be found by. */
  also?: string;
  source?: FigureSource;
}

/** What the keys of a table's figures begin with, and what people call it. */
export const TABLE_NAMES: Record<TableId, { key: string; name: string }> = {
  kategorier: { key: 'kategorier', name: 'Kategorier' },
  'afstemt-af': { key: 'afstemt-af', name: 'Afstemt af' },
  'aeldre-end-1-aar': { key: 'aeldre', name: 'Ældre end 1 år' },
  'tabel-1-1': { key: 'tabel-1-1', name: 'Tabel 1.1' },
  'tabel-2-1': { key: 'tabel-2-1', name: 'Tabel 2.1' },
  handleplaner: { key: 'handleplaner', name: 'Handleplan' },
  systemafstemninger: { key: 'systemafstemninger', name: 'Kontrol af dataoverførsler' },
  'afskrivninger-drift': { key: 'afskrivninger-drift', name: 'Afskrivninger over driften' },
  'afskrivninger-balance': { key: 'afskrivninger-balance', name: 'Afskrivninger på balancen' },
  'afskrivninger-oevrige': { key: 'afskrivninger-oevrige', name: 'Øvrige afskrivninger' },
  'periodiserede-poster': { key: 'periodiserede-poster', name: 'Periodiserede poster' },
  egenkapital: { key: 'egenkapital', name: 'Bevægelser på egenkapitalen' },
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
