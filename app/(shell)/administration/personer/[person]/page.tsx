import type { Route } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { getPerson } from '#lib/services/get-person.ts';
import styles from '../../../_components/person.module.css';
import { Substitutes } from '../../../_components/substitutes.tsx';
import { PersonActs } from './_components/person-acts.tsx';
import { Roles } from './_components/roles.tsx';

export async function generateMetadata() {
  const t = await getTranslations('people');
  return { title: t('title') };
}

/** One person: what they may do and when, who stands in for them, and their way in. */
export default async function PersonPage({ params }: { params: Promise<{ person: string }> }) {
  const { person: id } = await params;
  const page = await getPerson(await currentContext(), decodeURIComponent(id));
  if (page === null) notFound();
  const t = await getTranslations('people');
  const { person, hasPassword, roles, absences, sessions, units, others, isOwn } = page;
  const steps = [
    { label: t('administration'), href: '/administration' as Route },
    { label: t('title'), href: '/administration/personer' as Route },
  ];
  return (
    <>
      <PageHead title={person.name} lead={person.email} breadcrumb={<Breadcrumb steps={steps} />} />
      <dl className={styles.facts}>
        <dt>{t('state')}</dt>
        <dd>
          <Tag tone={person.disabledAt === null ? 'good' : 'bad'}>
            {t(person.disabledAt === null ? 'enabled' : 'disabled')}
          </Tag>
        </dd>
        <dt>{t('way')}</dt>
        <dd>{t(hasPassword ? 'wayPassword' : 'wayNone')}</dd>
        <dt>{t('factor')}</dt>
        <dd>{t(person.hasSecondFactor ? 'factorOn' : 'factorOff')}</dd>
        <dt>{t('sessions')}</dt>
        <dd>{sessions}</dd>
      </dl>
      <Roles personId={person.id} roles={roles} units={units} isOwn={isOwn} />
      <Substitutes absentId={person.id} absences={absences} others={others} />
      <PersonActs personId={person.id} isDisabled={person.disabledAt !== null} sessions={sessions} isOwn={isOwn} />
    </>
  );
}
