'use client';

import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { type AccountDraft, accountDraft } from './account-draft.ts';

/** How long typing rests before the browser keeps it. */
const REST_MILLISECONDS = 400;

const keptDraft = z.object({ at: z.iso.datetime(), draft: accountDraft });
type KeptDraft = z.infer<typeof keptDraft>;

function readKept(key: string): KeptDraft | null {
  try {
    return keptDraft.parse(JSON.parse(window.localStorage.getItem(key) ?? 'null'));
  } catch {
    // Nothing kept, or by an earlier version of the form: there is nothing to offer.
    return null;
  }
}

/**
 * Keeps what is typed and not yet saved in this browser, so that a power failure or a wrong click loses nothing.
 * @returns what was kept when the page opened (null once `forget` or a save has settled it), and how to forget it
 */
export function useKeptDraft(key: string, draft: AccountDraft, dirty: boolean) {
  const [offered, setOffered] = useState<KeptDraft | null>(null);

  useEffect(() => setOffered(readKept(key)), [key]);

  const written = useRef(false);
  useEffect(() => {
    if (!dirty) {
      // Typed and taken back again: nothing is left to offer. What an earlier visit kept stays until one has chosen.
      if (written.current) window.localStorage.removeItem(key);
      written.current = false;
      return;
    }
    const timer = setTimeout(() => {
      written.current = true;
      window.localStorage.setItem(key, JSON.stringify({ at: new Date().toISOString(), draft }));
    }, REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [key, draft, dirty]);

  function forget() {
    window.localStorage.removeItem(key);
    setOffered(null);
  }
  return { offered, forget };
}
