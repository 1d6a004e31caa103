import { useTranslations } from 'next-intl';
import { formatCount } from '#lib/format/amount.ts';
import type { Issue } from '#lib/import/types.ts';
import { IssueTable } from './issue-table.tsx';

/** The errors that keep the files out: how many, where, what to do, and that nothing was stored. */
export function Refusal({ errors }: { errors: readonly Issue[] }) {
  const t = useTranslations('import.errors');
  return (
    <>
      <p>
        {t('nothingStored')} {t('mend')}
      </p>
      <IssueTable
        issues={errors}
        label={t('title', { count: errors.length, number: formatCount(errors.length) })}
        fileName={t('file')}
        saveLabel={t('saveAll')}
      />
    </>
  );
}
