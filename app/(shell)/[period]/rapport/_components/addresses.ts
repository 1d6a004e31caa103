import type { Route } from 'next';
import { SHARED } from '#lib/domain/report-text.ts';
import { NONE } from '#lib/format/list.ts';
import { figureAddress as ofFigure, type Place, periodAddress } from '#lib/report/addresses.ts';
import type { Check, CheckPlace } from '#lib/report/model.ts';
import { NOT_LOGGED, UNDERWAY } from '#lib/services/account-list.ts';
import { accountAddress } from '../../../_components/account-address.ts';

/** As lib/report/addresses.ts, for the links of the pages. */
export function figureAddress(...behind: Parameters<typeof ofFigure>): Route | null {
  return ofFigure(...behind) as Route | null;
}

function address(...parts: Parameters<typeof periodAddress>): Route {
  return periodAddress(...parts) as Route;
}

/** All reports at once. */
export function bundleAddress(period: string): Route {
  return address(period, 'rapport/samlet');
}

/** A committee's report, or the list of them all. */
export function reportAddress(period: string, committee?: string): Route {
  return address(period, 'rapport', committee === undefined ? {} : { udvalg: committee });
}

/** Where all that fails a check is mended; null where each thing leads to its own place. */
export function checkAddress({ period, committee }: Place, check: Pick<Check, 'id'>): Route | null {
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
      return address(period, 'opfoelgning', { udvalg: committee });
    case 'konsekvenser':
      return address(period, 'opfoelgning', { udvalg: committee, kategori: '2' });
    case 'primo':
      return address(period, 'registre/sammenligningstal');
    case 'systemafstemninger':
    case 'afskrivninger':
    case 'periodiserede-poster':
    case 'egenkapital':
      return address(period, `registre/${check.id}`, { udvalg: committee });
    // What was written is mended in many places: each is led to by itself.
    default:
      return null;
  }
}

/** The place itself: an account, a text with its editor open, a register's lines. */
export function placeAddress({ period, committee }: Place, place: CheckPlace): Route {
  switch (place.kind) {
    case 'account':
      return accountAddress(period, place.account);
    case 'finding':
      return accountAddress(period, place.account, '#opfoelgning');
    case 'text': {
      const owner = place.owner === SHARED ? { ejer: 'faelles' } : {};
      return address(period, 'rapport', { udvalg: committee, tekst: place.place, ...owner });
    }
    case 'register':
      return address(
        period,
        `registre/${place.register}`,
        place.register === 'sammenligningstal' ? {} : { udvalg: committee },
      );
    case 'document':
      return place.account === null
        ? address(period, `registre/${place.register}`, { udvalg: committee })
        : accountAddress(period, place.account);
  }
}

export type { Place };
