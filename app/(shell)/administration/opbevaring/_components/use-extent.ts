import { useTranslations } from 'next-intl';

/** What tells counts by sort in words: `2 dokumenter, 1 kommentar`; '' where there are none. */
export function useExtent(): (counts: Readonly<Record<string, number>>) => string {
  const t = useTranslations('retention.counts');
  return (counts) =>
    Object.entries(counts)
      .map(([sort, count]) => t(sort as Parameters<typeof t>[0], { count }))
      .join(', ');
}
