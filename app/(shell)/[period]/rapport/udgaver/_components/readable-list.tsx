import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import type { Readable } from '#lib/report/find-readable.ts';
import styles from './editions.module.css';

/** Amounts that are left out, and that the sums of the open edition tell all the same. */
export function ReadableList({ readable }: { readable: readonly Readable[] }) {
  const t = useTranslations('editions');
  if (readable.length === 0) return null;
  const tell = (each: Readable) =>
    each.kind === 'total'
      ? t('readable.total', { title: each.title })
      : t(`readable.${each.kind}`, {
          account: each.account,
          row: each.row,
          category: each.category,
          table: t(`readableTables.${each.table}`),
          amount: t(`readableAmounts.${each.amount}`),
        });
  return (
    <Notice tone="attention" title={t('readableTitle')}>
      <ul className={styles.mentions}>
        {readable.map((each) => (
          <li key={each.kind === 'total' ? each.table : each.account}>{tell(each)}</li>
        ))}
      </ul>
    </Notice>
  );
}
