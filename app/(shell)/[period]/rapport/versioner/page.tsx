import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { getVersionsPage } from '#lib/services/get-versions-page.ts';
import { reportAddress } from '../_components/addresses.ts';
import { ReportNav } from '../_components/report-nav.tsx';
import { Comparison } from './_components/comparison.tsx';
import { DamageNotice } from './_components/damage-notice.tsx';
import { NextStep } from './_components/next-step.tsx';
import { Stages } from './_components/stages.tsx';
import { VersionList } from './_components/version-list.tsx';

interface Address {
  params: Promise<{ period: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ searchParams }: Address) {
  const t = await getTranslations('versions');
  const { udvalg } = await searchParams;
  return { title: typeof udvalg === 'string' ? `${t('title')} ${udvalg}` : t('title') };
}

/** *Versioner*: how far a committee's report is, its frozen versions, and what changed between two of them. */
export default async function VersionsPage({ params, searchParams }: Address) {
  const [{ period }, { udvalg, fra, til }] = await Promise.all([params, searchParams]);
  const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null);
  const page = await getVersionsPage(await currentContext(), period, one(udvalg) ?? '', {
    from: one(fra),
    to: one(til),
  });
  if (!page) notFound();
  const t = await getTranslations('versions');
  const report = await getTranslations('report');
  const place = { period, committee: page.committee.code };
  return (
    <>
      <PageHead
        breadcrumb={
          <Breadcrumb
            steps={[
              { href: reportAddress(period), label: report('titleYear', { year: String(page.year) }) },
              { href: reportAddress(period, page.committee.code), label: page.committee.name },
            ]}
          />
        }
        title={t('title')}
        lead={t('lead')}
      />
      <ReportNav place={place} current="versions" />
      <DamageNotice page={page} />
      <Stages page={page} />
      <NextStep page={page} />
      <VersionList page={page} />
      {page.comparison && <Comparison page={page} comparison={page.comparison} />}
    </>
  );
}
