'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import styles from './versions.module.css';

interface ConfirmDialogProps {
  open: boolean;
  title: string;
  /** What the button says that does it. */
  doIt: string;
  /** What happens, in words. */
  children: ReactNode;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says what an act does that cannot be taken back, before it is done. */
export function ConfirmDialog({ open, title, doIt, children, onConfirm, onClose }: ConfirmDialogProps) {
  const t = useTranslations('versions');
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <div className={styles.form}>
        {children}
        <div className={styles.buttons}>
          <Button kind="primary" onClick={onConfirm}>
            {doIt}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
