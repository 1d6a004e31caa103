'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { SHARED, type TextOwner } from '#lib/domain/report-text.ts';
import { useAct } from '../../../../_components/use-act.ts';
import { actOnText } from './text-calls.ts';
import styles from './text-progress.module.css';

/** Takes over last year's texts of an owner wherever nothing is written: what is written stays. */
export function TakeOver({ year, owner, count }: { year: number; owner: TextOwner; count: number }) {
  const t = useTranslations('reportTexts.progress');
  const { act, isBusy, errors } = useAct();
  return (
    <span>
      <Button
        kind="quiet"
        aria-busy={isBusy}
        onClick={() => act(() => actOnText('take-over-all', { fiscalYear: year, owner }))}
      >
        {t('takeOver', { count, year: String(year - 1) })}
        <VisuallyHidden> {owner === SHARED ? t('ofAll') : t('of', { committee: owner })}</VisuallyHidden>
      </Button>
      {errors.map(({ text }) => (
        <span key={text} role="alert" className={styles.failed}>
          {text}
        </span>
      ))}
    </span>
  );
}
