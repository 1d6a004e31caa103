import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { getPlanWorkbookPage } from '#lib/services/get-plan-workbook-page.ts';
import { type CommitteeAddress, saidOnce, titleOfCommittee } from '../_components/committee-address.ts';
import { CommitteeHead } from '../_components/committee-head.tsx';
import { CollectDesk } from './_components/collect-desk.tsx';
import { SendOut } from './_components/send-out.tsx';

export async function generateMetadata(address: CommitteeAddress) {
  const t = await getTranslations('planWorkbook');
  return titleOfCommittee(t('title'), address);
}

/** *Handleplaner i regneark*: a committee's action plans out to whoever is responsible, and home again. */
export default async function PlanWorkbooksPage({ params, searchParams }: CommitteeAddress) {
  const [{ period }, { udvalg }] = await Promise.all([params, searchParams]);
  const page = await getPlanWorkbookPage(await currentContext(), period, saidOnce(udvalg) ?? '');
  if (!page) notFound();
  const t = await getTranslations('planWorkbook');
  const { committee, mayCollect, plans, recipients } = page;
  const place = { period, committee: committee.code };
  return (
    <>
      <CommitteeHead
        period={period}
        year={page.period.fiscalYear}
        committee={committee}
        title={t('title')}
        lead={t('lead')}
        current="plans"
      />
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
