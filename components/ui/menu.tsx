'use client';

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Icon, type IconName } from './icon.tsx';
import styles from './menu.module.css';
import { moveInMenu } from './menu-keys.ts';
import { useIsAlive } from './use-is-alive.ts';

/** Something that can be chosen in a menu. */
export interface MenuEntry {
  id: string;
  label: string;
  /** What it is, where the label alone does not say; one line. */
  hint?: string | undefined;
  onChoose: () => void;
  /** Begins a new group. */
  apart?: boolean | undefined;
}

interface MenuProps {
  /** Names the button to those who hear it; `children` is what is seen. */
  label: string;
  icon?: IconName;
  entries: readonly MenuEntry[];
  /** Said on top where there is nothing to choose from yet. */
  note?: string | undefined;
  children: ReactNode;
}

/** A button with a list of acts under it. Arrows move, Enter chooses, Esc closes and gives the focus back. */
export function Menu({ label, icon, entries, note, children }: MenuProps) {
  const id = useId();
  const isAlive = useIsAlive();
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [open]);

  function close() {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  }

  function handleKey(event: KeyboardEvent) {
    if (!open) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      // Only the menu: what it stands in may close by the same key.
      event.stopPropagation();
      close();
      return;
    }
    const items = [...(root.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const focused = document.activeElement;
    const at = focused instanceof HTMLElement ? items.indexOf(focused) : -1;
    const target = moveInMenu(event.key, at, items.length);
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    items[target]?.focus();
  }

  return (
    <div ref={root} className={styles.root}>
      <button
        type="button"
        className={styles.button}
        disabled={!isAlive}
        aria-label={label}
        aria-haspopup={entries.length > 0 ? 'menu' : undefined}
        aria-expanded={open}
        aria-controls={open && entries.length > 0 ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={handleKey}
      >
        {icon && <Icon name={icon} />}
        {children}
        <Icon name="chevron" />
      </button>
      {open && (
        <div className={styles.list}>
          {note !== undefined && <p className={styles.note}>{note}</p>}
          {entries.length > 0 && (
            <div id={id} role="menu" tabIndex={-1} aria-label={label} className={styles.entries} onKeyDown={handleKey}>
              {entries.map((entry) => (
                <button
                  key={entry.id}
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  className={styles.entry}
                  data-apart={entry.apart}
                  onClick={() => {
                    close();
                    entry.onChoose();
                  }}
                >
                  <span className={styles.name}>{entry.label}</span>
                  {entry.hint !== undefined && <span className={styles.hint}>{entry.hint}</span>}
                </button>
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  );
}
