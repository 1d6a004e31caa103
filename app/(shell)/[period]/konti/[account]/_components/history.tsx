import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { FieldChange } from '#lib/services/describe-change.ts';
import type { HistoryEntry } from '#lib/services/describe-history.ts';
import { ShownValue } from '../../../../_components/shown-value.tsx';
import styles from './history.module.css';

/** What happened to the account in this period, newest first: who, when, what it was and became. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = useTranslations('account.history');
  return (
    <section className={styles.history} aria-labelledby="historik">
      <h2 id="historik">{t('title')}</h2>
      {entries.length === 0 && <p className={styles.muted}>{t('empty')}</p>}
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <li key={entry.id} className={styles.entry}>
            <p className={styles.head}>
              <time dateTime={entry.at}>{formatDateTime(entry.at)}</time>
              <span>{entry.personName}</span>
              <strong>{t(`what.${entry.subject}.${entry.sort}`)}</strong>
              {entry.importId !== null && (
                <Link href={`/import/${entry.importId}` as Route}>{t('import', { id: entry.importId })}</Link>
              )}
            </p>
            <dl className={styles.fields}>
              {entry.fields.map((field) => (
                <Field key={`${field.committee}:${field.field}`} field={field} sort={entry.sort} />
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Field({ field, sort }: { field: FieldChange; sort: HistoryEntry['sort'] }) {
  const t = useTranslations();
  const word = t(`import.change.fields.${field.field}` as Parameters<typeof t>[0]);
  return (
    <div className={styles.field}>
      <dt>
        {field.committee === null ? word : t('import.change.fieldOf', { committee: field.committee, field: word })}
      </dt>
      <dd className={styles.change}>
        {sort !== 'added' && (
          <div className={styles.before}>
            <ShownValue value={field.before} />
          </div>
        )}
        {sort === 'changed' && (
          <span role="img" aria-label={t('account.history.became')} className={styles.before}>
            →
          </span>
        )}
        {sort !== 'removed' && (
          <div>
            <ShownValue value={field.after} />
          </div>
        )}
      </dd>
    </div>
  );
}
