'use client';

import { useState, useTransition } from 'react';
import type { SaveState } from '#components/ui/status-line.tsx';
import type { Problem, Result } from '#lib/services/context.ts';
import { useProblemText } from '../../problem-text.ts';

const NONE: readonly Problem[] = [];

/** A form that is saved as a whole and stays open: how it stands, and what kept it from being saved. */
export function useSaving() {
  const textOf = useProblemText();
  const [problems, setProblems] = useState(NONE);
  const [state, setState] = useState<SaveState | null>(null);
  const [isBusy, startWork] = useTransition();

  /** While one save is under way, another is not taken. */
  function save<T>(send: () => Promise<Result<T>>, whenSaved?: (value: T) => void): void {
    if (isBusy) return;
    startWork(async () => {
      setState({ kind: 'saving' });
      try {
        const result = await send();
        setProblems(result.ok ? NONE : result.problems);
        setState(result.ok ? { kind: 'saved', at: new Date() } : { kind: 'unsaved' });
        if (result.ok) whenSaved?.(result.value);
      } catch {
        setState({ kind: 'failed' });
      }
    });
  }

  /** Does what belongs to a change and takes time, such as reading a file: nothing is saved meanwhile. */
  function change(work: () => Promise<void>): void {
    startWork(async () => {
      await work();
      setState({ kind: 'unsaved' });
    });
  }

  /** What is wrong with the field at `path`, or with what lies under it. */
  function errorOf(path: string): string | null {
    const own = problems.filter((one) => one.path === path || one.path.startsWith(`${path}.`));
    return own.length === 0 ? null : own.map(textOf).join(' ');
  }

  return { state, problems, errorOf, textOf, save, change, noteChange: () => setState({ kind: 'unsaved' }) };
}
