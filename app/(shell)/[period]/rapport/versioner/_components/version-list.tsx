import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { formatBytes } from '#lib/format/bytes.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { VersionLine, VersionsPage } from '#lib/services/get-versions-page.ts';
import { ReportExports } from '../../_components/report-exports.tsx';
import styles from './versions.module.css';

/** The versions, newest first: who made each and when, why, and its files with their hashes. */
export function VersionList({ page: { versions, published, year, committee } }: { page: VersionsPage }) {
  const t = useTranslations('versions');
  if (versions.length === 0) return <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>;
  return (
    <section aria-labelledby="versioner">
      <h2 id="versioner" className={styles.heading}>
        {t('listTitle')}
      </h2>
      <p className={styles.quiet}>
        {t('verifyText')} <Link href={'/rapportkontrol' as Route}>{t('verifyLink')}</Link>
      </p>
      <ol className={styles.versions}>
        {versions.map((version) => (
          <li key={version.number} className={styles.version}>
            <VersionCard
              version={version}
              year={year}
              committee={committee.code}
              // A version that nobody has published takes no other's place.
              supersededBy={published !== null && published > version.number ? published : null}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface VersionCardProps {
  version: VersionLine;
  year: number;
  committee: string;
  supersededBy: number | null;
}

function VersionCard({ version, year, committee, supersededBy }: VersionCardProps) {
  const t = useTranslations('versions');
  const { number, status, published, reason, files } = version;
  const hasClosed = files.some(({ editions }) => editions[0] === 'closed');
  return (
    <article aria-labelledby={`version-${number}`}>
      <h3 id={`version-${number}`} className={styles.name}>
        {t('version', { number })}
        <Tag tone={status === 'published' ? 'good' : 'neutral'}>{t(`statuses.${status}`)}</Tag>
        {supersededBy !== null && <Tag tone="attention">{t('superseded', { number: supersededBy })}</Tag>}
      </h3>
      <p>
        {t('madeBy', { name: version.madeByName, at: formatDateTime(version.madeAt) })}
        {published && ` ${t('publishedBy', { name: published.byName, at: formatDateTime(published.at) })}`}
      </p>
      {reason !== '' && <p>{t('because', { reason })}</p>}
      <div className={styles.downloads}>
        <div>
          <p className={styles.label}>{t(hasClosed ? 'openFiles' : 'files')}</p>
          <ReportExports year={year} committee={committee} version={number} formats={['pdf', 'xlsx', 'html', 'json']} />
        </div>
        {hasClosed && (
          <div>
            <p className={styles.label}>{t('closedFiles')}</p>
            <ReportExports
              year={year}
              committee={committee}
              version={number}
              closed
              formats={['pdf', 'xlsx', 'html', 'json']}
            />
          </div>
        )}
      </div>
      <details className={styles.hashes}>
        <summary>{t('hashes')}</summary>
        <dl>
          <dt>{t('model', { program: version.program })}</dt>
          <dd>
            <code>{version.modelSha256}</code>
          </dd>
          {files.map(({ editions, format, sha256, bytes }) => (
            <div key={`${editions[0]}-${format}`}>
              <dt>
                {t('file', {
                  format: format.toUpperCase(),
                  edition: t(editions.length > 1 ? 'editions.both' : `editions.${editions[0] ?? 'open'}`),
                  bytes: formatBytes(bytes),
                })}
              </dt>
              <dd>
                <code>{sha256}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </article>
  );
}
