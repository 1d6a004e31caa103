import type { Route } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { getSharing } from '#lib/services/get-sharing.ts';
import { KeySection } from './_components/key-section.tsx';
import { NewKey } from './_components/new-key.tsx';

export async function generateMetadata() {
  const t = await getTranslations('sharing');
  return { title: t('title') };
}

/** *Fordelingsnøgler*: by which keys accounts are shared between committees, and what each committee gets. */
export default async function SharingPage({ params }: { params: Promise<{ period: string }> }) {
  const { period } = await params;
  const sharing = await getSharing(await currentContext(), period);
  if (!sharing) notFound();
  const t = await getTranslations('sharing');
  const accounts = await getTranslations('accounts');
  const { fiscalYear, committees, keys, mayKeep } = sharing;
  const year = String(fiscalYear);
  return (
    <>
      <PageHead
        title={t('titleYear', { year })}
        lead={t('lead')}
        breadcrumb={<Breadcrumb steps={[{ label: accounts('title'), href: `/${period}/konti` as Route }]} />}
      />
      {!mayKeep && <Notice>{t('closed')}</Notice>}
      {keys.length === 0 && <p>{t('empty', { year })}</p>}
      {keys.map((key) => (
        <KeySection key={key.id} period={period} sharingKey={key} committees={committees} mayKeep={mayKeep} />
      ))}
      {mayKeep && <NewKey period={period} committees={committees} isFirst={keys.length === 0} />}
    </>
  );
}
