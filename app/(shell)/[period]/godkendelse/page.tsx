import type { Route } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { formatCount } from '#lib/format/amount.ts';
import { listApprovals } from '#lib/services/list-approvals.ts';
import { ApprovalDesk } from './_components/approval-desk.tsx';

export async function generateMetadata() {
  const t = await getTranslations('approval');
  return { title: t('title') };
}

/** *Godkendelse*: what waits for this person's approval, beside what it was in the period before. */
export default async function ApprovalPage({ params }: { params: Promise<{ period: string }> }) {
  const { period: periodId } = await params;
  const list = await listApprovals(await currentContext(), periodId);
  if (!list) notFound();
  const t = await getTranslations('approval');
  const { rows, own, waitingForAnother, earlier, status, period } = list;
  const lead = [
    earlier === null ? t('leadFirst') : t('lead', { earlier: earlier.id }),
    own > 0 && t('own', { count: own, number: formatCount(own) }),
    waitingForAnother > 0 && t('another', { count: waitingForAnother, number: formatCount(waitingForAnother) }),
  ];
  return (
    <>
      <PageHead
        title={rows.length === 0 ? t('title') : t('titleCount', { number: formatCount(rows.length) })}
        lead={lead.filter(Boolean).join(' ')}
      />
      {status === 'locked' && (
        <Notice tone="attention" title={t('locked.title')}>
          <p>{t('locked.text')}</p>
        </Notice>
      )}
      <ApprovalDesk
        key={period.id}
        periodId={period.id}
        earlierId={earlier?.id ?? null}
        rows={rows}
        isLocked={status === 'locked'}
        empty={
          <EmptyState
            title={t('emptyTitle')}
            action={
              <ButtonLink href={`/${period.id}/konti?status=til-godkendelse` as Route}>{t('emptyAction')}</ButtonLink>
            }
          >
            {t('emptyText')}
          </EmptyState>
        }
      />
    </>
  );
}
