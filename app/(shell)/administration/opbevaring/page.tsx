import type { Route } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { getRetention } from '#lib/services/retention.ts';
import { Disposals } from './_components/disposals.tsx';
import { DoneTable } from './_components/done-table.tsx';
import { TermsForm } from './_components/terms-form.tsx';

export async function generateMetadata() {
  const t = await getTranslations('retention');
  return { title: t('title') };
}

/** How long material is kept, what has run out, and what was disposed of by whom. */
export default async function RetentionPage() {
  const page = await getRetention(await currentContext());
  if (page === null) notFound();
  const t = await getTranslations('retention');
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        breadcrumb={<Breadcrumb steps={[{ label: t('administration'), href: '/administration' as Route }]} />}
      />
      <Disposals runOut={page.runOut} open={page.open} />
      <DoneTable disposals={page.done} />
      <TermsForm terms={page.terms} />
    </>
  );
}
