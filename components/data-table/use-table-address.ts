'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { ListColumn } from '#lib/format/list.ts';
import {
  COLUMN_PARAMETER,
  CONDITION_PARAMETER,
  GROUP_PARAMETER,
  type ListView,
  OPEN_PARAMETER,
  parseView,
  QUERY_PARAMETER,
  SORT_PARAMETER,
  writeView,
} from '#lib/format/list-address.ts';

/** How long typing rests before the address follows: browsers limit how often it may change. */
const REST_MILLISECONDS = 200;

export interface TableAddress {
  query: string;
  setQuery: (query: string) => void;
  /** Order, conditions, groups and columns. */
  view: ListView;
  /** Changes the named parts of the view. */
  setView: (view: Partial<ListView>) => void;
  /** The values chosen in a set filter. */
  chosen: (filter: string) => string[];
  choose: (filter: string, values: readonly string[]) => void;
  /** The id of the row that is open beside the table; null: none. */
  opened: string | null;
  setOpened: (id: string | null) => void;
  /** Lifts the query, the conditions and the named filters. */
  clear: (filters: readonly string[]) => void;
  /** All of the address that is the list's own, filters included: what a saved view holds. */
  own: (filters: readonly string[]) => string;
  /** Puts `search` in the place of all that is the list's own. */
  putOwn: (filters: readonly string[], search: string) => void;
}

/** The list's own parameters, beside its filters. */
const OWN = [QUERY_PARAMETER, SORT_PARAMETER, CONDITION_PARAMETER, GROUP_PARAMETER, COLUMN_PARAMETER];

interface Search {
  params: URLSearchParams;
  change: (edit: (params: URLSearchParams) => void) => void;
  /** Rises when the address changed by other hands than these: back, a link. */
  foreignChanges: number;
}

/**
 * The address's parameters as they were last set here. The router tells of a change only after rendering it, which is
 * too late for a tick that a person just set.
 */
function useSearch(isKept: boolean): Search {
  const ofPage = useSearchParams().toString();
  const inAddress = isKept ? ofPage : '';
  const [search, setSearch] = useState(inAddress);
  const [seen, setSeen] = useState(inAddress);
  const [expected, setExpected] = useState<readonly string[]>([]);
  const [foreignChanges, setForeignChanges] = useState(0);

  if (inAddress !== seen) {
    setSeen(inAddress);
    const at = expected.indexOf(inAddress);
    setExpected(expected.slice(at + 1));
    if (at < 0) {
      setExpected([]);
      setSearch(inAddress);
      setForeignChanges(foreignChanges + 1);
    }
  }

  function change(edit: (params: URLSearchParams) => void): void {
    const params = new URLSearchParams(isKept ? window.location.search : search);
    const before = params.toString();
    edit(params);
    const after = params.toString();
    if (after === before) return;
    setSearch(after);
    if (!isKept) return;
    setExpected((earlier) => [...earlier, after]);
    // A comma may stand as it is, and is read more easily so.
    const readable = after.replaceAll('%2C', ',');
    window.history.replaceState(null, '', after === '' ? window.location.pathname : `?${readable}`);
  }

  const params = useMemo(() => new URLSearchParams(search), [search]);
  return { params, change, foreignChanges };
}

/**
 * A table's search, order, filters, groups and columns, kept in the address so that a link shows a colleague the same
 * view: `?sort=saldo.desc&q=bank&kategori=2&kategori=3`. Changing them asks nothing of the server. Not `isKept`: they
 * last as long as the table.
 */
export function useTableAddress(columns: readonly ListColumn<never>[], isKept = true): TableAddress {
  const { params, change, foreignChanges } = useSearch(isKept);
  const inAddress = params.get(QUERY_PARAMETER) ?? '';
  const [query, setQuery] = useState(inAddress);
  const [answered, setAnswered] = useState(foreignChanges);

  // Typing runs ahead of the address. A query that comes from elsewhere replaces what is typed.
  if (foreignChanges !== answered) {
    setAnswered(foreignChanges);
    setQuery(inAddress);
  }

  const writeQuery = useEffectEvent(() =>
    change((next) => (query === '' ? next.delete(QUERY_PARAMETER) : next.set(QUERY_PARAMETER, query))),
  );
  useEffect(() => {
    if (query === inAddress) return;
    const timer = setTimeout(writeQuery, REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [query, inAddress]);

  return {
    query,
    setQuery,
    view: useMemo(() => parseView(params, columns), [params, columns]),
    setView: (view) => change((next) => writeView(next, view)),
    chosen: (filter) => params.getAll(filter),
    choose: (filter, values) =>
      change((next) => {
        next.delete(filter);
        for (const value of values) next.append(filter, value);
      }),
    opened: params.get(OPEN_PARAMETER),
    setOpened: (id) => change((next) => (id === null ? next.delete(OPEN_PARAMETER) : next.set(OPEN_PARAMETER, id))),
    clear: (filters) => {
      setQuery('');
      change((next) => {
        for (const name of [QUERY_PARAMETER, CONDITION_PARAMETER, ...filters]) next.delete(name);
      });
    },
    own: (filters) => ownPart(params, filters, query).toString(),
    putOwn: (filters, search) => {
      const own = ownPart(new URLSearchParams(search), filters, null);
      setQuery(own.get(QUERY_PARAMETER) ?? '');
      change((next) => {
        for (const name of [...OWN, ...filters]) next.delete(name);
        for (const [name, value] of own) next.append(name, value);
      });
    },
  };
}

/** The list's own parameters, in one order whatever the address has; `query`: what is typed, where it runs ahead. */
function ownPart(params: URLSearchParams, filters: readonly string[], query: string | null): URLSearchParams {
  const own = new URLSearchParams();
  for (const name of [...OWN, ...filters]) {
    const values = name === QUERY_PARAMETER && query !== null ? [query].filter(Boolean) : params.getAll(name);
    for (const value of values) own.append(name, value);
  }
  return own;
}
