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
  return FORMATS.map(({ format, label }) => {
    const query = new URLSearchParams(address);
    for (const [name, value] of Object.entries({ ...parameters, format })) query.set(name, value);
    return (
      <DownloadLink key={format} href={`${path}?${query}`} title={t('exportHelp')}>
        {t(label)}
      </DownloadLink>
    );
  });
}
