import { useTranslations } from 'next-intl';
import { formatCount } from '#lib/format/amount.ts';
import styles from './progress-bar.module.css';

interface ProgressBarProps {
  label: string;
  done: number;
  /** null where the end is not known. */
  total: number | null;
}

/** Long work: a word, a bar, a count. */
export function ProgressBar({ label, done, total }: ProgressBarProps) {
  const t = useTranslations('ui');
  return (
    <div className={styles.progress}>
      <span>{label}</span>
      <progress
        className={styles.bar}
        aria-label={label}
        value={total === null ? undefined : done}
        max={total === null ? undefined : Math.max(total, 1)}
      />
      {total !== null && (
        <span className={styles.count}>{t('progress', { done: formatCount(done), total: formatCount(total) })}</span>
      )}
    </div>
  );
}
