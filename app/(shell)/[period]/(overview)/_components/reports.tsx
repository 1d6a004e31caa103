import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Tag } from '#components/ui/tag.tsx';
import type { Overview } from '#lib/services/get-overview.ts';
import styles from './overview.module.css';

/** Each committee's report: ready, or what it lacks. */
export function Reports({ overview: { period, reports } }: { overview: Overview }) {
  const t = useTranslations('overview.reports');
  const year = String(period.fiscalYear);
  const someLack = reports?.some(({ failing }) => failing > 0) ?? false;
  return (
    <section>
      <h2 id="rapporter">{t('title', { year })}</h2>
      {reports === null && <p className={styles.muted}>{t('otherPeriod', { year })}</p>}
      {reports?.length === 0 && <p className={styles.muted}>{t('noneVisible')}</p>}
      {reports !== null && reports.length > 0 && (
        <table className={styles.table} aria-labelledby="rapporter">
          <thead>
            <tr>
              <th scope="col">{t('committee')}</th>
              <th scope="col">{t('status')}</th>
              {someLack && <th scope="col">{t('lacks')}</th>}
            </tr>
          </thead>
          <tbody>
            {reports.map(({ code, name, status, failing }) => (
              <tr key={code} className={styles.middle}>
                <th scope="row">
                  <Link href={`/${period.id}/rapport?udvalg=${encodeURIComponent(code)}` as Route}>{name}</Link>{' '}
                  <span className={styles.muted}>{code}</span>
                </th>
                <td className={styles.nowrap}>
                  <Tag tone={status === 'klar' ? 'good' : 'attention'}>{t(status)}</Tag>
                </td>
                {someLack && <td>{failing > 0 && t('failing', { count: failing })}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
