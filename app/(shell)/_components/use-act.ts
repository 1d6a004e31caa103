'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useRef, useState } from 'react';
import type { SummaryError } from '#components/ui/error-summary.tsx';
import type { Problem, Result } from '#lib/services/context.ts';
import { useProblemText } from '../../problem-text.ts';

const NONE: readonly Problem[] = [];

/**
 * Runs an act of a form: shows the page anew when it is done, and what kept it from being done otherwise. `fieldIds`
 * ties a problem's path to the field on the page. @returns `errorOf` the text of a path, `errors` for the summary,
 * `fieldOf` what a field of text or choice takes to hold a value at a path
 */
export function useAct(fieldIds: Readonly<Record<string, string>> = {}) {
  const router = useRouter();
  const problemText = useProblemText();
  const [problems, setProblems] = useState(NONE);
  const [isBusy, setBusy] = useState(false);
  const running = useRef(false);
  const key = JSON.stringify(fieldIds);

  const errors = useMemo((): SummaryError[] => {
    const ids: Record<string, string> = JSON.parse(key);
    return problems.map((problem) => ({ fieldId: ids[problem.path] ?? null, text: problemText(problem) }));
  }, [problems, problemText, key]);

  /** Showing the page anew is not waited for: the next act can begin meanwhile. */
  async function act<T>(work: () => Promise<Result<T>>, whenDone?: (value: T) => void): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      const result = await work();
      setProblems(result.ok ? NONE : result.problems);
      if (!result.ok) return;
      whenDone?.(result.value);
      router.refresh();
    } catch {
      setProblems([{ path: '', code: 'no-connection', params: {} }]);
    } finally {
      running.current = false;
      setBusy(false);
    }
  }

  function errorOf(path: string): string | undefined {
    return errors.find(({ fieldId }) => fieldId !== null && fieldId === fieldIds[path])?.text;
  }

  function fieldOf(path: string, value: string, onValue: (value: string) => void) {
    return {
      id: fieldIds[path],
      error: errorOf(path),
      value,
      onChange: (event: { target: { value: string } }) => onValue(event.target.value),
    };
  }

  return { act, isBusy, errors, setProblems, errorOf, fieldOf };
}
