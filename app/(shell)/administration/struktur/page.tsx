import type { Route } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { PageHead } from '#components/ui/page-head.tsx';
import plain from '#components/ui/plain-table.module.css';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import type { Organisation } from '#lib/domain/municipality.ts';
import { getStructure, type Structure } from '#lib/services/get-structure.ts';
import styles from './_components/structure.module.css';
import { SuccessionForm } from './_components/succession-form.tsx';

export async function generateMetadata() {
  const t = await getTranslations('structure');
  return { title: t('title') };
}

interface StructurePageProps {
  searchParams: Promise<{ aar?: string | string[] }>;
}

/** *Struktur*: units and functions year by year, and what became of those that changed. */
export default async function StructurePage({ searchParams }: StructurePageProps) {
  const { aar } = await searchParams;
  const asked = aar === undefined ? null : Number(aar);
  const structure = await getStructure(await currentContext(), asked);
  if (structure === null) notFound();
  const t = await getTranslations('structure');
  const { year, years, ownUnits } = structure;
  const addressOf = (one: number) => `/administration/struktur?aar=${one}` as Route;
  return (
    <>
      <PageHead
        title={t('titleYear', { year: String(year) })}
        lead={t(ownUnits ? 'lead' : 'leadInherited', { year: String(year) })}
        breadcrumb={<Breadcrumb steps={[{ label: t('administration'), href: '/administration' as Route }]} />}
      />
      {years.length > 1 && (
        <Tabs
          label={t('years')}
          tabs={years.map((one) => ({ href: addressOf(one), label: String(one) }))}
          current={addressOf(year)}
        />
      )}
      <Changes structure={structure} />
      <Units organisation={structure.organisation} />
    </>
  );
}

async function Changes({ structure }: { structure: Structure }) {
  const t = await getTranslations('structure');
  const { year, previous, changes, organisation } = structure;
  const options = {
    committee: organisation.committees,
    administration: organisation.administrations,
    imFunction: organisation.functions,
  };
  return (
    <section className={styles.section} aria-labelledby="aendringer">
      <h2 id="aendringer">{t('changes', { previous: String(year - 1) })}</h2>
      {previous === null ? (
        <p className={styles.help}>{t('noPrevious', { previous: String(year - 1) })}</p>
      ) : changes.length === 0 ? (
        <p className={styles.help}>{t('noChanges')}</p>
      ) : (
        <>
          <p className={styles.help}>{t('changesHelp', { year: String(year) })}</p>
          <ScrollBox label={t('changes', { previous: String(year - 1) })}>
            <table className={classNames(plain.table, styles.table)}>
              <thead>
                <tr>
                  <th scope="col">{t('kind')}</th>
                  <th scope="col">{t('before', { previous: String(year - 1) })}</th>
                  <th scope="col">{t('after', { year: String(year) })}</th>
                  <th scope="col">{t('becomes')}</th>
                </tr>
              </thead>
              <tbody>
                {changes.map(({ kind, before, same, to }) => (
                  <tr key={`${kind}/${before.code}`}>
                    <td>{t(`kinds.${kind}`)}</td>
                    <th scope="row">
                      {before.code} {before.name}
                    </th>
                    <td>{same === null ? t('gone') : `${same.code} ${same.name}`}</td>
                    <td>
                      <SuccessionForm
                        kind={kind}
                        fiscalYear={year}
                        from={before.code}
                        to={to}
                        hasSame={same !== null}
                        options={options[kind].map(({ code, name }) => ({ code, name }))}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </>
      )}
    </section>
  );
}

async function Units({ organisation }: { organisation: Organisation }) {
  const t = await getTranslations('structure');
  const { committees, administrations, functions } = organisation;
  return (
    <div className={styles.lists}>
      <section className={styles.section} aria-labelledby="enheder">
        <h2 id="enheder">{t('units', { count: committees.length })}</h2>
        <ul className={styles.units}>
          {committees.map(({ code, name }) => (
            <li key={code}>
              <strong>{code}</strong> {name}
              <ul>
                {administrations
                  .filter((unit) => unit.committee === code)
                  .map((unit) => (
                    <li key={unit.code}>
                      <strong>{unit.code}</strong> {unit.name}
                    </li>
                  ))}
              </ul>
            </li>
          ))}
        </ul>
      </section>
      <section className={styles.section} aria-labelledby="funktioner">
        <h2 id="funktioner">{t('functions', { count: functions.length })}</h2>
        <ul className={styles.units}>
          {functions.map(({ code, name }) => (
            <li key={code}>
              <strong>{code}</strong> {name}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
