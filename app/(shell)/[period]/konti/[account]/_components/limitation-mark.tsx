'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, use } from 'react';
import { Icon } from '#components/ui/icon.tsx';
import { type LimitationWarning, limitationDate, limitationState } from '#lib/domain/limitation.ts';
import { formatDate } from '#lib/format/date.ts';
import styles from './limitation-mark.module.css';

const Warning = createContext<LimitationWarning | null>(null);

/** Tells the items within it from when they are warned of. */
export function LimitationProvider({ value, children }: { value: LimitationWarning; children: ReactNode }) {
  return <Warning value={value}>{children}</Warning>;
}

/** From when limitation is warned of here; null: nothing is. */
export function useLimitationWarning(): LimitationWarning | null {
  return use(Warning);
}

/** Says of an item that it nears its limitation or has passed it, and when; nothing of others. */
export function LimitationMark({ postingDate }: { postingDate: string }) {
  const t = useTranslations('account.limitation');
  const warning = useLimitationWarning();
  const state = warning && limitationState(postingDate, warning.today, warning.warningMonths);
  if (!state) return null;
  return (
    <span className={styles.mark} data-state={state}>
      <Icon name="warning" className={styles.icon} />
      {t(state, { date: formatDate(limitationDate(postingDate)) })}
    </span>
  );
}
