'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { TextArea } from '#components/ui/text-field.tsx';
import { useAct } from '../../../_components/use-act.ts';
import { undoImportAction } from '../actions.ts';
import styles from './undo.module.css';

/** Takes the import back, for a reason. */
export function UndoForm({ importId }: { importId: number }) {
  const t = useTranslations('import.undo');
  const id = useId();
  const act = useAct({ reason: id });
  const [reason, setReason] = useState('');
  function send(event: FormEvent) {
    event.preventDefault();
    act.act(() => undoImportAction({ importId, reason }));
  }
  return (
    <form noValidate onSubmit={send} aria-busy={act.isBusy} className={styles.form}>
      <ErrorSummary errors={act.errors} />
      <TextArea label={t('reason')} help={t('reasonHelp')} required {...act.fieldOf('reason', reason, setReason)} />
      <div>
        <Button type="submit">{t('submit')}</Button>
      </div>
    </form>
  );
}
