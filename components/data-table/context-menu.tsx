'use client';

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { moveInMenu } from '#components/ui/menu-keys.ts';
import styles from './cells.module.css';

/** An act of a menu. */
export interface MenuAct {
  id: string;
  label: string;
  /** As they stand beside the act: `Ctrl+C`; '' where it has none. */
  keys: string;
  /** Cannot be done now. */
  disabled?: boolean;
  /** Begins a new part of the menu. */
  apart?: boolean;
  act: () => void;
}

interface ContextMenuProps {
  label: string;
  acts: readonly MenuAct[];
  /** In px of the window. */
  at: { x: number; y: number };
  /** `refocus`: the menu was left by keys or an act, and the focus goes back to where it was. */
  onClose: (refocus: boolean) => void;
}

/** The acts that fit where one is, at the pointer or the cell: arrows, Home and End move, Enter does, Esc closes. */
export function ContextMenu({ label, acts, at, onClose }: ContextMenuProps) {
  const menu = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    const { offsetWidth, offsetHeight } = element;
    element.style.left = `${Math.max(4, Math.min(at.x, window.innerWidth - offsetWidth - 4))}px`;
    element.style.top = `${Math.max(4, Math.min(at.y, window.innerHeight - offsetHeight - 4))}px`;
    element.querySelector('button')?.focus();
  }, [at]);

  useEffect(() => {
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && menu.current?.contains(event.target)) return;
      onClose(false);
    };
    document.addEventListener('pointerdown', closeOutside, true);
    window.addEventListener('blur', closeOutside);
    window.addEventListener('resize', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside, true);
      window.removeEventListener('blur', closeOutside);
      window.removeEventListener('resize', closeOutside);
    };
  }, [onClose]);

  function handleKey(event: KeyboardEvent<HTMLDivElement>) {
    event.stopPropagation();
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const target = moveInMenu(event.key, at, buttons.length);
    if (target !== null) buttons[target]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') onClose(true);
    else if (event.key !== 'Enter' && event.key !== ' ') {
      const letter = event.key.toLocaleLowerCase('da');
      const next = [...buttons.slice(at + 1), ...buttons].find((button) =>
        button.textContent?.toLocaleLowerCase('da').startsWith(letter),
      );
      if (event.key.length !== 1 || !next) return;
      next.focus();
    } else return;
    event.preventDefault();
  }

  return createPortal(
    <div
      ref={menu}
      role="menu"
      tabIndex={-1}
      aria-label={label}
      className={styles.menu}
      onKeyDown={handleKey}
      onContextMenu={(event) => event.preventDefault()}
    >
      {acts.map(({ id, label: name, keys, disabled, apart, act }) => (
        <button
          key={id}
          type="button"
          role="menuitem"
          tabIndex={-1}
          aria-disabled={disabled}
          aria-keyshortcuts={keys === '' ? undefined : keys.replace('Ctrl', 'Control')}
          className={styles.menuItem}
          data-apart={apart}
          onClick={() => {
            if (disabled) return;
            onClose(true);
            act();
          }}
        >
          <span>{name}</span>
          {keys !== '' && <kbd>{keys}</kbd>}
        </button>
      ))}
    </div>,
    document.body,
  );
}
