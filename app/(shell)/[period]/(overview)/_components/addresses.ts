import type { Route } from 'next';
import { addDays } from '#lib/domain/working-day.ts';
import { STATUS_VALUES, type StatusValue } from '#lib/services/account-list.ts';
import { type Span, TO_RECONCILE } from '#lib/services/overview-deadlines.ts';

type Filters = Readonly<Record<string, string | readonly string[]>>;

/** A list of the period, narrowed as its own filters narrow it: the number that leads there is the number of its rows. */
export function listAddress(periodId: string, list: 'konti' | 'opfoelgning' | 'rapport', filters: Filters = {}): Route {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) for (const one of [value].flat()) params.append(name, one);
  const search = params.toString();
  return `/${periodId}/${list}${search === '' ? '' : `?${search}`}` as Route;
}

/** What is not approved yet. */
export const LEFT: readonly StatusValue[] = STATUS_VALUES.filter((status) => status !== 'godkendt');

function conditionOf(column: string, { id, from, to }: Span): string {
  if (id === 'none') return `${column}.tom`;
  if (from !== null && to !== null) return `${column}.mellem.${from}..${to}`;
  // A condition's end is not part of it.
  return id === 'late' ? `${column}.foer.${addDays(to ?? '', 1)}` : `${column}.efter.${addDays(from ?? '', -1)}`;
}

/** The findings whose first deadline lies in a span, the first one first. */
export function findingsDue(periodId: string, span: Span): Route {
  return listAddress(periodId, 'opfoelgning', { hvor: conditionOf('deadline', span), sort: 'deadline.asc' });
}

/** The accounts that are still to be reconciled by a day of a span, with whom and when shown. */
export function accountsDue(periodId: string, span: Span): Route {
  return listAddress(periodId, 'konti', {
    status: TO_RECONCILE,
    hvor: conditionOf('frist', span),
    sort: 'frist.asc',
    kolonner: 'navn,saldo,kategori,status,udvalg,tildelt,frist',
  });
}
