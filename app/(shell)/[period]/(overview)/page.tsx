import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { formatCount, formatOre } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { getOverview } from '#lib/services/get-overview.ts';
import { Categories } from './_components/categories.tsx';
import { FollowUps } from './_components/follow-ups.tsx';
import { LatestImports } from './_components/latest-imports.tsx';
import styles from './_components/overview.module.css';
import { Reports } from './_components/reports.tsx';
import { Statuses } from './_components/statuses.tsx';

export async function generateMetadata() {
  const t = await getTranslations('overview');
  return { title: t('title') };
}

/** *Overblik*: what is left, what is late, and what the reports lack. */
export default async function OverviewPage({ params }: PageProps<'/[period]'>) {
  const { period } = await params;
  const overview = await getOverview(await currentContext(), period, danishDate(new Date()));
  if (!overview) notFound();
  const t = await getTranslations('overview');
  const toLog = overview.accounts - overview.separately;
  return (
    <>
      <PageHead
        title={t('title')}
        lead={
          overview.accounts === 0
            ? t('leadEmpty', { date: formatDate(overview.period.balanceDate) })
            : t('lead', {
                date: formatDate(overview.period.balanceDate),
                accounts: formatCount(overview.accounts),
                sum: formatOre(overview.balance).replace('-', '\u2212'),
                logged: formatCount(toLog - overview.notLogged),
                toLog: formatCount(toLog),
              })
        }
      />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Categories overview={overview} />
          <Statuses overview={overview} />
          <FollowUps overview={overview} />
        </div>
        <div className={styles.column}>
          <Reports overview={overview} />
          {overview.imports !== null && <LatestImports imports={overview.imports} />}
        </div>
      </div>
    </>
  );
}
