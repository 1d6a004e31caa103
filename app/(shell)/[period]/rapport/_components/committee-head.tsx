import { useTranslations } from 'next-intl';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import type { Committee } from '#lib/domain/municipality.ts';
import { reportAddress } from './addresses.ts';
import { ReportNav, type ReportPageName } from './report-nav.tsx';

interface CommitteeHeadProps {
  period: string;
  year: number;
  committee: Committee;
  title: string;
  lead: string;
  current: ReportPageName;
}

/** The head of a page beside a committee's report: where it lies, what it is, and the way to the others. */
export function CommitteeHead({ period, year, committee, title, lead, current }: CommitteeHeadProps) {
  const t = useTranslations('report');
  const steps = [
    { href: reportAddress(period), label: t('titleYear', { year: String(year) }) },
    { href: reportAddress(period, committee.code), label: committee.name },
  ];
  return (
    <>
      <PageHead breadcrumb={<Breadcrumb steps={steps} />} title={title} lead={lead} />
      <ReportNav place={{ period, committee: committee.code }} current={current} />
    </>
  );
}
