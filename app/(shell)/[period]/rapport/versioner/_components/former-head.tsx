import { useTranslations } from 'next-intl';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import type { VersionsPage } from '#lib/services/get-versions-page.ts';
import { reportAddress } from '../../_components/addresses.ts';

/** The head of the versions of a committee that has left the organisation: it has no other page. */
export function FormerHead({ page: { period, year, committee } }: { page: VersionsPage }) {
  const t = useTranslations('versions');
  const report = useTranslations('report');
  const steps = [{ href: reportAddress(period), label: report('titleYear', { year: String(year) }) }];
  return (
    <>
      <PageHead breadcrumb={<Breadcrumb steps={steps} />} title={committee.name} lead={t('lead')} />
      <Notice title={t('formerTitle', { year: String(year) })}>
        <p>{t('formerText')}</p>
      </Notice>
    </>
  );
}
