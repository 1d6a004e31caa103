import type { Route } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Breadcrumb } from '#components/ui/breadcrumb.tsx';
import { ButtonLink } from '#components/ui/button.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { formatDate } from '#lib/format/date.ts';
import { countReportTexts, type TextCount } from '#lib/services/count-report-texts.ts';
import { getReportPage, type ReportPage } from '#lib/services/get-report-page.ts';
import { getReportTexts, type ReportTexts } from '#lib/services/get-report-texts.ts';
import { bundleAddress, reportAddress } from './_components/addresses.ts';
import { type CommitteeAddress, saidOnce, titleOfCommittee } from './_components/committee-address.ts';
import { FormerList } from './_components/former-list.tsx';
import { NoReport } from './_components/no-report.tsx';
import { ReportChecks } from './_components/report-checks.tsx';
import { ReportDocument } from './_components/report-document.tsx';
import { ReportExports } from './_components/report-exports.tsx';
import { ReportList, ReportStatus } from './_components/report-list.tsx';
import { ReportNav } from './_components/report-nav.tsx';
import styles from './report.module.css';

export async function generateMetadata(address: CommitteeAddress) {
  const t = await getTranslations('report');
  return titleOfCommittee(t('title'), address);
}

/** *Rapport*: the reports of all committees, or that of one. */
export default async function ReportPageRoute({ params, searchParams }: CommitteeAddress) {
  const [{ period }, { udvalg }] = await Promise.all([params, searchParams]);
  const committee = saidOnce(udvalg);
  const context = await currentContext();
  const page = await getReportPage(context, period, committee);
  if (!page) notFound();
  if (page.kind !== 'reports') return <NoReport page={page} />;
  if (committee === null) return <AllReports page={page} texts={await countReportTexts(context, page.year)} />;
  const texts = page.report && (await getReportTexts(context, page.year, page.report.committee.code));
  if (page.report === null || texts === null) notFound();
  return <OneReport page={page} report={page.report} texts={texts} personId={context.actor.personId} />;
}

type Reports = Extract<ReportPage, { kind: 'reports' }>;

async function AllReports({ page: { year, period, summaries, former }, texts }: { page: Reports; texts: TextCount[] }) {
  const t = await getTranslations('report');
  const versions = await getTranslations('versions');
  return (
    <>
      <PageHead
        title={t('titleYear', { year: String(year) })}
        lead={t('lead', { period: period.id, date: formatDate(period.balanceDate) })}
        actions={
          <>
            <ButtonLink kind="quiet" href={'/rapportkontrol' as Route}>
              {versions('verifyLink')}
            </ButtonLink>
            <ButtonLink href={bundleAddress(period.id)}>{t('allAtOnce')}</ButtonLink>
          </>
        }
      />
      {summaries.length > 0 && <ReportList year={year} period={period.id} summaries={summaries} texts={texts} />}
      <FormerList period={period.id} former={former} />
    </>
  );
}

interface OneReportProps {
  page: Reports;
  report: NonNullable<Reports['report']>;
  texts: ReportTexts;
  personId: string;
}

async function OneReport({ page, report, texts, personId }: OneReportProps) {
  const t = await getTranslations('report');
  const { year, period, summaries } = page;
  const { committee, checks } = report;
  const place = { period: period.id, committee: committee.code };
  const summary = summaries.find(({ code }) => code === committee.code);
  return (
    <>
      <PageHead
        breadcrumb={
          <Breadcrumb steps={[{ href: reportAddress(period.id), label: t('titleYear', { year: String(year) }) }]} />
        }
        title={committee.name}
        lead={
          <>
            <ReportStatus status={report.status} failing={summary?.failing ?? 0} version={summary?.version ?? null} />
            {' · '}
            {t('standsOn', { period: period.id, date: formatDate(period.balanceDate) })}
          </>
        }
        actions={
          <ReportExports year={year} committee={committee.code} formats={['pdf', 'xlsx', 'html', 'json']} primary />
        }
      />
      {summaries.length > 1 && (
        <nav aria-label={t('otherCommittees')} className={styles.committees}>
          <ul className={styles.codes}>
            {summaries.map(({ code, name }) => (
              <li key={code}>
                <Link
                  href={reportAddress(period.id, code)}
                  title={name}
                  className={styles.code}
                  aria-current={code === committee.code ? 'page' : undefined}
                >
                  {code}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <ReportNav place={place} current="report" />
      <ReportChecks checks={checks} place={place} />
      <ReportDocument
        title={report.title}
        contentsLabel={t('contents')}
        blocks={report.blocks}
        place={place}
        texts={{
          frame: { personId, fiscalYear: year, committee, isLocked: texts.isLocked, writers: texts.writers },
          slots: texts.slots,
          acknowledgements: texts.acknowledgements,
        }}
      />
    </>
  );
}
