'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import styles from './line-form.module.css';

interface RemoveConfirmProps {
  /** An imported line also stays away from the next import of the same file. */
  imported: boolean;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before a line goes: it takes the focus, which the button that it replaces has lost. */
export function RemoveConfirm({ imported, onConfirm, onCancel }: RemoveConfirmProps) {
  const t = useTranslations('registers');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={box} className={styles.confirm} role="alert">
      <Notice tone="attention" title={t('removeTitle')}>
        <p>{t(imported ? 'removeImported' : 'removeAdded')}</p>
        <div className={styles.buttons}>
          <Button kind="danger" onClick={onConfirm}>
            {t('removeConfirm')}
          </Button>
          <Button onClick={onCancel}>{t('removeCancel')}</Button>
        </div>
      </Notice>
    </div>
  );
}
