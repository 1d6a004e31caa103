import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { getShell } from '#lib/services/get-shell.ts';
import { latestPeriod } from './_components/latest-period.ts';

/** The front page: the latest period's overview, or where to begin. */
export default async function FrontPage() {
  const { periods } = await getShell(await currentContext());
  const latest = latestPeriod(periods);
  if (latest !== null) redirect(`/${latest}` as Route);
  const t = await getTranslations('overview');
  return (
    <EmptyState
      level={1}
      title={t('noPeriodTitle')}
      action={
        <>
          <ButtonLink kind="primary" icon="import" href={'/import' as Route}>
            {t('noPeriodAction')}
          </ButtonLink>
          <ButtonLink href={'/hjaelp/kom-i-gang' as Route}>{t('readGuide')}</ButtonLink>
        </>
      }
    >
      {t('noPeriodText')}
    </EmptyState>
  );
}
