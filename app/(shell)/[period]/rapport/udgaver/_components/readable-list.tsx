import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import type { Readable } from '#lib/report/find-readable.ts';
import styles from './editions.module.css';

/** Amounts that are left out, and that the sums of the open edition tell all the same. */
export function ReadableList({ readable }: { readable: readonly Readable[] }) {
  const t = useTranslations('editions');
  if (readable.length === 0) return null;
  return (
    <Notice tone="attention" title={t('readableTitle')}>
      <ul className={styles.mentions}>
        {readable.map(({ account, table, row, category, amount, kind }) => (
          <li key={account}>
            {t(`readable.${kind}`, {
              account,
              row,
              category,
              table: t(`readableTables.${table}`),
              amount: t(`readableAmounts.${amount}`),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
