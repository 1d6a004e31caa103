import { useTranslations } from 'next-intl';
import { Tag } from '#components/ui/tag.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import styles from './tasks.module.css';

/** By when, and how late it is. */
export function Deadline({ deadline, daysLate }: { deadline: string | null; daysLate: number }) {
  const t = useTranslations('tasks');
  if (deadline === null) return <span className={styles.muted}>{t('noDeadline')}</span>;
  return (
    <span className={styles.deadline}>
      <span>{t('dueBy', { date: formatDate(deadline) })}</span>
      {daysLate > 0 && <Tag tone="bad">{t('late', { days: daysLate, number: formatCount(daysLate) })}</Tag>}
    </span>
  );
}
