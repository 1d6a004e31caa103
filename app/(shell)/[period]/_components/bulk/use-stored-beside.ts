'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { StoredBeside } from '#components/data-table/editing.ts';
import { readTagged } from '#lib/format/tagged-json.ts';
import { useTellWaiting } from '../../../_components/waiting.tsx';
import type { AccountRows } from '../../read-account-rows.ts';
import { takeStoredRows } from './take-stored-rows.ts';
import { useRefreshOnLeaving } from './use-refresh-on-leaving.ts';

interface StoredBesideOptions<Row> {
  periodId: string;
  /** As the page has them. */
  rows: readonly Row[];
  /** Held stable between renders, as the two below. */
  rowId: (row: Row) => string;
  accountOf: (row: Row) => string;
  /** The list's own rows of what the server answers. */
  rowsOf: (answer: AccountRows) => readonly Row[];
  onStored?: (rows: readonly Row[]) => void;
}

interface ListBeside<Row> {
  /** The rows as they were last seen, by id; whoever saves some puts them there. */
  known: Map<string, Row>;
  /** Tells the table of rows that were stored beside it. */
  beside: StoredBeside<Row>;
  /** Has the rows of an account that was stored beside the list fetched. Stable. */
  fetchRows: (account: string) => void;
  /** To be called whenever something was saved in the list itself: other pages are read anew when one leaves. */
  refreshLater: () => void;
}

/**
 * A list beside which accounts are worked on. What is stored there comes into the list by its rows alone; the page is
 * shown anew only where rows came or went.
 */
export function useStoredBeside<Row extends { version: number }>({
  periodId,
  rows,
  rowId,
  accountOf,
  rowsOf,
  onStored,
}: StoredBesideOptions<Row>): ListBeside<Row> {
  const router = useRouter();
  const tellWaiting = useTellWaiting();
  const refreshLater = useRefreshOnLeaving();
  const known = useMemo(() => new Map(rows.map((row) => [rowId(row), row])), [rows, rowId]);
  /** What an answer meets: the page's rows may be others than when it was asked for. */
  const now = useRef({ known, onStored, tellWaiting });
  useEffect(() => {
    now.current = { known, onStored, tellWaiting };
  }, [known, onStored, tellWaiting]);
  const listeners = useRef(new Set<(rows: readonly Row[]) => void>());
  const turns = useRef(new Map<string, number>());

  const beside = useCallback((take: (rows: readonly Row[]) => void) => {
    listeners.current.add(take);
    return () => void listeners.current.delete(take);
  }, []);

  const fetchRows = useCallback(
    async (account: string) => {
      refreshLater();
      const turn = (turns.current.get(account) ?? 0) + 1;
      turns.current.set(account, turn);
      const answer = await fetchAccountRows(periodId, account);
      if (answer === null || turns.current.get(account) !== turn) return;
      const { known: seen, onStored: note, tellWaiting: tell } = now.current;
      tell(answer.waiting);
      const before = [...seen.values()].filter((row) => accountOf(row) === account);
      const taken = takeStoredRows(seen, before, rowsOf(answer), rowId);
      if (taken === null) {
        router.refresh();
        return;
      }
      for (const take of listeners.current) take(taken);
      note?.(taken);
    },
    [periodId, rowId, accountOf, rowsOf, refreshLater, router],
  );

  return { known, beside, fetchRows, refreshLater };
}

/** null where the server cannot be reached, or has no such account: the list stays as it is. */
async function fetchAccountRows(periodId: string, account: string): Promise<AccountRows | null> {
  try {
    const response = await fetch(`/api/account-rows?${new URLSearchParams({ period: periodId, account })}`);
    return response.ok ? (readTagged(await response.text()) as AccountRows) : null;
  } catch {
    return null;
  }
}
