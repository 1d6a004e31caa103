'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { parseSort, QUERY_PARAMETER, SORT_PARAMETER, type Sort } from '#lib/format/list.ts';

/** How long typing rests before the address follows: browsers limit how often it may change. */
const REST_MILLISECONDS = 200;

export interface TableAddress {
  query: string;
  setQuery: (query: string) => void;
  sort: Sort | null;
  setSort: (sort: Sort | null) => void;
  /** The values chosen in a set filter. */
  chosen: (filter: string) => string[];
  choose: (filter: string, values: readonly string[]) => void;
  /** Lifts the query and the named filters. */
  clear: (filters: readonly string[]) => void;
}

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
function useSearch(): Search {
  const inAddress = useSearchParams().toString();
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
    const params = new URLSearchParams(window.location.search);
    const before = params.toString();
    edit(params);
    const after = params.toString();
    if (after === before) return;
    setSearch(after);
    setExpected((earlier) => [...earlier, after]);
    window.history.replaceState(null, '', after === '' ? window.location.pathname : `?${after}`);
  }

  const params = useMemo(() => new URLSearchParams(search), [search]);
  return { params, change, foreignChanges };
}

/**
 * A table's search, order and filters, kept in the address so that a link shows a colleague the same view:
 * `?sort=saldo.desc&q=bank&kategori=2&kategori=3`. Changing them asks nothing of the server.
 */
export function useTableAddress(): TableAddress {
  const { params, change, foreignChanges } = useSearch();
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
    sort: parseSort(params.get(SORT_PARAMETER)),
    setSort: (sort) =>
      change((next) =>
        sort === null
          ? next.delete(SORT_PARAMETER)
          : next.set(SORT_PARAMETER, `${sort.id}.${sort.desc ? 'desc' : 'asc'}`),
      ),
    chosen: (filter) => params.getAll(filter),
    choose: (filter, values) =>
      change((next) => {
        next.delete(filter);
        for (const value of values) next.append(filter, value);
      }),
    clear: (filters) => {
      setQuery('');
      change((next) => {
        for (const name of [QUERY_PARAMETER, ...filters]) next.delete(name);
      });
    },
  };
}
