import type { Route } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { getShell } from '#lib/services/get-shell.ts';
import { listKinds } from '#lib/services/get-template.ts';
import { PERIOD_COOKIE } from '../preferences.ts';
import styles from './_components/first-page.module.css';
import { firstPeriod } from './_components/first-period.ts';

/** The front page: the overview of the period that one worked in or, before the first, what this is and where to begin. */
export default async function FrontPage() {
  const { periods, demo } = await getShell(await currentContext());
  const first = firstPeriod(periods, (await cookies()).get(PERIOD_COOKIE)?.value);
  if (first !== null) redirect(`/${first}` as Route);
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
