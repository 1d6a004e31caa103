import styles from './overview.module.css';

/** A bar of the row's share, with the share beside it in per cent, rounded down so that 100 means all. */
export function Share({ part, whole, category }: { part: number; whole: number; category: number }) {
  if (whole === 0) return null;
  const percent = Math.floor((part * 100) / whole);
  const text = percent === 0 && part > 0 ? '<\u20091' : String(percent);
  return (
    <span className={styles.bar} data-category={category}>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className={styles.track} width="100" height="8" />
        <rect className={styles.part} width={part === 0 ? 0 : Math.max((part * 100) / whole, 1)} height="8" />
      </svg>
      <span>{`${text} %`}</span>
    </span>
  );
}
