import { useTranslations } from 'next-intl';
import type { TextCount } from '#lib/services/count-report-texts.ts';
import { TakeOver } from './take-over.tsx';
import styles from './text-progress.module.css';

const ORDER = ['missing', 'draft', 'ready', 'approved'] as const;

/** How many texts of an owner are not begun, begun, ready and approved; and last year's, to begin with. */
export function TextProgress({ year, count: { owner, counts, canTakeOver } }: { year: number; count: TextCount }) {
  const t = useTranslations('reportTexts.progress');
  return (
    <span className={styles.progress}>
      {ORDER.filter((status) => counts[status] > 0).map((status) => (
        <span key={status} data-status={status}>
          {t(status, { count: counts[status] })}
        </span>
      ))}
      {canTakeOver > 0 && <TakeOver year={year} owner={owner} count={canTakeOver} />}
    </span>
  );
}
