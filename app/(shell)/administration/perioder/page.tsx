import type { Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { formatCount } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import { getPeriods, type ManagedPeriod } from '#lib/services/get-periods.ts';
import { MissingList } from './_components/missing-list.tsx';
import { PeriodActions } from './_components/period-actions.tsx';
import styles from './_components/periods.module.css';

const TONES = { open: 'neutral', closed: 'attention', locked: 'good' } as const;

export async function generateMetadata() {
  const t = await getTranslations('periods');
  return { title: t('title') };
}

/** *Perioder*: which are open, closed and locked, since when and by whom, and what is missing in them. */
export default async function PeriodsPage() {
  const periods = await getPeriods(await currentContext());
  if (periods === null) notFound();
  const t = await getTranslations('periods');
  if (periods.length === 0) {
    return (
      <EmptyState
        level={1}
        title={t('emptyTitle')}
        action={<ButtonLink href={'/import' as Route}>{t('emptyAction')}</ButtonLink>}
      >
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        breadcrumb={<Breadcrumb steps={[{ label: t('administration'), href: '/administration' as Route }]} />}
      />
      <PlainTable
        label={t('title')}
        className={styles.table}
        columns={[t('period'), t('status'), t('latest'), t('missingTitle'), t('actions')]}
      >
        {periods.map((period) => (
          <PeriodLine key={period.id} period={period} />
        ))}
      </PlainTable>
    </>
  );
}

async function PeriodLine({ period }: { period: ManagedPeriod }) {
  const t = await getTranslations('periods');
  const { id, status, balanceDate, openedFrom, hasBalance, work, missing, acts } = period;
  const all = Object.values(work).reduce((sum, count) => sum + count, 0);
  const [latest] = acts;
  return (
    <tr>
      <th scope="row">
        <Link href={`/${id}` as Route}>{id}</Link>
        <span className={styles.muted}>{t('balanceDate', { date: formatDate(balanceDate) })}</span>
        {openedFrom !== null && <span className={styles.muted}>{t('openedFrom', { period: openedFrom })}</span>}
        {!hasBalance && <span className={styles.muted}>{t('withoutBalance')}</span>}
      </th>
      <td>
        <Tag tone={TONES[status]}>{t(`statuses.${status}`)}</Tag>
        <span className={styles.muted}>
          {t('approved', { approved: formatCount(work.approved), all: formatCount(all) })}
        </span>
      </td>
      <td>
        {latest === undefined ? (
          <span className={styles.muted}>{t('noActs')}</span>
        ) : (
          <details className={styles.acts}>
            <summary>
              {t(`acts.${latest.action}`)} <time dateTime={latest.at}>{formatDateTime(latest.at)}</time>
            </summary>
            <ol>
              {acts.map((act) => (
                <li key={act.at}>
                  {t(`acts.${act.action}`)} <time dateTime={act.at}>{formatDateTime(act.at)}</time> · {act.personName}
                  {act.reason !== '' && <q>{act.reason}</q>}
                </li>
              ))}
            </ol>
          </details>
        )}
      </td>
      <td>
        {missing === null ? <span className={styles.muted}>–</span> : <MissingList periodId={id} missing={missing} />}
      </td>
      <td>
        <PeriodActions periodId={id} status={status} missing={missing} next={period.next} />
      </td>
    </tr>
  );
}
