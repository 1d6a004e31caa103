'use client';

import { useRef, useState } from 'react';
import type { BundleInput } from '#lib/schemas/bundle.ts';
import type { Problem } from '#lib/services/context.ts';
import type { MadeBundle } from '#lib/services/make-bundle.ts';
import { type BundleProgress, sendBundle } from './send-bundle.ts';

/** How the making of an archive stands. */
export type BundleState =
  | { kind: 'idle' }
  | { kind: 'working'; progress: BundleProgress | null }
  | { kind: 'made'; bundle: MadeBundle }
  | { kind: 'stopped'; done: number; total: number }
  | { kind: 'refused'; problems: Problem[] }
  /** The server could not be reached, or failed. */
  | { kind: 'failed' };

/** Has archives made, one at a time. */
export function useBundle(): { state: BundleState; make: (input: BundleInput) => Promise<void>; cancel: () => void } {
  const [state, setState] = useState<BundleState>({ kind: 'idle' });
  const running = useRef<AbortController | null>(null);

  async function make(input: BundleInput) {
    if (running.current) return;
    const stop = new AbortController();
    running.current = stop;
    let last: BundleProgress | null = null;
    setState({ kind: 'working', progress: null });
    try {
      const result = await sendBundle(
        input,
        (progress) => {
          last = progress;
          setState({ kind: 'working', progress });
        },
        stop.signal,
      );
      setState(result.ok ? { kind: 'made', bundle: result.value } : { kind: 'refused', problems: result.problems });
    } catch {
      setState(stop.signal.aborted ? { kind: 'stopped', ...countOf(last) } : { kind: 'failed' });
    } finally {
      running.current = null;
    }
  }

  return { state, make, cancel: () => running.current?.abort() };
}

function countOf(progress: BundleProgress | null): { done: number; total: number } {
  return { done: progress?.done ?? 0, total: progress?.total ?? 0 };
}
