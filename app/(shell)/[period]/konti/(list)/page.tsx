import type { Route } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { EVERYWHERE, may, maySomewhere } from '#lib/domain/permissions.ts';
import { listAccounts } from '#lib/services/list-accounts.ts';
import { listAssignees } from '#lib/services/list-assignees.ts';
import { AccountsDesk } from './_components/accounts-desk.tsx';

export async function generateMetadata() {
  const t = await getTranslations('accounts');
  return { title: t('title') };
}

/** *Konti*: all accounts of the period, with their verdicts. */
export default async function AccountsPage({ params }: { params: Promise<{ period: string }> }) {
  const { period: periodId } = await params;
  const period = parsePeriod(periodId);
  const context = await currentContext();
  const { actor } = context;
  const rows = await listAccounts(context, periodId);
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
  return (
    <AccountsDesk
      periodId={period.id}
      balanceDate={period.balanceDate}
      rows={rows}
      acts={{ log: maySomewhere(actor, 'log'), assign: maySomewhere(actor, 'assign') }}
      sharing={may(actor, 'keepSharing', EVERYWHERE)}
      person={{ id: actor.personId, initials: actor.initials }}
      assignees={await listAssignees(context, period.id)}
    />
  );
}
