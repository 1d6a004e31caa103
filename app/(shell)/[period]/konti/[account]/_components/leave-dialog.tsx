'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import styles from './leave-dialog.module.css';

interface LeaveDialogProps {
  /** Where a link would have led; null while nobody leaves. */
  destination: string | null;
  onStay: () => void;
  onLeave: (destination: string) => void;
  onSave: (destination: string) => void;
}

/** Asks before unsaved work is left. */
export function LeaveDialog({ destination, onStay, onLeave, onSave }: LeaveDialogProps) {
  const t = useTranslations('account.leave');
  return (
    <Dialog open={destination !== null} onClose={onStay} title={t('title')}>
      <p>{t('text')}</p>
      <div className={styles.buttons}>
        <Button kind="primary" onClick={() => destination && onSave(destination)}>
          {t('save')}
        </Button>
        <Button onClick={onStay}>{t('stay')}</Button>
        <Button kind="danger" onClick={() => destination && onLeave(destination)}>
          {t('leave')}
        </Button>
      </div>
    </Dialog>
  );
}
