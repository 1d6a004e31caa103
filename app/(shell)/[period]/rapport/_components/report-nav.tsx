import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { Tabs } from '#components/ui/tabs.tsx';
import type { Place } from './addresses.ts';

/** The pages of one committee's report, in order: what each is called (`report.pages`), and its path after the period. */
const PAGES = {
  report: 'rapport',
  versions: 'rapport/versioner',
  editions: 'rapport/udgaver',
  plans: 'rapport/handleplaner',
} as const;

export type ReportPageName = keyof typeof PAGES;

interface ReportNavProps {
  place: Place;
  current: ReportPageName;
}

/** Leads between the pages of one committee's report. */
export function ReportNav({ place: { period, committee }, current }: ReportNavProps) {
  const t = useTranslations('report.pages');
  const hrefOf = (page: ReportPageName) =>
    `/${period}/${PAGES[page]}?${new URLSearchParams({ udvalg: committee })}` as Route;
  const pages = Object.keys(PAGES) as ReportPageName[];
  return (
    <Tabs
      label={t('label')}
      tabs={pages.map((page) => ({ href: hrefOf(page), label: t(page) }))}
      current={hrefOf(current)}
    />
  );
}
