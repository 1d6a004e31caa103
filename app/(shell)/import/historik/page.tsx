import type { Route } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { listImports } from '#lib/services/list-imports.ts';
import { HistoryTable } from '../_components/history-table.tsx';

export async function generateMetadata() {
  const t = await getTranslations('import.history');
  return { title: t('title') };
}

export default async function ImportHistoryPage() {
  const t = await getTranslations('import');
  const imports = await listImports(await currentContext());
  if (imports === null) notFound();
  return (
    <>
      <PageHead
        title={t('history.title')}
        lead={t('history.lead')}
        breadcrumb={<Breadcrumb steps={[{ href: '/import' as Route, label: t('title') }]} />}
      />
      <VisuallyHidden>
        <span id="alle">{t('history.title')}</span>
      </VisuallyHidden>
      {imports.length === 0 ? (
        <EmptyState title={t('history.empty')} />
      ) : (
        <HistoryTable imports={imports} labelledBy="alle" />
      )}
    </>
  );
}
