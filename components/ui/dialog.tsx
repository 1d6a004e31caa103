'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import styles from './dialog.module.css';
import { Icon } from './icon.tsx';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** As wide and high as the window: for what is looked at and not filled in. */
  wide?: boolean;
  children: ReactNode;
}

const FIELDS = ':is(input:not([type="hidden"]), select, textarea):enabled, [contenteditable="true"]';

/** What is filled in first: the first field, of choices the one that is chosen. The browser would choose the button that closes. */
function focusFirstField(body: HTMLElement | null): void {
  const first = body?.querySelector<HTMLElement>(FIELDS);
  if (!first) return;
  const isChoice = first instanceof HTMLInputElement && first.type === 'radio';
  const chosen = isChoice && body?.querySelector<HTMLElement>(`input[name="${CSS.escape(first.name)}"]:checked`);
  (chosen || first).focus();
}

/**
 * A modal dialog. It begins in its first field; the browser keeps the focus inside, closes on Esc and gives the focus
 * back where it came from.
 */
export function Dialog({ open, onClose, title, wide = false, children }: DialogProps) {
  const t = useTranslations('ui');
  const titleId = useId();
  const element = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const dialog = element.current;
    if (dialog === null || dialog.open === open) return;
    if (open) {
      dialog.showModal();
      focusFirstField(body.current);
    } else dialog.close();
  }, [open]);

  return (
    <dialog ref={element} className={styles.dialog} data-wide={wide} aria-labelledby={titleId} onClose={onClose}>
      {open && (
        <>
          <div className={styles.head}>
            <h2 id={titleId}>{title}</h2>
            <button type="button" className={styles.close} onClick={onClose} aria-label={t('closeDialog')}>
              <Icon name="close" />
            </button>
          </div>
          <div ref={body} className={styles.body}>
            {children}
          </div>
        </>
      )}
    </dialog>
  );
}
