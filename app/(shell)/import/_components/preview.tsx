import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Money } from '#components/ui/money.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import { formatCount, formatOre } from '#lib/format/amount.ts';
import type { FileView, ImportView } from '#lib/services/describe-import.ts';
import { accountAddress } from '../../_components/account-address.ts';
import { ChangeGroups } from './change-groups.tsx';
import styles from './import.module.css';
import { IssueTable } from './issue-table.tsx';

/** What an import would do, file by file in the order in which they depend on each other. */
export function Preview({ view }: { view: ImportView }) {
  const t = useTranslations('import.preview');
  const warnings = view.issues.filter((issue) => issue.severity === 'warning');
  const changes = view.files.reduce((sum, file) => sum + file.groups.reduce((own, group) => own + group.count, 0), 0);
  return (
    <>
      {changes === 0 && <Notice title={t('nothingTitle')}>{t('nothingText')}</Notice>}
      {view.control && (
        <Notice tone={view.control.sum === '0' ? 'good' : 'attention'} title={t('controlTitle')}>
          {t(view.control.sum === '0' ? 'controlHolds' : 'controlFails', {
            accounts: formatCount(view.control.count),
            sum: formatOre(BigInt(view.control.sum)),
          })}
        </Notice>
      )}
      {view.files.map((file) => (
        <HowRead key={file.name} file={file} />
      ))}
      <CountsTable files={view.files} />
      {view.files.map((file) => (
        <FileChanges key={file.name} file={file} periodId={view.periodId} />
      ))}
      {warnings.length > 0 && (
        <section className={styles.block}>
          <h3>{t('warnings', { count: warnings.length })}</h3>
          <p className={styles.muted}>{t('warningsText')}</p>
          <IssueTable
            issues={warnings}
            label={t('warnings', { count: warnings.length })}
            fileName={t('warningsFile')}
            saveLabel={t('saveWarnings')}
          />
        </section>
      )}
    </>
  );
}

/** By what a file was read where that is not our own headings: the profile, the columns, and what was passed over. */
function HowRead({ file: { name, kind, reading, headings } }: { file: FileView }) {
  const t = useTranslations('import');
  const reasonOf = useTranslations('mapping.preview.reason');
  if (reading === null && headings.length === 0) return null;
  const columns = headings.map(({ ours, own }) => t('read.column', { ours, own })).join(', ');
  return (
    <div className={styles.read}>
      <p>
        <strong>
          {reading === null
            ? t('read.byHeadings', { name })
            : reading.profile === ''
              ? t('read.byChoice', { name })
              : t('read.byProfile', { name, profile: reading.profile })}
        </strong>{' '}
        {columns !== '' && `${columns}.`}
      </p>
      {reading !== null && (
        <p className={styles.muted}>
          {t('read.lines', {
            lines: formatCount(reading.lines),
            taken: formatCount(reading.taken),
            accounts: formatCount(reading.accounts),
            kind: t(`kind.${kind}`),
          })}{' '}
          {reading.ignored.length > 0 &&
            t('read.passed', {
              reasons: reading.ignored
                .map(({ reason, count }) => `${reasonOf(reason)} (${formatCount(count)})`)
                .join(', '),
            })}
        </p>
      )}
    </div>
  );
}

const COUNTS = ['rows', 'added', 'changed', 'removed', 'unchanged'] as const;

/** The import at a glance: counts and sums of each file. */
function CountsTable({ files }: { files: readonly FileView[] }) {
  const t = useTranslations('import');
  return (
    <ScrollBox label={t('preview.counts')}>
      <table className={styles.table} aria-label={t('preview.counts')}>
        <thead>
          <tr>
            <th scope="col">{t('preview.file')}</th>
            {[...COUNTS, 'kept' as const].map((count) => (
              <th key={count} scope="col" className={styles.number}>
                {t(`preview.${count}`)}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              {t('preview.sumBefore')}
            </th>
            <th scope="col" className={styles.number}>
              {t('preview.sumAfter')}
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <tr key={file.name}>
              <th scope="row" className={styles.name}>
                {t(`kind.${file.kind}`)}
                <span className={styles.fileName}>{file.name}</span>
              </th>
              {COUNTS.map((count) => (
                <td key={count} className={styles.number} data-zero={file[count] === 0}>
                  {formatCount(file[count])}
                </td>
              ))}
              <td className={styles.number} data-zero={file.kept.length === 0}>
                {formatCount(file.kept.length)}
              </td>
              <td className={styles.number}>{file.sumBefore !== null && <Money amount={BigInt(file.sumBefore)} />}</td>
              <td className={styles.number}>{file.sumAfter !== null && <Money amount={BigInt(file.sumAfter)} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function FileChanges({ file, periodId }: { file: FileView; periodId: string }) {
  const t = useTranslations('import');
  if (file.groups.length === 0 && file.kept.length === 0 && file.becomeCategory1 === 0) return null;
  return (
    <section className={styles.block} aria-label={t(`kind.${file.kind}`)}>
      <h3>{t(`kind.${file.kind}`)}</h3>
      {file.becomeCategory1 > 0 && (
        <p>
          {t('preview.becomeCategory1', { count: file.becomeCategory1, number: formatCount(file.becomeCategory1) })}
        </p>
      )}
      <ChangeGroups groups={file.groups} />
      {file.kept.length > 0 && (
        <details open>
          <summary>
            {t('preview.keptTitle', { count: file.kept.length, number: formatCount(file.kept.length) })}
          </summary>
          <p className={styles.muted}>{t('preview.keptText')}</p>
          <ul className={styles.keptList}>
            {file.kept.map(({ subject, id, label }) => (
              <li key={`${subject}/${id}`}>
                {subject === 'reconciliation' && <Link href={accountAddress(periodId, id)}>{id}</Link>} {label}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
