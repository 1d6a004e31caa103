import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { getShell } from '#lib/services/get-shell.ts';
import { listKinds } from '#lib/services/get-template.ts';
import styles from './_components/first-page.module.css';
import { latestPeriod } from './_components/latest-period.ts';

/** The front page: the latest period's overview or, before the first, what this is and where to begin. */
export default async function FrontPage() {
  const { periods, demo } = await getShell(await currentContext());
  const latest = latestPeriod(periods);
  if (latest !== null) redirect(`/${latest}` as Route);
  const t = await getTranslations();
  return (
    <EmptyState
      level={1}
      title={t('overview.first.title')}
      action={
        <>
          <ButtonLink kind="primary" icon="import" href={'/import' as Route}>
            {t('overview.first.action')}
          </ButtonLink>
          <ButtonLink href={'/hjaelp/kom-i-gang' as Route}>{t('overview.first.guide')}</ButtonLink>
        </>
      }
    >
      <p>{t('overview.first.text')}</p>
      {demo && <p>{t('overview.first.demo')}</p>}
      <h2 className={styles.order}>{t('overview.first.order')}</h2>
      <p>{t('overview.first.orderText')}</p>
      <ol className={styles.kinds}>
        {listKinds().map(({ kind }) => (
          <li key={kind}>
            <strong>{t(`import.kind.${kind}`)}</strong> {t(`import.holds.${kind}`)}
          </li>
        ))}
      </ol>
    </EmptyState>
  );
}
