'use client';

import type { Route } from 'next';
import { useParams, usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { Shell } from '#lib/services/get-shell.ts';
import { useCurrentPeriod } from './current-period.tsx';
import styles from './top-bar.module.css';

/** Shows the same page in another period. From a page outside periods it leads to that period's overview. */
export function PeriodSelect({ periods }: { periods: Shell['periods'] }) {
  const t = useTranslations('nav');
  const router = useRouter();
  const path = usePathname();
  const { period: inAddress } = useParams<{ period?: string }>();
  const current = useCurrentPeriod();

  function choose(period: string) {
    const rest = inAddress === undefined ? '' : path.slice(1 + inAddress.length);
    router.push(`/${period}${rest}${inAddress === undefined ? '' : window.location.search}` as Route);
  }

  if (periods.length === 0) return <span className={styles.labelled}>{t('noPeriod')}</span>;
  return (
    <label className={styles.labelled} data-tour="period" title={t('switchesAtOnce')}>
      {t('period')}
      <select
        className={`${styles.select} ${styles.period}`}
        value={current ?? ''}
        onChange={(event) => choose(event.target.value)}
      >
        {periods.map((period) => (
          <option key={period.id} value={period.id}>
            {period.hasBalance ? period.id : t('periodWithoutBalance', { period: period.id })}
          </option>
        ))}
      </select>
    </label>
  );
}
