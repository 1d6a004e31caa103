import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { ImportDesk } from '#lib/services/get-import-desk.ts';
import styles from './import.module.css';

const COUNTS = ['added', 'changed', 'removed'] as const;

/** Imports, newest first: who, when, what. */
export function HistoryTable({ imports, labelledBy }: { imports: ImportDesk['recent']; labelledBy: string }) {
  const t = useTranslations('import');
  return (
    <ScrollBox label={t('history.title')}>
      <table className={styles.table} aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">{t('history.import')}</th>
            <th scope="col">{t('history.person')}</th>
            <th scope="col">{t('period')}</th>
            <th scope="col">{t('history.files')}</th>
            {COUNTS.map((count) => (
              <th key={count} scope="col" className={styles.number}>
                {t(`preview.${count}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {imports.map(({ id, at, personName, periodId, undoneAt, files }) => (
            <tr key={id}>
              <th scope="row" className={styles.nowrap}>
                <Link href={`/import/${id}` as Route}>{t('history.link', { id, time: formatDateTime(at) })}</Link>
                {undoneAt !== null && <Tag tone="attention">{t('history.undone')}</Tag>}
              </th>
              <td className={styles.nowrap}>{personName}</td>
              <td className={styles.nowrap}>{periodId}</td>
              <td>{files.map(({ kind }) => t(`kind.${kind}` as Parameters<typeof t>[0])).join(', ')}</td>
              {COUNTS.map((count) => {
                const sum = files.reduce((total, file) => total + file[count], 0);
                return (
                  <td key={count} className={styles.number} data-zero={sum === 0}>
                    {formatCount(sum)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
