import type { Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { type Act, EVERYWHERE, may } from '#lib/domain/permissions.ts';
import styles from './_components/administration.module.css';

export async function generateMetadata() {
  const t = await getTranslations('administration');
  return { title: t('title') };
}

/** What there is to administer, and what it takes to do so. */
const PARTS = [
  { id: 'personer', act: 'managePeople' },
  { id: 'perioder', act: 'managePeriods' },
  { id: 'struktur', act: 'manageStructure' },
  { id: 'log-ind-udbyder', act: 'managePeople' },
  { id: 'opbevaring', act: 'dispose' },
] as const satisfies readonly { id: string; act: Act }[];

/** The way to what one administers. Not there for who administers nothing. */
export default async function AdministrationPage() {
  const { actor } = await currentContext();
  const parts = PARTS.filter(({ act }) => may(actor, act, EVERYWHERE));
  if (parts.length === 0) notFound();
  const t = await getTranslations('administration');
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <ul className={styles.parts}>
        {parts.map(({ id }) => (
          <li key={id}>
            <h2>
              <Link href={`/administration/${id}` as Route}>{t(`${id}.title`)}</Link>
            </h2>
            <p>{t(`${id}.lead`)}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
