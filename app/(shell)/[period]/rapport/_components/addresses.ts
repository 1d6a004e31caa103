import type { Route } from 'next';
import type { Check, TableId } from '#lib/report/model.ts';
import { NONE, NOT_LOGGED, UNDERWAY } from '#lib/services/account-list.ts';
import type { WriteOffValue } from '#lib/services/register-list.ts';

/** Where a report is read: its figures lead to the accounts, findings and lines of that period and committee. */
export interface Place {
  period: string;
  committee: string;
}

type Filters = Readonly<Record<string, string | readonly string[]>>;

function address(period: string, path: string, filters: Filters = {}): Route {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) for (const one of [value].flat()) params.append(name, one);
  const search = params.toString();
  return `/${period}/${path}${search === '' ? '' : `?${search}`}` as Route;
}

export function accountAddress(period: string, account: string): Route {
  return address(period, `konti/${encodeURIComponent(account)}`);
}

/** A committee's report, or the list of them all. */
export function reportAddress(period: string, committee?: string): Route {
  return address(period, 'rapport', committee === undefined ? {} : { udvalg: committee });
}

/** Where what fails a check is mended. */
export function checkAddress({ period, committee }: Place, check: Pick<Check, 'id'>): Route {
  switch (check.id) {
    case 'sum':
    case 'balance':
      return '/import' as Route;
    case 'uden-vurdering':
      return address(period, 'konti', { kategori: NOT_LOGGED });
    case 'uden-godkendelse':
      return address(period, 'konti', { status: UNDERWAY });
    case 'uden-ansvarlig':
      return address(period, 'konti', { 'afstemmes-af': NONE });
    case 'uden-udvalg':
      return address(period, 'konti', { udvalg: NONE });
    case 'handleplaner':
      return address(period, 'opfoelgning', { udvalg: committee, mangler: 'ja' });
    default:
      return address(period, `registre/${check.id}`, { udvalg: committee });
  }
}

/** The accounts that have been given a category. */
const VERDICTS = ['1', '2', '3'];

const WRITE_OFF_TABLES: Partial<Record<TableId, WriteOffValue>> = {
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
): Route | null {
  const imFunction: Filters = cell ? { funktion: cell('im-funktion') } : {};
  const older: Filters = column.startsWith('aeldre') || column === 'antal-aeldre' ? { aeldre: 'ja' } : {};
  const findings = (filters: Filters) =>
    address(period, 'opfoelgning', { ...filters, ...categoryFilter(column), ...older });
  switch (table) {
    case 'kategorier': {
      if (/forrige$|^aendring/.test(column)) return address(period, 'registre/sammenligningstal');
      const category = cell?.('kategori').charAt(0);
      if (column === 'antal') return address(period, 'konti', { kategori: category ?? VERDICTS });
      // Category 1's amount is what the whole balance has beside the follow-up (domain.md, arithmetic of the report).
      return category === '2' || category === '3'
        ? address(period, 'opfoelgning', { kategori: category })
        : address(period, 'konti');
    }
    case 'afstemt-af':
      return address(period, 'konti', {
        ...(cell ? { 'afstemmes-af': cell('enhed') } : {}),
        kategori: VERDICTS,
      });
    case 'aeldre-end-1-aar':
      return findings({ ...imFunction, ...(cell ? { enhed: cell('enhed') || NONE } : {}), aeldre: 'ja' });
    case 'tabel-1-1':
      return /^(antal-konti|saldo)/.test(column) ? address(period, 'konti', imFunction) : findings(imFunction);
    case 'tabel-2-1':
      return findings({ udvalg: committee, ...imFunction });
    case 'handleplaner':
      return null;
    case 'systemafstemninger':
    case 'periodiserede-poster':
    case 'egenkapital':
      return address(period, `registre/${table}`, { udvalg: committee });
    default: {
      const kind = WRITE_OFF_TABLES[table];
      return address(period, 'registre/afskrivninger', { udvalg: committee, ...(kind ? { art: kind } : {}) });
    }
  }
}
