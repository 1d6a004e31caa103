'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { TermId } from './help-pages.ts';
import styles from './term.module.css';

/** How far the text keeps from the window's edges and from its word, in px. */
const MARGIN = 8;
const GAP = 4;
/** How long the pointer rests on a word, and how long it may take on its way to the text, in ms. */
const REST = 250;
const WAY = 200;

/** A word of the field, with what it means where one points at it, comes to it by Tab or taps it. Esc takes it away. */
export function Term({ id, children }: { id: TermId; children: ReactNode }) {
  const t = useTranslations('glossary.terms');
  const word = useRef<HTMLButtonElement>(null);
  const text = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isShown, setIsShown] = useState(false);

  useEffect(() => {
    const [anchor, shown] = [word.current, text.current];
    if (!isShown || anchor === null || shown === null) return;
    shown.showPopover();
    const { left, top, bottom } = anchor.getBoundingClientRect();
    const { width, height } = shown.getBoundingClientRect();
    const fitsBelow = bottom + GAP + height + MARGIN <= window.innerHeight;
    shown.style.left = `${Math.max(MARGIN, Math.min(left, window.innerWidth - width - MARGIN))}px`;
    shown.style.top = `${fitsBelow ? bottom + GAP : top - GAP - height}px`;
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // Only the text goes away, not what it stands in.
      event.stopPropagation();
      event.preventDefault();
      setIsShown(false);
    };
    const close = () => setIsShown(false);
    document.addEventListener('keydown', closeOnEscape, true);
    // The text stands where its word was.
    document.addEventListener('scroll', close, true);
    return () => {
      document.removeEventListener('keydown', closeOnEscape, true);
      document.removeEventListener('scroll', close, true);
    };
  }, [isShown]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function showAfter(delay: number, shown: boolean) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIsShown(shown), delay);
  }

  return (
    <span onPointerEnter={() => showAfter(REST, true)} onPointerLeave={() => showAfter(WAY, false)}>
      <button
        ref={word}
        type="button"
        className={styles.term}
        aria-description={t(`${id}.meaning`)}
        onFocus={() => showAfter(0, true)}
        onBlur={() => showAfter(0, false)}
        onClick={() => showAfter(0, true)}
      >
        {children}
      </button>
      {isShown && (
        <span ref={text} role="tooltip" popover="manual" className={styles.text}>
          <strong>{t(`${id}.term`)}</strong>
          {t(`${id}.meaning`)}
        </span>
      )}
    </span>
  );
}
