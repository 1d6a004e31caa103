'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useRef, useState } from 'react';
import type { Result } from '#lib/services/context.ts';
import { useProblemText } from '../../../../problem-text.ts';
import { type BulkAnswer, type BulkOrder, type BulkProgress, cancelBulk, sendBulk } from './send-bulk.ts';

/** What came of the last act on many, for the notice that tells of it. */
interface BulkOutcome {
  act: BulkOrder['act'] | 'undo';
  changed: number;
  /** Grouped by why. */
  refused: { text: string; accounts: string[] }[];
  isStopped: boolean;
  allOrNothing: boolean;
  /** By which it is taken back; null: there is nothing to take back. */
  changeSet: number | null;
  /** Why nothing was done at all; null: it was tried. */
  failed: string | null;
}

export interface Bulk {
  progress: BulkProgress | null;
  outcome: BulkOutcome | null;
  run: (order: BulkOrder) => Promise<void>;
  cancel: () => void;
  undo: () => Promise<void>;
  forget: () => void;
  /** Tells a list of each act, so that it is taken back among what was typed there. Stable. */
  outside: (take: (changeSet: number) => void) => () => void;
}

/** Has acts on many done, one at a time; the page is shown anew afterwards. `undoSet` takes a change set back. */
export function useBulk(undoSet: (changeSet: number) => Promise<Result<Omit<BulkAnswer, 'isStopped'>>>): Bulk {
  const router = useRouter();
  const problemText = useProblemText();
  const [progress, setProgress] = useState<BulkProgress | null>(null);
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const job = useRef<string | null>(null);
  const listeners = useRef(new Set<(changeSet: number) => void>());
  const outside = useCallback((take: (changeSet: number) => void) => {
    listeners.current.add(take);
    return () => void listeners.current.delete(take);
  }, []);

  function toOutcome(
    act: BulkOutcome['act'],
    allOrNothing: boolean,
    result: Result<Omit<BulkAnswer, 'isStopped'> & { isStopped?: boolean }>,
  ): BulkOutcome {
    const nothing = { act, allOrNothing, changed: 0, refused: [], isStopped: false, changeSet: null };
    if (!result.ok) return { ...nothing, failed: result.problems.map(problemText).join(' ') };
    const { changeSet, changed, refused, isStopped = false } = result.value;
    const byText = Map.groupBy(refused, ({ problem }) => problemText(problem));
    const told = [...byText].map(([text, those]) => ({
      text,
      accounts: [...new Set(those.map(({ account }) => account))],
    }));
    return { act, allOrNothing, changed: changed.length, refused: told, isStopped, changeSet, failed: null };
  }

  /** One after the other: what is pressed while another act is under way is not taken. */
  async function take(act: BulkOutcome['act'], allOrNothing: boolean, work: () => Promise<Result<BulkAnswer>>) {
    if (job.current !== null) return;
    job.current = crypto.randomUUID();
    setOutcome(null);
    setProgress({ done: 0, total: 0 });
    try {
      const made = toOutcome(act, allOrNothing, await work());
      setOutcome(made);
      if (made.changeSet !== null) for (const tell of listeners.current) tell(made.changeSet);
    } catch {
      const result = { ok: false as const, problems: [{ path: '', code: 'act-failed', params: {} }] };
      setOutcome(toOutcome(act, allOrNothing, result));
    } finally {
      job.current = null;
      setProgress(null);
      router.refresh();
    }
  }

  return {
    progress,
    outcome,
    run: (order) => take(order.act, order.input.allOrNothing, () => sendBulk(job.current ?? '', order, setProgress)),
    cancel: () => {
      if (job.current !== null) void cancelBulk(job.current);
    },
    undo: async () => {
      const set = outcome?.changeSet ?? null;
      if (set === null) return;
      await take('undo', false, async () => {
        const result = await undoSet(set);
        return result.ok ? { ok: true, value: { ...result.value, isStopped: false } } : result;
      });
    },
    forget: () => setOutcome(null),
    outside,
  };
}
