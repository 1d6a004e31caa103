import type { Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import { getImport } from '#lib/services/get-import.ts';
import { ChangeGroups } from '../_components/change-groups.tsx';
import styles from '../_components/import.module.css';
import { StoredFiles } from '../_components/stored-files.tsx';
import { UndoSection } from './_components/undo-section.tsx';

type Params = PageProps<'/import/[id]'>;

function readId(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) notFound();
  return Number(text);
}

export async function generateMetadata({ params }: Params) {
  const t = await getTranslations('import.detail');
  return { title: t('title', { id: readId((await params).id) }) };
}

export default async function ImportDetailPage({ params }: Params) {
  const found = await getImport(await currentContext(), readId((await params).id));
  if (!found) notFound();
  const { record, groups, standing } = found;
  const t = await getTranslations('import');
  return (
    <>
      <PageHead
        title={t('detail.title', { id: record.id })}
        lead={t.rich('detail.lead', {
          person: record.personName,
          time: formatDateTime(record.at),
          period: record.periodId,
          link: (chunks) => <Link href={`/${record.periodId}` as Route}>{chunks}</Link>,
        })}
        breadcrumb={<Breadcrumb steps={[{ href: '/import' as Route, label: t('title') }]} />}
      />
      <section>
        <h2 id="filer" className={styles.above}>
          {t('detail.files')}
        </h2>
        {record.profile !== null && (
          <p className={styles.lead}>
            {record.profile === '' ? t('read.chosen') : t('read.profile', { profile: record.profile })}
          </p>
        )}
        <StoredFiles importId={record.id} files={record.files} labelledBy="filer" />
      </section>
      <section className={styles.section}>
        <h2>{t('detail.changes')}</h2>
        <p className={styles.lead}>{groups.length === 0 ? t('detail.noChanges') : t('detail.changesLead')}</p>
        <ChangeGroups groups={groups} />
      </section>
      <UndoSection record={record} standing={standing} />
    </>
  );
}
