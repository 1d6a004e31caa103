import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { formatDate } from '#lib/format/date.ts';
import { getBundleDesk } from '#lib/services/get-bundle-desk.ts';
import { reportAddress } from '../_components/addresses.ts';
import { NoReport } from '../_components/no-report.tsx';
import { BundleDesk } from './_components/bundle-desk.tsx';

export async function generateMetadata() {
  const t = await getTranslations('bundle');
  return { title: t('title') };
}

/** All reports of the year at once. */
export default async function BundlePage({ params }: { params: Promise<{ period: string }> }) {
  const { period } = await params;
  const desk = await getBundleDesk(await currentContext(), period);
  if (!desk) notFound();
  if (desk.kind !== 'reports') return <NoReport page={desk} />;
  const [t, report] = await Promise.all([getTranslations('bundle'), getTranslations('report')]);
  const year = String(desk.year);
  return (
    <>
      <PageHead
        breadcrumb={<Breadcrumb steps={[{ href: reportAddress(period), label: report('titleYear', { year }) }]} />}
        title={t('title')}
        lead={t('lead', { period: desk.period.id, date: formatDate(desk.period.balanceDate) })}
      />
      <BundleDesk year={desk.year} period={desk.period.id} reports={desk.reports} />
    </>
  );
}
