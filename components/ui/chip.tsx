'use client';

import { useTranslations } from 'next-intl';
import styles from './chip.module.css';
import { Icon } from './icon.tsx';

/** A filter that is in force, with the way to lift it. */
export function Chip({ label, onRemove }: { label: string; onRemove: () => void }) {
  const t = useTranslations('ui');
  return (
    <button type="button" className={styles.chip} onClick={onRemove} aria-label={t('removeFilter', { label })}>
      {label}
      <Icon name="close" />
    </button>
  );
}
