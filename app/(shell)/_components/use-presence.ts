'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { z } from 'zod';
import '#lib/schemas/quiet-zod.ts';
import { nameThisPage } from './this-page.ts';

const BEAT_MILLISECONDS = 10_000;
/** Who has typed within this types. */
const TYPING_MILLISECONDS = 15_000;
/** Who has touched nothing for so long is not there, and the page's own beats shall not keep them signed in. */
const IDLE_MILLISECONDS = 5 * 60_000;

const answer = z.object({
  ok: z.literal(true),
  value: z.object({
    others: z.array(z.object({ name: z.string(), typing: z.boolean() })),
    version: z.number(),
    changedBy: z.string(),
  }),
});
export type Presence = z.infer<typeof answer>['value'];

const NOBODY: Presence = { others: [], version: 0, changedBy: '' };

interface PresenceOptions {
  /** Where it is told that the page is open, and with what. */
  address: string;
  toBody: (said: { tab: string; typing: boolean; leaves: boolean }) => object;
  /** Of what this page shows. */
  version: number;
  /** Another has stored something else: to be fetched. */
  onChanged: () => void;
  draft: unknown;
  dirty: boolean;
}

/**
 * Who else has the same open, asked every ten seconds while the page is looked at and used. What another has stored is
 * fetched.
 */
export function usePresence({ address, toBody, version, onChanged, draft, dirty }: PresenceOptions): Presence {
  const [presence, setPresence] = useState(NOBODY);
  const typedAt = useRef(0);
  const usedAt = useRef(0);
  const saidTyping = useRef(false);

  const say = useEffectEvent(async (leaves: boolean) => {
    const typing = !leaves && Date.now() - typedAt.current < TYPING_MILLISECONDS;
    saidTyping.current = typing;
    const body = JSON.stringify(toBody({ tab: nameThisPage().tab, typing, leaves }));
    try {
      const response = await fetch(address, { method: 'POST', body, keepalive: leaves });
      const said = answer.safeParse(response.ok ? await response.json() : null);
      if (leaves || !said.success) return;
      setPresence(said.data.value);
      if (said.data.value.version !== version) onChanged();
    } catch {
      // No connection: who is there is not known until there is one.
      setPresence(NOBODY);
    }
  });

  const beat = useEffectEvent(() => {
    const isUsed = Date.now() - usedAt.current < IDLE_MILLISECONDS;
    if (document.visibilityState === 'visible' && isUsed) say(false);
  });

  useEffect(() => {
    const use = () => {
      const wasIdle = Date.now() - usedAt.current >= IDLE_MILLISECONDS;
      usedAt.current = Date.now();
      if (wasIdle) beat();
    };
    const leave = () => {
      say(true);
    };
    use();
    const timer = window.setInterval(beat, BEAT_MILLISECONDS);
    document.addEventListener('visibilitychange', beat);
    window.addEventListener('pointermove', use, { passive: true });
    window.addEventListener('keydown', use);
    window.addEventListener('pagehide', leave);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', beat);
      window.removeEventListener('pointermove', use);
      window.removeEventListener('keydown', use);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  // The first stroke is told at once.
  const seen = useRef(draft);
  const type = useEffectEvent((typed: unknown, isDirty: boolean) => {
    if (seen.current === typed) return;
    seen.current = typed;
    typedAt.current = isDirty ? Date.now() : 0;
    if (isDirty !== saidTyping.current) beat();
  });
  useEffect(() => type(draft, dirty), [draft, dirty]);

  return presence;
}
