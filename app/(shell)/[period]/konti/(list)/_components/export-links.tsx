'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { DownloadLink } from '#components/ui/button.tsx';

/** What the list shows, as a file: the address of the page, answered as CSV or Excel. */
export function ExportLinks({ periodId }: { periodId: string }) {
  const t = useTranslations('accounts');
  const address = useSearchParams();
  const addressOf = (format: string) => {
    const query = new URLSearchParams(address);
    query.set('period', periodId);
    query.set('format', format);
    return `/api/accounts?${query}`;
  };
  return (
    <>
      <DownloadLink href={addressOf('xlsx')} title={t('exportHelp')}>
        {t('exportXlsx')}
      </DownloadLink>
      <DownloadLink href={addressOf('csv')} title={t('exportHelp')}>
        {t('exportCsv')}
      </DownloadLink>
    </>
  );
}
