import type { Route } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ExportLinks } from '#components/data-table/export-links.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { oneYearBefore, parsePeriod } from '#lib/domain/period.ts';
import { maySomewhere } from '#lib/domain/permissions.ts';
import { formatCount } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import { listFindings } from '#lib/services/list-findings.ts';
import { FindingsDesk } from './_components/findings-desk.tsx';

export async function generateMetadata() {
  const t = await getTranslations('findings');
  return { title: t('title') };
}

/** *Opfølgning*: all findings of the period, with what their plans lack. */
export default async function FindingsPage({ params }: { params: Promise<{ period: string }> }) {
  const { period: periodId } = await params;
  const period = parsePeriod(periodId);
  const context = await currentContext();
  const listed = await listFindings(context, periodId);
  if (!period || !listed) notFound();
  const t = await getTranslations('findings');
  if (listed.findings.length === 0) {
    return (
      <EmptyState
        level={1}
        title={t('emptyTitle')}
        action={<ButtonLink href={`/${period.id}/konti` as Route}>{t('emptyAction')}</ButtonLink>}
      >
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <>
      <PageHead
        title={t('titleCount', { number: formatCount(listed.findings.length) })}
        lead={t('lead', {
          count: listed.findings.length,
          date: formatDate(period.balanceDate),
          limit: formatDate(oneYearBefore(period.balanceDate)),
          today: formatDate(listed.today),
        })}
        actions={<ExportLinks path="/api/findings" parameters={{ period: period.id }} />}
      />
      <FindingsDesk
        periodId={period.id}
        listed={listed}
        personId={context.actor.personId}
        mayLog={maySomewhere(context.actor, 'log')}
      />
    </>
  );
}
