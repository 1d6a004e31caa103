import type { Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { getImportDesk } from '#lib/services/get-import-desk.ts';
import { HistoryTable } from './_components/history-table.tsx';
import styles from './_components/import.module.css';
import { ImportDesk } from './_components/import-desk.tsx';
import { KindsTable } from './_components/kinds-table.tsx';
import { ProfilesTable } from './_components/profiles-table.tsx';

export async function generateMetadata() {
  const t = await getTranslations('import');
  return { title: t('title') };
}

export default async function ImportPage() {
  const t = await getTranslations('import');
  const desk = await getImportDesk(await currentContext());
  if (desk === null) notFound();
  const { periodId, kinds, largestFile, largestUpload, recent, hasMore, mayImport, profiles } = desk;
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {mayImport && (
        <ImportDesk
          period={periodId}
          kinds={kinds.map(({ kind }) => kind)}
          largestFile={largestFile}
          largestUpload={largestUpload}
        />
      )}
      <section className={styles.section}>
        <h2 id="skabeloner">{t('templates.title')}</h2>
        <p className={styles.lead}>{t('templates.lead')}</p>
        <KindsTable kinds={kinds} />
      </section>
      <section className={styles.section}>
        <h2 id="profiler">{t('profiles.title')}</h2>
        <p className={styles.lead}>{t('profiles.lead')}</p>
        <ProfilesTable profiles={profiles} mayRemove={mayImport} />
      </section>
      <section className={styles.section}>
        <h2 id="historik">{t('history.title')}</h2>
        {recent.length === 0 ? (
          <p className={styles.muted}>{t('history.empty')}</p>
        ) : (
          <>
            <p className={styles.lead}>{t('history.lead')}</p>
            <HistoryTable imports={recent} labelledBy="historik" />
          </>
        )}
        {hasMore && <Link href={'/import/historik' as Route}>{t('history.all')}</Link>}
      </section>
    </>
  );
}
