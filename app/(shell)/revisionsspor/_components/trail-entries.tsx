import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { formatDateTime } from '#lib/format/date-time.ts';
import { sortOfAction } from '#lib/services/describe-change.ts';
import type { TrailEntry } from '#lib/services/list-trail.ts';
import { accountAddress } from '../../_components/account-address.ts';
import { ChangeFields } from '../../_components/change-fields.tsx';
import { Doer } from '../../_components/doer.tsx';
import styles from './trail.module.css';

/** Events in words, newest first. */
export function TrailEntries({ entries }: { entries: readonly TrailEntry[] }) {
  const t = useTranslations('trail');
  if (entries.length === 0) return null;
  return (
    <ol className={styles.entries} aria-label={t('list')}>
      {entries.map((entry) => (
        <li key={entry.id} id={`h${entry.id}`} className={styles.entry}>
          <div className={styles.when}>
            <time dateTime={entry.at}>{formatDateTime(entry.at)}</time>
            <span className={styles.muted}>{t('number', { id: entry.id })}</span>
          </div>
          <div className={styles.told}>
            <p className={styles.head}>
              <strong>
                {t('what', { subject: t(`subjects.${entry.subject}`), action: t(`actions.${entry.action}`) })}
              </strong>
              <Thing entry={entry} />
              {entry.importId !== null && (
                <Link href={`/import/${entry.importId}` as Route}>{t('import', { id: entry.importId })}</Link>
              )}
            </p>
            <p className={styles.muted}>
              <Doer event={entry} /> · <Whence origin={entry.origin} />
            </p>
            {entry.reason !== '' && <p>{t('reason', { reason: entry.reason })}</p>}
            {entry.disposed && <p className={styles.muted}>{t('disposed')}</p>}
            <ChangeFields fields={entry.fields} sort={sortOf(entry)} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What came, and what was merely read, has no before. */
function sortOf({ action, fields }: TrailEntry): 'added' | 'changed' | 'removed' {
  const sort = sortOfAction(action) ?? 'changed';
  if (sort !== 'changed') return sort;
  if (fields.every(({ before }) => before === null)) return 'added';
  return fields.every(({ after }) => after === null) ? 'removed' : 'changed';
}

const OF_ACCOUNT: ReadonlySet<string> = new Set(['account', 'responsibility', 'reconciliation']);

/** The thing itself; an account's number leads to the account in that period. */
function Thing({ entry: { subject, subjectId, periodId } }: { entry: TrailEntry }) {
  const text = [subjectId, periodId].filter(Boolean).join(' · ');
  if (periodId === null || !OF_ACCOUNT.has(subject)) return <span className={styles.id}>{text}</span>;
  return (
    <Link href={accountAddress(periodId, subjectId)} className={styles.id}>
      {text}
    </Link>
  );
}

function Whence({ origin }: { origin: string }) {
  const t = useTranslations('trail.origin');
  const [channel = '', address = ''] = origin.split(' ');
  if (channel === 'screen') return t('screen', { address });
  return channel === 'command-line' || channel === 'loader' ? t(channel) : t('unknown', { origin });
}
