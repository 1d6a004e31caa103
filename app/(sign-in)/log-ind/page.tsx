import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/ui/notice.tsx';
import { safeReturnPath } from '#lib/auth/return-path.ts';
import { getSignInPage } from '#lib/services/get-sign-in-page.ts';
import styles from '../_components/sign-in.module.css';
import { DemoPeople } from './_components/demo-people.tsx';
import { SignInForm } from './_components/sign-in-form.tsx';

export async function generateMetadata() {
  const t = await getTranslations('signIn');
  return { title: t('title') };
}

type Search = Promise<Record<string, string | string[] | undefined>>;

/** Where people say who they are. `til`: where they wanted to go; `besked`: what brought them here. */
export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { til, besked } = await searchParams;
  const t = await getTranslations('signIn');
  const { municipality, demoPeople, provider } = await getSignInPage();
  const target = safeReturnPath(typeof til === 'string' ? til : null);
  return (
    <>
      <h1>{t('title')}</h1>
      <p className={styles.lead}>{municipality}</p>
      {besked === 'udbyder' && (
        <Notice tone="bad" title={t('provider.refused')}>
          <p>{t('provider.refusedHelp')}</p>
        </Notice>
      )}
      {besked === 'klar' && <Notice tone="good">{t('passwordSet')}</Notice>}
      <div className={styles.ways}>
        <div>
          <SignInForm target={target} />
          {provider !== null && (
            <p className={styles.provider}>
              <a href={`/api/auth/oidc/start?til=${encodeURIComponent(target)}`}>{t('provider.with', { provider })}</a>
            </p>
          )}
        </div>
        {demoPeople.length > 0 && <DemoPeople people={demoPeople} target={target} />}
      </div>
    </>
  );
}
