import { getTranslations } from 'next-intl/server';
import { PageHead } from '#components/ui/page-head.tsx';

export async function generateMetadata() {
  const t = await getTranslations('overview');
  return { title: t('title') };
}

export default async function OverviewPage() {
  const t = await getTranslations('overview');
  return <PageHead title={t('title')} />;
}
