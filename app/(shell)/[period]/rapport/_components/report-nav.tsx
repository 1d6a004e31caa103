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

/** The versions of a committee's report. */
export function versionsAddress({ period, committee }: Place): Route {
  return hrefOf({ period, committee }, 'versions');
}

function hrefOf({ period, committee }: Place, page: ReportPageName): Route {
  return `/${period}/${PAGES[page]}?${new URLSearchParams({ udvalg: committee })}` as Route;
}

/** Leads between the pages of one committee's report. */
export function ReportNav({ place, current }: ReportNavProps) {
  const t = useTranslations('report.pages');
  const pages = Object.keys(PAGES) as ReportPageName[];
  return (
    <Tabs
      label={t('label')}
      tabs={pages.map((page) => ({ href: hrefOf(place, page), label: t(page) }))}
      current={hrefOf(place, current)}
    />
  );
}
