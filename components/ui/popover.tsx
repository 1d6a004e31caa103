'use client';

import { type ReactNode, type Ref, useId, useLayoutEffect, useRef, useState } from 'react';
import styles from './popover.module.css';
import { useIsAlive } from './use-is-alive.ts';

/** How far a popover keeps from the window's edges, and from what opens it, in px. */
const MARGIN = 8;
const GAP = 4;

interface PopoverProps {
  /** Names the popover, and the button where its content does not. */
  label: string;
  /** The button's content. */
  trigger: ReactNode;
  triggerClassName?: string | undefined;
  /** Names the button where its content is an icon. */
  triggerLabel?: string;
  /** Left out of the tab order, where keys lead to it another way. */
  skipsTab?: boolean;
  triggerRef?: Ref<HTMLButtonElement>;
  /** What stands in it, made when it opens; `close` takes it away and gives the focus back. */
  children: (close: () => void) => ReactNode;
}

/** What opens under a button, over everything else. The browser closes it on Esc and on a press elsewhere. */
export function Popover({
  label,
  trigger,
  triggerClassName,
  triggerLabel,
  skipsTab = false,
  triggerRef,
  children,
}: PopoverProps) {
  const id = useId();
  const isAlive = useIsAlive();
  const panel = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const [anchor, setAnchor] = useState<DOMRect | null>(null);

  useLayoutEffect(() => {
    if (!isOpen || anchor === null) return;
    // The browser shows it only after this, but before it next paints.
    const frame = requestAnimationFrame(() => place(panel.current, anchor));
    return () => cancelAnimationFrame(frame);
  }, [isOpen, anchor]);

  return (
    <>
      <button
        ref={triggerRef}
        type="button"
        tabIndex={skipsTab ? -1 : undefined}
        className={triggerClassName}
        aria-label={triggerLabel}
        title={triggerLabel ?? label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        disabled={!isAlive}
        popoverTarget={id}
        onClick={(event) => setAnchor(event.currentTarget.getBoundingClientRect())}
      >
        {trigger}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className={styles.popover}
        onToggle={(event) => event.newState === 'closed' && setIsOpen(false)}
        onBeforeToggle={(event) => event.newState === 'open' && setIsOpen(true)}
      >
        {isOpen && children(() => panel.current?.hidePopover())}
      </div>
    </>
  );
}

/** Puts a popover under what opened it, or over it where there is more room, and goes to the first thing in it. */
function place(element: HTMLElement | null, anchor: DOMRect): void {
  if (element === null) return;
  const { width } = element.getBoundingClientRect();
  const left = Math.max(MARGIN, Math.min(anchor.left, window.innerWidth - width - MARGIN));
  const below = window.innerHeight - anchor.bottom - GAP - MARGIN;
  const above = anchor.top - GAP - MARGIN;
  const isBelow = below >= Math.min(element.scrollHeight, 320) || below >= above;
  element.style.left = `${left}px`;
  element.style.maxHeight = `${isBelow ? below : above}px`;
  element.style.top = isBelow ? `${anchor.bottom + GAP}px` : 'auto';
  element.style.bottom = isBelow ? 'auto' : `${window.innerHeight - anchor.top + GAP}px`;
  element.querySelector<HTMLElement>('input, select, button, a')?.focus();
}
