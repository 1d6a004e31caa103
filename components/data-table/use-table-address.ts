'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
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

function change(edit: (params: URLSearchParams) => void): void {
  const params = new URLSearchParams(window.location.search);
  edit(params);
  const search = params.toString();
  window.history.replaceState(null, '', search === '' ? window.location.pathname : `?${search}`);
}

/**
 * A table's search, order and filters, kept in the address so that a link shows a colleague the same view:
 * `?sort=saldo.desc&q=bank&kategori=2&kategori=3`. Changing them asks nothing of the server.
 */
export function useTableAddress(): TableAddress {
  const params = useSearchParams();
  const inAddress = params.get(QUERY_PARAMETER) ?? '';
  const [query, setQuery] = useState(inAddress);
  const [seen, setSeen] = useState(inAddress);
  const [written, setWritten] = useState(inAddress);

  // Typing runs ahead of the address. A query that comes from elsewhere (back, a link) replaces what is typed.
  if (inAddress !== seen) {
    setSeen(inAddress);
    if (inAddress !== written) setQuery(inAddress);
  }

  useEffect(() => {
    if (query === written) return;
    const timer = setTimeout(() => {
      setWritten(query);
      change((next) => (query === '' ? next.delete(QUERY_PARAMETER) : next.set(QUERY_PARAMETER, query)));
    }, REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [query, written]);

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
      setWritten('');
      change((next) => {
        for (const name of [QUERY_PARAMETER, ...filters]) next.delete(name);
      });
    },
  };
}
