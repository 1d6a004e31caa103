import type { Route } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ExportLinks } from '#components/data-table/export-links.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { formatCount } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import { listAccounts } from '#lib/services/list-accounts.ts';
import { AccountsTable } from './_components/accounts-table.tsx';

export async function generateMetadata() {
  const t = await getTranslations('accounts');
  return { title: t('title') };
}

/** *Konti*: all accounts of the period, with their verdicts. */
export default async function AccountsPage({ params }: { params: Promise<{ period: string }> }) {
  const { period: periodId } = await params;
  const period = parsePeriod(periodId);
  const rows = await listAccounts(await currentContext(), periodId);
  if (!period || !rows) notFound();
  const t = await getTranslations('accounts');
  if (rows.length === 0) {
    return (
      <EmptyState
        level={1}
        title={t('emptyTitle')}
        action={
          <ButtonLink kind="primary" icon="import" href={'/import' as Route}>
            {t('emptyAction')}
          </ButtonLink>
        }
      >
        {t('emptyText')}
      </EmptyState>
    );
  }
  const separately = rows.filter((row) => row.separately).length;
  const notLogged = rows.filter((row) => row.category === null && !row.separately).length;
  return (
    <>
      <PageHead
        title={t('titleCount', { number: formatCount(rows.length) })}
        lead={t('lead', {
          date: formatDate(period.balanceDate),
          notLogged,
          notLoggedText: formatCount(notLogged),
          separately,
          separatelyText: formatCount(separately),
        })}
        actions={<ExportLinks path="/api/accounts" parameters={{ period: periodId }} />}
      />
      <AccountsTable periodId={periodId} rows={rows} />
    </>
  );
}
