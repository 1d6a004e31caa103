'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { ErrorSummary, type SummaryError } from '#components/ui/error-summary.tsx';
import styles from './bulk.module.css';

interface BulkDialogProps {
  title: string;
  /** What the button says. */
  doIt: string;
  errors: readonly SummaryError[];
  onClose: () => void;
  onSubmit: () => void;
  children: ReactNode;
}

/** What is to be known before an act on many is done. Mounted when it opens: each time it begins anew. */
export function BulkDialog({ title, doIt, errors, onClose, onSubmit, children }: BulkDialogProps) {
  const t = useTranslations('bulk');
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {errors.length > 0 && <ErrorSummary errors={errors} />}
        {children}
        <div className={styles.buttons}>
          <Button type="submit" kind="primary">
            {doIt}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A choice that is yes or no. */
export function Tick({
  label,
  checked,
  onChange,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
