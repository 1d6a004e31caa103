import { NONE } from '#lib/format/list.ts';
import type { TableId } from './model.ts';

/** Where a report is read: its figures lead to the accounts, findings and lines of that period and committee. */
export interface Place {
  period: string;
  committee: string;
}

type Filters = Readonly<Record<string, string | readonly string[]>>;

/** A path of this installation within a period. */
export function periodAddress(period: string, path: string, filters: Filters = {}): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) for (const one of [value].flat()) params.append(name, one);
  const search = params.toString();
  return `/${period}/${path}${search === '' ? '' : `?${search}`}`;
}

/** An account's page. */
export function accountAddress(period: string, account: string): string {
  return periodAddress(period, `konti/${encodeURIComponent(account)}`);
}

/** The accounts that have been given a category. */
const VERDICTS = ['1', '2', '3'];

/** The write-offs of a table, as the register's address names them. */
const WRITE_OFF_TABLES: Partial<Record<TableId, string>> = {
  'afskrivninger-drift': 'drift',
  'afskrivninger-balance': 'balance',
  'afskrivninger-oevrige': 'oevrige',
};

/** The category that a column's figures are of: `aeldre-kategori-3` → 3. */
function categoryFilter(column: string): Filters {
  const category = /kategori-([23])$/.exec(column)?.[1];
  return category ? { kategori: category } : {};
}

/**
 * What stands behind a figure of the report (product.md, rule 11). `cell` gives the text of the row's cell in a column,
 * null in the row of totals. Null where a column holds no figures.
 */
export function figureAddress(
  { period, committee }: Place,
  table: TableId,
  column: string,
  cell: ((column: string) => string) | null,
): string | null {
  const imFunction: Filters = cell ? { funktion: cell('im-funktion') } : {};
  const older: Filters = column.startsWith('aeldre') || column === 'antal-aeldre' ? { aeldre: 'ja' } : {};
  const findings = (filters: Filters) =>
    periodAddress(period, 'opfoelgning', { ...filters, ...categoryFilter(column), ...older });
  switch (table) {
    case 'kategorier': {
      if (/forrige$|^aendring/.test(column)) return periodAddress(period, 'registre/sammenligningstal');
      const category = cell?.('kategori').charAt(0);
      if (column === 'antal') return periodAddress(period, 'konti', { kategori: category ?? VERDICTS });
      // Category 1's amount is what the whole balance has beside the follow-up (domain.md, arithmetic of the report).
      return category === '2' || category === '3'
        ? periodAddress(period, 'opfoelgning', { kategori: category })
        : periodAddress(period, 'konti');
    }
    case 'afstemt-af':
      return periodAddress(period, 'konti', {
        ...(cell ? { 'afstemmes-af': cell('enhed') } : {}),
        kategori: VERDICTS,
      });
    case 'aeldre-end-1-aar':
      return findings({ ...imFunction, ...(cell ? { enhed: cell('enhed') || NONE } : {}), aeldre: 'ja' });
    case 'tabel-1-1':
      return /^(antal-konti|saldo)/.test(column) ? periodAddress(period, 'konti', imFunction) : findings(imFunction);
    case 'tabel-2-1':
      return findings({ udvalg: committee, ...imFunction });
    case 'handleplaner':
      return null;
    case 'systemafstemninger':
    case 'periodiserede-poster':
    case 'egenkapital':
      return periodAddress(period, `registre/${table}`, { udvalg: committee });
    default: {
      const kind = WRITE_OFF_TABLES[table];
      return periodAddress(period, 'registre/afskrivninger', { udvalg: committee, ...(kind ? { art: kind } : {}) });
    }
  }
}
