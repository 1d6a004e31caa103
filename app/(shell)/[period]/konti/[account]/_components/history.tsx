import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { HistoryEntry } from '#lib/services/describe-history.ts';
import { ChangeFields } from '../../../../_components/change-fields.tsx';
import { Doer } from '../../../../_components/doer.tsx';
import styles from './history.module.css';

/** Acts that say more than that something changed. */
const FLOW = {
  submit: true,
  approve: true,
  return: true,
  takeBack: true,
  drop: true,
  carry: true,
  settle: true,
  withdraw: true,
  move: true,
  finish: true,
  reopen: true,
};

/** Shown at once; what was before is folded. */
const MOST_SHOWN = 4;

/** What happened to the account in this period, newest first: who, when, what it was and became. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = useTranslations('account.history');
  return (
    <section className={styles.history} aria-labelledby="historik">
      <h2 id="historik">{t('title')}</h2>
      {entries.length === 0 && <p className={styles.muted}>{t('empty')}</p>}
      <ol className={styles.entries}>
        {entries.slice(0, MOST_SHOWN).map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </ol>
      {entries.length > MOST_SHOWN && (
        <details>
          <summary className={styles.more}>{t('earlier', { count: entries.length - MOST_SHOWN })}</summary>
          <ol className={styles.entries}>
            {entries.slice(MOST_SHOWN).map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const t = useTranslations('account.history');
  const trail = useTranslations('trail');
  return (
    <li className={styles.entry}>
      <p className={styles.head}>
        <time dateTime={entry.at}>{formatDateTime(entry.at)}</time>
        <Doer event={entry} />
        <strong>
          {entry.action in FLOW
            ? trail('what', {
                subject: trail(`subjects.${entry.subject}`),
                action: trail(`actions.${entry.action}`),
              })
            : t(`what.${entry.subject}.${entry.sort}`)}
        </strong>
        {entry.importId !== null && (
          <Link href={`/import/${entry.importId}` as Route}>{t('import', { id: entry.importId })}</Link>
        )}
      </p>
      {entry.reason !== '' && <p className={styles.changes}>{trail('reason', { reason: entry.reason })}</p>}
      {entry.disposed && <p className={styles.changes}>{trail('disposed')}</p>}
      <div className={styles.changes}>
        <ChangeFields fields={entry.fields} sort={entry.sort} />
      </div>
    </li>
  );
}
