'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { TextArea } from '#components/ui/text-field.tsx';
import { formatCount } from '#lib/format/amount.ts';
import styles from './return-dialog.module.css';

interface ReturnDialogProps {
  open: boolean;
  /** What is sent back, in words. */
  accounts: readonly string[];
  /** Why the last try came to nothing. */
  failure: string | null;
  onClose: () => void;
  /** @returns whether it was answered; the reason stays to be sent again where it was not */
  onReturn: (reason: string) => Promise<boolean>;
}

/** Asks for the reason that a return must have; the preparers read it. */
export function ReturnDialog({ open, accounts, failure, onClose, onReturn }: ReturnDialogProps) {
  const t = useTranslations('approval.returning');
  const problems = useTranslations('problems');
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);

  function close() {
    setMissing(false);
    onClose();
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('title', { count: accounts.length, number: formatCount(accounts.length) })}
    >
      <form
        noValidate
        className={styles.form}
        onSubmit={async (event) => {
          event.preventDefault();
          setMissing(reason.trim() === '');
          if (reason.trim() === '') return;
          if (await onReturn(reason)) setReason('');
        }}
      >
        <p className={styles.accounts}>
          {accounts.slice(0, MOST_NAMED).join(', ')}
          {accounts.length > MOST_NAMED && ` ${t('more', { number: formatCount(accounts.length - MOST_NAMED) })}`}
        </p>
        <TextArea
          label={t('reason')}
          help={t('help')}
          required
          rows={4}
          maxLength={2000}
          error={missing ? problems('required') : null}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {failure !== null && <Notice tone="bad" live title={failure} />}
        <div className={styles.buttons}>
          <Button type="submit" kind="primary">
            {t('return')}
          </Button>
          <Button onClick={close}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

const MOST_NAMED = 5;
