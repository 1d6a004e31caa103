'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { useAct } from '../../../../_components/use-act.ts';
import { publishVersionAction } from '../actions.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import styles from './versions.module.css';

/** Publishes the newest version, which says from then on that it is. */
export function PublishForm({ year, committee, number }: { year: number; committee: string; number: number }) {
  const t = useTranslations('versions');
  const act = useAct();
  const [isAsked, setAsked] = useState(false);

  function ask(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
  }

  function publish() {
    setAsked(false);
    act.act(() => publishVersionAction({ year, committee, number }));
  }

  return (
    <form noValidate onSubmit={ask} aria-busy={act.isBusy} className={styles.form}>
      <ErrorSummary errors={act.errors} />
      <p>{t('publishText', { number })}</p>
      <Button type="submit" kind="primary">
        {t('publish', { number })}
      </Button>
      <ConfirmDialog
        open={isAsked}
        title={t('publishTitle', { number })}
        doIt={t('publishNow')}
        onConfirm={publish}
        onClose={() => setAsked(false)}
      >
        <p>{t('publishConfirm', { number })}</p>
      </ConfirmDialog>
    </form>
  );
}
