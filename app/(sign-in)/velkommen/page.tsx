import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/ui/notice.tsx';
import { getWelcome } from '#lib/services/set-password.ts';
import { WelcomeForm } from './_components/welcome-form.tsx';

export async function generateMetadata() {
  const t = await getTranslations('welcome');
  return { title: t('title') };
}

type Search = Promise<Record<string, string | string[] | undefined>>;

/** Where a one-time link leads: its person sets a password. `kode`: what the link proves. */
export default async function WelcomePage({ searchParams }: { searchParams: Search }) {
  const { kode } = await searchParams;
  const t = await getTranslations('welcome');
  const code = typeof kode === 'string' ? kode : '';
  const welcome = await getWelcome(code);
  return (
    <>
      <h1>{t('title')}</h1>
      {welcome === null ? (
        <Notice tone="attention" title={t('spent')}>
          <p>{t('spentHelp')}</p>
        </Notice>
      ) : (
        <WelcomeForm code={code} welcome={welcome} />
      )}
    </>
  );
}
