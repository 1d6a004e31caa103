import type { Route } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { getRules } from '#lib/services/get-rules.ts';
import { RulesDesk } from './_components/rules-desk.tsx';

export async function generateMetadata() {
  const t = await getTranslations('rules');
  return { title: t('title') };
}

/** *Regler*: what logs accounts by itself, who switched it on, and what it has logged in the period. */
export default async function RulesPage({ params }: { params: Promise<{ period: string }> }) {
  const { period: periodId } = await params;
  const page = await getRules(await currentContext(), periodId);
  if (page === null) notFound();
  const t = await getTranslations();
  const accounts = { label: t('accounts.title'), href: `/${periodId}/konti` as Route };
  return (
    <>
      <PageHead title={t('rules.title')} lead={t('rules.lead')} breadcrumb={<Breadcrumb steps={[accounts]} />} />
      <RulesDesk page={page} />
    </>
  );
}
