import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Tag } from '#components/ui/tag.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { ReportSummary } from '#lib/services/get-report-page.ts';
import { reportAddress } from './addresses.ts';
import { ReportExports } from './report-exports.tsx';
import styles from './report-list.module.css';

/** Whether a report can be published, in a word, with the number of checks that fail. */
export function ReportStatus({ status, failing }: Pick<ReportSummary, 'status' | 'failing'>) {
  const t = useTranslations('report');
  return status === 'klar' ? (
    <Tag tone="good">{t('ready')}</Tag>
  ) : (
    <>
      <Tag tone="attention">{t('draft')}</Tag>{' '}
      <span className={styles.failing}>{t('failing', { count: failing, number: formatCount(failing) })}</span>
    </>
  );
}

interface ReportListProps {
  year: number;
  period: string;
  summaries: readonly ReportSummary[];
}

/** The reports of all committees, how far each is, and their files. */
export function ReportList({ year, period, summaries }: ReportListProps) {
  const t = useTranslations('report');
  return (
    <table className={styles.list}>
      <caption className={styles.caption}>{t('allCommittees')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('committee')}</th>
          <th scope="col">{t('status')}</th>
          <th scope="col">{t('files')}</th>
        </tr>
      </thead>
      <tbody>
        {summaries.map(({ code, name, status, failing }) => (
          <tr key={code}>
            <th scope="row">
              <Link href={reportAddress(period, code)}>{`${code} ${name}`}</Link>
            </th>
            <td>
              <ReportStatus status={status} failing={failing} />
            </td>
            <td>
              <ReportExports year={year} committee={code} formats={['pdf', 'xlsx']} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
