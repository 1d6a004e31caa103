'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import type { Problem, Result } from '#lib/services/context.ts';
import type { PlanPreview } from '#lib/services/preview-plan-workbook.ts';
import type { Place } from '../../_components/addresses.ts';
import { undoCollected } from '../actions.ts';

/** How far a workbook has come: nowhere, shown, saved, taken back. */
export type Collecting =
  | { kind: 'none' }
  | { kind: 'shown'; file: File; preview: PlanPreview }
  /** `drops`: accounts that were submitted or approved, and no longer are. */
  | { kind: 'saved'; changeSet: number | null; changed: number; drops: readonly string[] }
  /** `waiting`: those of them that stand as before, and wait for approval again. */
  | { kind: 'undone'; changed: number; waiting: readonly string[] };

const NO_CONNECTION: Problem = { path: '', code: 'no-connection', params: {} };

/** Sends a workbook to be shown and to be saved, and takes back what was saved. */
export function useCollect({ period, committee }: Place) {
  const router = useRouter();
  const [state, setState] = useState<Collecting>({ kind: 'none' });
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isBusy, setBusy] = useState(false);
  const running = useRef(false);

  async function run(work: () => Promise<void>): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblems([]);
    try {
      await work();
    } catch {
      setProblems([NO_CONNECTION]);
    } finally {
      running.current = false;
      setBusy(false);
    }
  }

  async function send<T>(file: File, step: 'preview' | 'collect', more: object): Promise<Result<T>> {
    const form = new FormData();
    form.set('step', step);
    form.set('input', JSON.stringify({ periodId: period, committee, ...more }));
    form.set('file', file);
    const answer = await fetch('/api/plan-workbooks', { method: 'POST', body: form });
    return answer.json();
  }

  async function show(file: File): Promise<void> {
    const result = await send<PlanPreview>(file, 'preview', {});
    if (result.ok) setState({ kind: 'shown', file, preview: result.value });
    else {
      setProblems(result.problems);
      setState({ kind: 'none' });
    }
  }

  return {
    state,
    problems,
    isBusy,
    show: (file: File) => run(() => show(file)),
    drop: () => setState({ kind: 'none' }),
    save: (chosen: readonly string[], reason: string) =>
      run(async () => {
        if (state.kind !== 'shown') return;
        const { file, preview } = state;
        const more = { digest: preview.digest, chosen, reason };
        const result = await send<{ changeSet: number | null; changed: string[] }>(file, 'collect', more);
        if (result.ok) {
          const { changeSet, changed } = result.value;
          const drops = preview.drops.filter((account) => changed.includes(account));
          setState({ kind: 'saved', changeSet, changed: changed.length, drops });
          router.refresh();
          return;
        }
        // What is shown is no longer so: the page shows what is, and says why.
        if (result.problems.some(({ code }) => code === 'changed-since-preview')) await show(file);
        setProblems(result.problems);
      }),
    undo: (changeSet: number, drops: readonly string[]) =>
      run(async () => {
        const result = await undoCollected(changeSet);
        if (!result.ok) setProblems(result.problems);
        else {
          const { changed } = result.value;
          const waiting = drops.filter((account) => changed.includes(account));
          setState({ kind: 'undone', changed: changed.length, waiting });
          setProblems(result.value.refused.slice(0, 1).map(({ problem }) => problem));
          router.refresh();
        }
      }),
  };
}
