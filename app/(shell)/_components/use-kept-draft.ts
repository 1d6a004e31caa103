'use client';

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { TypedOn } from '#lib/schemas/draft.ts';
import type { Kept, Outbox, Unsent } from './outbox.ts';
import { nameThisPage } from './this-page.ts';

/** How long after the first stroke what is typed goes to the server. */
const REST_MILLISECONDS = 700;
const FIRST_RETRY_MILLISECONDS = 2_000;
const LAST_RETRY_MILLISECONDS = 30_000;

/** How safe it is what is typed and not saved. */
type Keeping =
  | { kind: 'none' }
  /** The server has it. */
  | { kind: 'kept'; at: Date }
  /** Only this browser has it: the server is not reached, and tried again. */
  | { kind: 'unreached' }
  | { kind: 'signed-out' }
  /** The server does not take it; this browser has it. */
  | { kind: 'refused' }
  /** Nobody has it: this browser keeps nothing. */
  | { kind: 'nowhere' };

interface KeptDraftOptions<P extends { personId: string }, C extends { on: TypedOn }, D> {
  outbox: Outbox<P, C>;
  place: P;
  draft: D;
  base: { draft: D; version: number };
  /** What is kept of a draft. */
  toContent: (draft: D, base: D, on: TypedOn) => C;
  dirty: boolean;
  wanted: Unsent<C>['wanted'];
  /** When the draft was kept that this page began with; null where there was none. */
  began: string | null;
}

/**
 * Keeps what is typed and not saved: in this browser at once, on the server within a second, and again until it is
 * reached.
 */
export function useKeptDraft<P extends { personId: string }, C extends { on: TypedOn }, D>({
  outbox,
  place,
  draft,
  base,
  toContent,
  dirty,
  wanted,
  began,
}: KeptDraftOptions<P, C, D>) {
  const [keeping, setKeeping] = useState<Keeping>({ kind: 'none' });
  const [other, setOther] = useState<Kept<C> | null>(null);
  const continues = useRef(began);
  const unsent = useRef<Unsent<C> | null>(null);
  const timer = useRef<number | null>(null);
  const sending = useRef<Promise<void> | null>(null);
  const clearing = useRef<Promise<void> | null>(null);
  const patience = useRef(FIRST_RETRY_MILLISECONDS);
  const kept = useRef(began !== null);
  const alive = useRef(true);

  const send = useEffectEvent(async () => {
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
    const draft = unsent.current;
    if (draft === null || sending.current !== null || clearing.current !== null) return;
    const sent = outbox.send(place, { ...draft, continues: continues.current }).then((answer) => {
      sending.current = null;
      if (answer.kind === 'kept') {
        continues.current = answer.at;
        kept.current = true;
        patience.current = FIRST_RETRY_MILLISECONDS;
        if (unsent.current === draft) unsent.current = null;
        else schedule(REST_MILLISECONDS);
        setKeeping({ kind: 'kept', at: new Date(answer.at) });
        return;
      }
      if (answer.kind === 'elsewhere') {
        setOther(answer.other);
        return;
      }
      setKeeping((known) => (known.kind === 'nowhere' ? known : { kind: answer.kind }));
      if (answer.kind === 'refused') return;
      schedule(patience.current);
      patience.current = Math.min(patience.current * 2, LAST_RETRY_MILLISECONDS);
    });
    sending.current = sent;
    await sent;
  });

  const schedule = useEffectEvent((wait: number) => {
    if (alive.current) timer.current ??= window.setTimeout(send, wait);
  });

  const keep = useEffectEvent(() => {
    const at = new Date().toISOString();
    const content = toContent(draft, base.draft, nameThisPage());
    const entry: Unsent<C> = { version: base.version, at, content, continues: continues.current, wanted };
    unsent.current = entry;
    if (!outbox.keepUnsent(place, entry)) setKeeping({ kind: 'nowhere' });
    if (other === null) schedule(REST_MILLISECONDS);
  });

  const forget = useEffectEvent(async () => {
    // Never before what was heard of it, however this machine's clock goes.
    const at = [new Date().toISOString(), continues.current ?? ''].sort()[1] ?? '';
    if (timer.current !== null) window.clearTimeout(timer.current);
    timer.current = null;
    unsent.current = null;
    continues.current = null;
    setOther(null);
    setKeeping({ kind: 'none' });
    outbox.forget(place, at);
    const onItsWay = sending.current;
    const wasSent = kept.current || onItsWay !== null;
    kept.current = false;
    if (!wasSent) return;
    // A save forgets the draft, too; but what was on its way beside it may have come after it, and would be there again.
    const cleared = (onItsWay ?? Promise.resolve()).then(() => outbox.discard(place));
    clearing.current = cleared;
    await cleared;
    if (clearing.current !== cleared) return;
    clearing.current = null;
    if (unsent.current !== null) schedule(0);
    else outbox.forget(place, at);
  });

  const typed = useRef<{ draft: D; wanted: Unsent<C>['wanted'] } | null>(dirty ? { draft, wanted } : null);
  useEffect(() => {
    if (dirty) {
      if (typed.current?.draft !== draft || typed.current.wanted !== wanted) keep();
      typed.current = { draft, wanted };
      return;
    }
    // Typed and taken back again, or saved: nothing is left to keep.
    if (typed.current !== null) forget();
    typed.current = null;
  }, [draft, dirty, wanted]);

  // What was kept says nothing else than what is stored by now.
  const tidy = useEffectEvent(() => {
    if (began !== null && !dirty) forget();
  });
  useEffect(() => tidy(), []);

  useEffect(() => {
    if (other === null && unsent.current !== null) schedule(0);
  }, [other]);

  useEffect(() => {
    alive.current = true;
    const hurry = () => {
      patience.current = FIRST_RETRY_MILLISECONDS;
      send();
    };
    window.addEventListener('online', hurry);
    window.addEventListener('pagehide', hurry);
    return () => {
      window.removeEventListener('online', hurry);
      window.removeEventListener('pagehide', hurry);
      hurry();
      alive.current = false;
      if (timer.current !== null) window.clearTimeout(timer.current);
    };
  }, []);

  /** From now on, what is typed here continues what the other page kept. */
  const settleOther = useCallback(() => {
    continues.current = other?.at ?? null;
    setOther(null);
  }, [other]);

  return { keeping, other, settleOther };
}
