import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { Overview } from '#lib/services/get-overview.ts';
import styles from './overview.module.css';

/** The last imports of the municipality, whatever their period. */
export function LatestImports({ imports }: { imports: NonNullable<Overview['imports']> }) {
  const t = useTranslations('overview.imports');
  return (
    <section>
      <h2>{t('title')}</h2>
      {imports.length === 0 ? (
        <p className={styles.muted}>{t('empty')}</p>
      ) : (
        <ul className={styles.imports}>
          {imports.map(({ id, at, personName, periodId, files }) => (
            <li key={id}>
              <Link href={`/import/${id}` as Route}>{t('import', { id, time: formatDateTime(at) })}</Link>{' '}
              <span className={styles.muted}>
                {t('what', { files: files.length, period: periodId, person: personName })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link href={'/import' as Route}>{t('more')}</Link>
      </p>
    </section>
  );
}
