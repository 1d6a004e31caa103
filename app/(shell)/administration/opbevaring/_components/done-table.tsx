import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import { formatDate } from '#lib/format/date.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { RetentionPage } from '#lib/services/retention.ts';
import styles from './retention.module.css';
import { useExtent } from './use-extent.ts';

/** What was disposed of: when, and by which two. The number leads to its events, which list each thing. */
export function DoneTable({ disposals }: { disposals: RetentionPage['done'] }) {
  const t = useTranslations('retention');
  const extent = useExtent();
  return (
    <section className={styles.section} aria-labelledby="bortskaffet">
      <h2 id="bortskaffet">{t('done')}</h2>
      <p className={styles.muted}>{t(disposals.length === 0 ? 'doneEmpty' : 'doneHelp')}</p>
      {disposals.length > 0 && (
        <ScrollBox label={t('done')}>
          <table className={styles.table} aria-labelledby="bortskaffet">
            <thead>
              <tr>
                <th scope="col">{t('number')}</th>
                <th scope="col">{t('doneAt')}</th>
                <th scope="col">{t('kind')}</th>
                <th scope="col">{t('before')}</th>
                <th scope="col">{t('extent')}</th>
                <th scope="col">{t('requestedBy')}</th>
                <th scope="col">{t('approvedBy')}</th>
              </tr>
            </thead>
            <tbody>
              {disposals.map(({ id, doneAt, material, before, list, requestedByName, approvedByName }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link href={`/revisionsspor?slags=disposal&id=${id}` as Route}>{id}</Link>
                  </th>
                  <td>{doneAt && formatDateTime(doneAt)}</td>
                  <td>{t(`material.${material}`)}</td>
                  <td>{formatDate(before)}</td>
                  <td>{extent(list.counts)}</td>
                  <td>{requestedByName}</td>
                  <td>{approvedByName}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}
