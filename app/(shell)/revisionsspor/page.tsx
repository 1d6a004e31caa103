import type { Route } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { ExportLinks } from '#components/data-table/export-links.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { formatCount } from '#lib/format/amount.ts';
import { getTrailPage } from '#lib/services/list-trail.ts';
import styles from './_components/trail.module.css';
import { TrailEntries } from './_components/trail-entries.tsx';
import { TrailFilters } from './_components/trail-filters.tsx';

export async function generateMetadata() {
  const t = await getTranslations('trail');
  return { title: t('title') };
}

/** Everything that ever happened, narrowed by the address. Not there for those who may not see it. */
export default async function TrailPage({ searchParams }: PageProps<'/revisionsspor'>) {
  const address = toSearchParams(await searchParams);
  const page = await getTrailPage(await currentContext(), address);
  if (page === null) notFound();
  const t = await getTranslations('trail');
  const isNarrowed = Object.values(page.address).some((value) => value !== '');
  const isOlderPage = address.has('foer');
  address.delete('foer');
  const newest = `/revisionsspor?${address}` as Route;
  if (page.older !== null) address.set('foer', String(page.older));
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={page.count > 0 && <ExportLinks path="/api/trail" parameters={{}} />}
      />
      <TrailFilters key={JSON.stringify(page.address)} address={page.address} wrong={page.wrong} people={page.people} />
      <p className={styles.count} role="status">
        {t('count', { count: page.count, number: formatCount(page.count) })}
      </p>
      {page.entries.length === 0 && (
        <EmptyState
          title={t('empty')}
          action={isNarrowed && <ButtonLink href={'/revisionsspor' as Route}>{t('clear')}</ButtonLink>}
        >
          {t('emptyText')}
        </EmptyState>
      )}
      <TrailEntries entries={page.entries} />
      <div className={styles.pages}>
        {isOlderPage && <ButtonLink href={newest}>{t('newest')}</ButtonLink>}
        {page.older !== null && <ButtonLink href={`/revisionsspor?${address}` as Route}>{t('older')}</ButtonLink>}
      </div>
    </>
  );
}

function toSearchParams(values: Record<string, string | string[] | undefined>): URLSearchParams {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const one of [value ?? []].flat()) address.append(name, one);
  }
  return address;
}
