'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DownloadLink } from '#components/ui/button.tsx';

const FORMATS = [
  { format: 'csv', label: 'exportCsv' },
  { format: 'xlsx', label: 'exportXlsx' },
] as const;

/** What a list shows, as a file: `path` answers the page's own address, with `parameters` and a `format` set. */
export function ExportLinks({ path, parameters }: { path: string; parameters: Readonly<Record<string, string>> }) {
  const t = useTranslations('ui.table');
  const address = useSearchParams();
  const fileOf = (search: string, format: string) => {
    const query = new URLSearchParams(search);
    for (const [name, value] of Object.entries({ ...parameters, format })) query.set(name, value);
    return `${path}?${query}`;
  };
  return FORMATS.map(({ format, label }) => (
    <DownloadLink
      key={format}
      href={fileOf(address.toString(), format)}
      // The router tells of a change only after rendering it: the list that is seen may be a newer one.
      onClick={({ currentTarget }) => {
        currentTarget.href = fileOf(window.location.search, format);
      }}
      title={t('exportHelp')}
    >
      {t(label)}
    </DownloadLink>
  ));
}
