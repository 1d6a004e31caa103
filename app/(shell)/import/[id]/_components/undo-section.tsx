import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { ImportDetail } from '#lib/services/get-import.ts';
import type { Standing } from '#lib/services/import-standing.ts';
import { accountAddress } from '../../../_components/account-address.ts';
import styles from './undo.module.css';
import { UndoForm } from './undo-form.tsx';

/** Whether the import can be taken back, what stands on it otherwise, and by whom it was. */
export function UndoSection({ record, standing }: Pick<ImportDetail, 'record' | 'standing'>) {
  const t = useTranslations('import.undo');
  if (record.undoneAt !== null) {
    const { undoneAt, undoneByName, undoneReason } = record;
    return (
      <Notice tone="attention" title={t('doneTitle')}>
        <p>{t('done', { person: undoneByName ?? '', time: formatDateTime(undoneAt), reason: undoneReason ?? '' })}</p>
      </Notice>
    );
  }
  if (standing === null) return null;
  return (
    <section>
      <h2>{t('title')}</h2>
      {standing.length === 0 ? (
        <>
          <p>{t('text')}</p>
          <UndoForm importId={record.id} />
        </>
      ) : (
        <>
          <p>{t('stands')}</p>
          <ul className={styles.standing}>
            {standing.map((one) => (
              <li key={`${one.kind} ${'periodId' in one ? one.periodId : ''}`}>
                <StandingText periodId={record.periodId} standing={one} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function StandingText({ periodId, standing }: { periodId: string; standing: Standing }) {
  const t = useTranslations('import.undo.kinds');
  switch (standing.kind) {
    case 'period-closed':
    case 'carried':
      return t.rich(standing.kind, {
        period: standing.periodId,
        link: (chunks) => <Link href={`/${standing.periodId}` as Route}>{chunks}</Link>,
      });
    case 'year-closed':
      return t('year-closed', { year: String(standing.fiscalYear) });
    case 'accounts':
    case 'noted':
      return (
        <>
          {t(standing.kind, { count: standing.count, number: formatCount(standing.count) })}
          <span className={styles.accounts}>
            {standing.accounts.map((account) => (
              <Link key={account} href={accountAddress(periodId, account)}>
                {account}
              </Link>
            ))}
            {standing.count > standing.accounts.length && (
              <span>{t('more', { number: formatCount(standing.count - standing.accounts.length) })}</span>
            )}
          </span>
        </>
      );
    case 'uses':
      return t('uses', { accounts: standing.accounts, lines: standing.registerLines, roles: standing.roles });
    case 'later-imports':
      return (
        <>
          {t('later-imports')}
          <span className={styles.accounts}>
            {standing.imports.map((id) => (
              <Link key={id} href={`/import/${id}` as Route}>
                {t('import', { id })}
              </Link>
            ))}
          </span>
        </>
      );
    default:
      return t(standing.kind);
  }
}
