import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { getPlanWorkbookPage } from '#lib/services/get-plan-workbook-page.ts';
import { reportAddress } from '../_components/addresses.ts';
import { ReportNav } from '../_components/report-nav.tsx';
import { CollectDesk } from './_components/collect-desk.tsx';
import { SendOut } from './_components/send-out.tsx';

interface Address {
  params: Promise<{ period: string }>;
  searchParams: Promise<{ udvalg?: string | string[] }>;
}

export async function generateMetadata({ searchParams }: Address) {
  const t = await getTranslations('planWorkbook');
  const { udvalg } = await searchParams;
  return { title: typeof udvalg === 'string' ? `${t('title')} ${udvalg}` : t('title') };
}

/** *Handleplaner i regneark*: a committee's action plans out to whoever is responsible, and home again. */
export default async function PlanWorkbooksPage({ params, searchParams }: Address) {
  const [{ period }, { udvalg }] = await Promise.all([params, searchParams]);
  const page = await getPlanWorkbookPage(await currentContext(), period, typeof udvalg === 'string' ? udvalg : '');
  if (!page) notFound();
  const t = await getTranslations('planWorkbook');
  const report = await getTranslations('report');
  const { committee, mayCollect, plans, recipients } = page;
  const place = { period, committee: committee.code };
  return (
    <>
      <PageHead
        breadcrumb={
          <Breadcrumb
            steps={[
              { href: reportAddress(period), label: report('titleYear', { year: String(page.period.fiscalYear) }) },
              { href: reportAddress(period, committee.code), label: committee.name },
            ]}
          />
        }
        title={t('title')}
        lead={t('lead')}
      />
      <ReportNav place={place} current="plans" />
      {mayCollect ? (
        <>
          <SendOut place={place} plans={plans} recipients={recipients} />
          <CollectDesk place={place} />
        </>
      ) : (
        <EmptyState level={2} title={t('notAllowedTitle')}>
          {t('notAllowedText')}
        </EmptyState>
      )}
    </>
  );
}
