import type { Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { listPeople } from '#lib/services/list-people.ts';
import { RoleWords } from '../../../role-words.tsx';
import styles from '../../_components/person.module.css';
import { AddPerson } from './_components/add-person.tsx';

export async function generateMetadata() {
  const t = await getTranslations('people');
  return { title: t('title') };
}

/** Everybody who can sign in, and those who no longer can. */
export default async function PeoplePage() {
  const page = await listPeople(await currentContext());
  if (page === null) notFound();
  const t = await getTranslations('people');
  const { people, units } = page;
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead', { count: people.length })}
        breadcrumb={<Breadcrumb steps={[{ label: t('administration'), href: '/administration' as Route }]} />}
      />
      <AddPerson units={units} />
      <PlainTable
        label={t('title')}
        className={styles.table}
        columns={[t('name'), t('email'), t('roles'), t('factor'), t('state')]}
      >
        {people.map((person) => (
          <tr key={person.id} className={person.disabledAt === null ? undefined : styles.disabled}>
            <th scope="row">
              <Link href={`/administration/personer/${encodeURIComponent(person.id)}` as Route}>{person.name}</Link>
            </th>
            <td>{person.email}</td>
            <td>
              <RoleWords roles={person.roles} />
            </td>
            <td>{t(person.hasSecondFactor ? 'factorOn' : 'factorOff')}</td>
            <td>{person.disabledAt !== null && <Tag tone="bad">{t('disabled')}</Tag>}</td>
          </tr>
        ))}
      </PlainTable>
    </>
  );
}
