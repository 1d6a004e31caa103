import type { Route } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { ReportPage } from '#lib/services/get-report-page.ts';
import { reportAddress } from './addresses.ts';

const TEXTS = { 'no-balance': 'noBalance', 'other-period': 'otherPeriod', 'no-committees': 'noCommittees' } as const;

/** Why there is no report in this period, and what to do. */
export async function NoReport({ page }: { page: Exclude<ReportPage, { kind: 'reports' }> }) {
  const t = await getTranslations('report');
  const year = String(page.year);
  if (page.kind === 'none-visible') {
    return (
      <EmptyState level={1} title={t('noneVisibleTitle', { year })}>
        {t('noneVisibleText')}
      </EmptyState>
    );
  }
  const [href, text] =
    page.kind === 'other-period'
      ? ([reportAddress(page.reportPeriod), t('otherPeriodText', { year, period: page.reportPeriod })] as const)
      : (['/import' as Route, t(`${TEXTS[page.kind]}Text`, { year })] as const);
  const action =
    page.kind === 'other-period'
      ? t('otherPeriodAction', { period: page.reportPeriod })
      : t(`${TEXTS[page.kind]}Action`);
  return (
    <EmptyState
      level={1}
      title={t(`${TEXTS[page.kind]}Title`, { year })}
      action={
        <ButtonLink kind="primary" href={href}>
          {action}
        </ButtonLink>
      }
    >
      {text}
    </EmptyState>
  );
}
