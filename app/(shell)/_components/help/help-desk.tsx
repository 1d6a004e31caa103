'use client';

import { createContext, type ReactNode, use, useMemo, useRef, useState } from 'react';

/** What helps and is not the page itself; at most one of it is open. */
type HelpKind = 'panel' | 'keys' | 'palette';

interface HelpDesk {
  open: HelpKind | null;
  /** Opens one; null closes. What had the focus before gets it back. */
  show: (kind: HelpKind | null) => void;
  /** The step of the guided tour, from 0; null: none is under way. */
  step: number | null;
  goToStep: (step: number | null) => void;
}

const Desk = createContext<HelpDesk | null>(null);

/** Holds what of the help is open while one goes from page to page. */
export function HelpProvider({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<HelpKind | null>(null);
  const [step, setStep] = useState<number | null>(null);
  const cameFrom = useRef<Element | null>(null);
  const desk = useMemo<HelpDesk>(
    () => ({
      open,
      show: (kind) => {
        if (open === null) cameFrom.current = document.activeElement;
        setOpen(kind);
        if (kind === null && cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
      },
      step,
      goToStep: (next) => {
        if (next !== null) setOpen(null);
        setStep(next);
      },
    }),
    [open, step],
  );
  return <Desk value={desk}>{children}</Desk>;
}

export function useHelpDesk(): HelpDesk {
  const desk = use(Desk);
  if (desk === null) throw new Error('Help is opened inside the frame.');
  return desk;
}
