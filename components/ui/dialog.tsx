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

/** A modal dialog. The browser keeps the focus inside, closes on Esc and gives the focus back where it came from. */
export function Dialog({ open, onClose, title, wide = false, children }: DialogProps) {
  const t = useTranslations('ui');
  const titleId = useId();
  const element = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const dialog = element.current;
    if (dialog === null || dialog.open === open) return;
    if (open) dialog.showModal();
    else dialog.close();
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
          <div className={styles.body}>{children}</div>
        </>
      )}
    </dialog>
  );
}
