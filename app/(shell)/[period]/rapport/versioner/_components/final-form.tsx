'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { TextField } from '#components/ui/text-field.tsx';
import { useAct } from '../../../../_components/use-act.ts';
import { makeFinalAction } from '../actions.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import styles from './versions.module.css';

interface FinalFormProps {
  year: number;
  committee: string;
  /** The number that the version gets. */
  next: number;
  /** The published version that it takes the place of; null: of none. */
  replaces: number | null;
}

/** Makes the report final, with the reason where it corrects a version that was published. */
export function FinalForm({ year, committee, next, replaces }: FinalFormProps) {
  const t = useTranslations('versions');
  const id = useId();
  const act = useAct({ reason: `${id}-reason` });
  const [reason, setReason] = useState('');

  const [isAsked, setAsked] = useState(false);

  function ask(event: FormEvent) {
    event.preventDefault();
    const isReasonless = replaces !== null && reason.trim() === '';
    act.setProblems(isReasonless ? [{ path: 'reason', code: 'required', params: {} }] : []);
    setAsked(!isReasonless);
  }

  function save() {
    setAsked(false);
    act.act(
      () => makeFinalAction({ year, committee, reason }),
      () => setReason(''),
    );
  }

  return (
    <form noValidate onSubmit={ask} aria-busy={act.isBusy} className={styles.form}>
      <ErrorSummary errors={act.errors} />
      <p>{replaces === null ? t('finalText', { number: next }) : t('correctionText', { number: next, replaces })}</p>
      {replaces !== null && (
        <TextField
          label={t('reason')}
          help={t('reasonHelp')}
          required
          maxLength={200}
          {...act.fieldOf('reason', reason, setReason)}
        />
      )}
      <Button type="submit" kind="primary" aria-busy={act.isBusy}>
        {act.isBusy ? t('makingFinal', { number: next }) : t('makeFinal', { number: next })}
      </Button>
      <ConfirmDialog
        open={isAsked}
        title={t('finalTitle', { number: next })}
        doIt={t('finalNow')}
        onConfirm={save}
        onClose={() => setAsked(false)}
      >
        <p>{t('finalConfirm', { number: next })}</p>
      </ConfirmDialog>
    </form>
  );
}
