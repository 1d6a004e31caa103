'use client';

import { useTranslations } from 'next-intl';
import type { FormEvent } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { useAct } from '../../../../_components/use-act.ts';
import { publishVersionAction } from '../actions.ts';
import styles from './versions.module.css';

/** Publishes the newest version, which says from then on that it is. */
export function PublishForm({ year, committee, number }: { year: number; committee: string; number: number }) {
  const t = useTranslations('versions');
  const act = useAct();

  function publish(event: FormEvent) {
    event.preventDefault();
    act.act(() => publishVersionAction({ year, committee, number }));
  }

  return (
    <form noValidate onSubmit={publish} aria-busy={act.isBusy} className={styles.form}>
      <ErrorSummary errors={act.errors} />
      <p>{t('publishText', { number })}</p>
      <Button type="submit" kind="primary">
        {t('publish', { number })}
      </Button>
    </form>
  );
}
