import { getTranslations } from 'next-intl/server';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { isUnsubscribeToken } from '#lib/services/reminders.ts';
import styles from '../../_components/sign-in.module.css';

export async function generateMetadata() {
  const t = await getTranslations('unsubscribe');
  return { title: t('title') };
}

interface UnsubscribePageProps {
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Where a reminder's last line leads: opening the page changes nothing, since mail programs open pages too. */
export default async function UnsubscribePage({ params, searchParams }: UnsubscribePageProps) {
  const { token } = await params;
  const { besked } = await searchParams;
  const t = await getTranslations('unsubscribe');
  const isKnown = await isUnsubscribeToken(token);
  return (
    <>
      <h1>{t('title')}</h1>
      {!isKnown ? (
        <Notice tone="attention" title={t('unknown')}>
          <p>{t('unknownHelp')}</p>
        </Notice>
      ) : besked === 'afmeldt' ? (
        <Notice tone="good" title={t('done')}>
          <p>{t('doneHelp')}</p>
        </Notice>
      ) : (
        <form method="post" action={`/api/unsubscribe/${encodeURIComponent(token)}`} className={styles.form}>
          <p className={styles.lead}>{t('lead')}</p>
          <div>
            <Button type="submit" kind="primary">
              {t('submit')}
            </Button>
          </div>
        </form>
      )}
    </>
  );
}
