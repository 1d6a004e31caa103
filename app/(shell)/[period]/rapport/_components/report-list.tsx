import { useTranslations } from 'next-intl';
import { IntentLink } from '#components/ui/intent-link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { SHARED } from '#lib/domain/report-text.ts';
import { formatCount } from '#lib/format/amount.ts';
import type { TextCount } from '#lib/services/count-report-texts.ts';
import type { ReportSummary } from '#lib/services/get-report-page.ts';
import { reportAddress } from './addresses.ts';
import { ReportExports } from './report-exports.tsx';
import styles from './report-list.module.css';
import { TextProgress } from './texts/text-progress.tsx';

/** How far a report is, in a word: its newest version where nothing has changed since, else how ready it is now. */
export function ReportStatus({
  status,
  failing,
  version = null,
}: Pick<ReportSummary, 'status' | 'failing'> & Partial<Pick<ReportSummary, 'version'>>) {
  const t = useTranslations('report');
  return (
    <>
      {version && !version.isChanged ? (
        <Tag tone="good">{t('newestVersion', { number: version.number, status: version.status })}</Tag>
      ) : (
        <ReadyStatus status={status} failing={failing} />
      )}
      {version?.isChanged && <span className={styles.failing}> {t('changedSince', { number: version.number })}</span>}
    </>
  );
}

function ReadyStatus({ status, failing }: Pick<ReportSummary, 'status' | 'failing'>) {
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
  /** How far the texts are: those of all committees, and of each. */
  texts: readonly TextCount[];
}

/** The reports of all committees, how far each is, and their files. */
export function ReportList({ year, period, summaries, texts }: ReportListProps) {
  const t = useTranslations('report');
  const shared = texts.find((one) => one.owner === SHARED);
  return (
    <table className={styles.list}>
      <caption className={styles.caption}>{t('allCommittees')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('committee')}</th>
          <th scope="col">{t('status')}</th>
          <th scope="col">{t('texts')}</th>
          <th scope="col">{t('files')}</th>
        </tr>
      </thead>
      <tbody>
        {shared && (
          <tr>
            <th scope="row">{t('sharedTexts')}</th>
            <td />
            <td>
              <TextProgress year={year} count={shared} />
            </td>
            <td />
          </tr>
        )}
        {summaries.map(({ code, name, status, failing, version }) => (
          <tr key={code}>
            <th scope="row">
              <IntentLink href={reportAddress(period, code)}>{`${code} ${name}`}</IntentLink>
            </th>
            <td>
              <ReportStatus status={status} failing={failing} version={version} />
            </td>
            <td>
              {texts
                .filter((one) => one.owner === code)
                .map((one) => (
                  <TextProgress key={one.owner} year={year} count={one} />
                ))}
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
