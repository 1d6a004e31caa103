import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { classNames } from '#components/ui/class-names.ts';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { formatCount, formatOre } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { getOverview } from '#lib/services/get-overview.ts';
import { Categories } from './_components/categories.tsx';
import { YearComparison } from './_components/comparison.tsx';
import { Deadlines } from './_components/deadlines.tsx';
import { FollowUps } from './_components/follow-ups.tsx';
import { Lacks } from './_components/lacks.tsx';
import { LatestImports } from './_components/latest-imports.tsx';
import styles from './_components/overview.module.css';
import { ProgressTable } from './_components/progress.tsx';

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
        <div className={styles.wide}>
          <Lacks overview={overview} />
        </div>
        <Deadlines overview={overview} />
        <FollowUps overview={overview} />
        <div className={styles.wide}>
          <ProgressTable overview={overview} />
        </div>
        <Categories overview={overview} />
        {overview.imports !== null && <LatestImports imports={overview.imports} />}
        {overview.comparison !== null && (
          <div className={classNames(styles.wide, styles.narrower)}>
            <YearComparison periodId={overview.period.id} comparison={overview.comparison} />
          </div>
        )}
      </div>
    </>
  );
}
