'use client';

import { useTranslations } from 'next-intl';
import { findCprNumbers } from '#lib/domain/cpr.ts';
import styles from './cpr-hint.module.css';

/** Points out, under a field whose words stand in the report, what looks like a personal number. It can be saved. */
export function CprHint({ text }: { text: string }) {
  const t = useTranslations('cprHint');
  const found = [...new Set(findCprNumbers(text).map(({ masked }) => masked))];
  return (
    <p role="status" className={styles.hint}>
      {found.length > 0 && t('found', { count: found.length, numbers: found.join(', ') })}
    </p>
  );
}
