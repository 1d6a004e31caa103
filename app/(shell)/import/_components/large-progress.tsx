import { useTranslations } from 'next-intl';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { formatCount } from '#lib/format/amount.ts';
import styles from './import.module.css';
import type { LargeStage } from './use-large-files.ts';

/** A large file on its way: how much of it has been sent, then how much of it has been read, and how many rows. */
export function LargeProgressBar({ stage }: { stage: LargeStage }) {
  const t = useTranslations('import.large');
  if (stage.stage === 'sending') {
    const { name, sent, total } = stage;
    return <ProgressBar label={t('sending', { name })} done={toKilobytes(sent)} total={toKilobytes(total)} />;
  }
  const { name, progress } = stage;
  const { rows, bytes, totalBytes } = progress;
  return (
    <div>
      <ProgressBar
        label={t('reading', { name })}
        done={toKilobytes(bytes)}
        total={totalBytes === null ? null : toKilobytes(totalBytes)}
      />
      <p className={styles.muted}>{t('rows', { rows, number: formatCount(rows) })}</p>
    </div>
  );
}

function toKilobytes(bytes: number): number {
  return Math.ceil(bytes / 1024);
}
