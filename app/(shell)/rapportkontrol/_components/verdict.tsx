import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { FileVerdict, ToldVersion } from '#lib/services/verify-report-file.ts';
import styles from './check-desk.module.css';

/** What a file is, in words, and its SHA-256 to hold beside another's. */
export function Verdict({ name, verdict }: { name: string; verdict: FileVerdict }) {
  const t = useTranslations('reportCheck');
  const { kind, sha256 } = verdict;
  const tone =
    kind === 'ours'
      ? verdict.version.newer?.isPublished
        ? 'attention'
        : 'good'
      : kind === 'altered'
        ? 'bad'
        : 'attention';
  return (
    <Notice tone={tone} title={`${name}: ${titleOf(verdict, t)}`}>
      {kind === 'ours' && (
        <>
          <p>
            {t('oursText', {
              edition: t(verdict.editions.length > 1 ? 'editions.both' : `editions.${verdict.editions[0] ?? 'open'}`),
              format: verdict.format.toUpperCase(),
            })}
          </p>
          <History version={verdict.version} />
        </>
      )}
      {kind === 'altered' && (
        <>
          <p>{t('alteredText', { number: verdict.version.number })}</p>
          <History version={verdict.version} />
        </>
      )}
      {kind === 'unknown' && <p>{t('unknownText')}</p>}
      <p className={styles.hash}>
        SHA-256 <code>{sha256}</code>
      </p>
    </Notice>
  );
}

function titleOf(verdict: FileVerdict, t: ReturnType<typeof useTranslations<'reportCheck'>>): string {
  if (verdict.kind === 'unknown') return t('unknown');
  const { number, committeeName, year } = verdict.version;
  return t(verdict.kind, { number, committee: committeeName, year: String(year) });
}

function History({ version }: { version: ToldVersion }) {
  const t = useTranslations('reportCheck');
  const { madeAt, madeByName, publishedAt, newer } = version;
  return (
    <p>
      {t('made', { at: formatDateTime(madeAt), name: madeByName })}{' '}
      {publishedAt === null ? t('notPublished') : t('published', { at: formatDateTime(publishedAt) })}{' '}
      {newer === null ? t('newest') : t(newer.isPublished ? 'superseded' : 'newer', { number: newer.number })}
    </p>
  );
}
