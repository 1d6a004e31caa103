import { getTranslations } from 'next-intl/server';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { CheckDesk } from './_components/check-desk.tsx';

export async function generateMetadata() {
  const t = await getTranslations('reportCheck');
  return { title: t('title') };
}

/** *Rapportkontrol*: whether a file in hand is a version of a report of ours, and which. */
export default async function ReportCheckPage() {
  await currentContext();
  const t = await getTranslations('reportCheck');
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <CheckDesk />
    </>
  );
}
