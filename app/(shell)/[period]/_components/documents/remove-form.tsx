'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useId, useState, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import type { Attachment } from '#lib/domain/attachment.ts';
import { removeDocument } from '../../document-actions.ts';
import styles from './documents.module.css';

interface RemoveFormProps {
  document: Attachment;
  onDone: () => void;
  onCancel: () => void;
}

/** Asks why a document is to go: what stays of it is its name and the reason. */
export function RemoveForm({ document: { id, name }, onDone, onCancel }: RemoveFormProps) {
  const t = useTranslations();
  const fieldId = useId();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  useEffect(() => document.getElementById(fieldId)?.focus(), [fieldId]);

  function submit(event: FormEvent) {
    event.preventDefault();
    startTransition(async () => {
      try {
        const result = await removeDocument({ id, reason });
        if (result.ok) return onDone();
        const [first] = result.problems;
        if (first) setError(t(`problems.${first.code}` as Parameters<typeof t>[0], first.params));
      } catch {
        setError(t('problems.document-not-removed'));
      }
    });
  }

  return (
    <form
      className={styles.remove}
      onSubmit={submit}
      noValidate
      aria-busy={pending}
      aria-label={t('documents.removeOf', { name })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.preventDefault();
        onCancel();
      }}
    >
      <TextField
        id={fieldId}
        label={t('documents.reason')}
        help={t('documents.reasonHelp')}
        required
        error={error}
        value={reason}
        maxLength={1000}
        autoComplete="off"
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={styles.buttons}>
        <Button kind="danger" type="submit">
          {t('documents.removeConfirm')}
        </Button>
        <Button onClick={onCancel}>{t('documents.removeCancel')}</Button>
      </div>
    </form>
  );
}
