import type { Route } from 'next';
import { NONE } from '#lib/format/list.ts';
import {
  accountAddress as ofAccount,
  figureAddress as ofFigure,
  type Place,
  periodAddress,
} from '#lib/report/addresses.ts';
import type { Check } from '#lib/report/model.ts';
import { NOT_LOGGED, UNDERWAY } from '#lib/services/account-list.ts';

/** As lib/report/addresses.ts, for the links of the pages. */
export function accountAddress(period: string, account: string): Route {
  return ofAccount(period, account) as Route;
}

/** As lib/report/addresses.ts, for the links of the pages. */
export function figureAddress(...behind: Parameters<typeof ofFigure>): Route | null {
  return ofFigure(...behind) as Route | null;
}

function address(...parts: Parameters<typeof periodAddress>): Route {
  return periodAddress(...parts) as Route;
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

export type { Place };
