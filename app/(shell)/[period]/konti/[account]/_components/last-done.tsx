'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { formatClock } from '#lib/format/date-time.ts';
import styles from './account-form.module.css';

interface Done {
  periodId: string;
  account: string;
  at: Date;
  sent: boolean;
}

/** What was saved last in this browser's window: one has gone on to the next account by the time it is answered. */
let lastDone: Done | null = null;

export function noteDone(done: Done): void {
  lastDone = done;
}

/** That the account one comes from is saved, on the one that one has gone on to. */
export function LastDone({ periodId, account }: Pick<Done, 'periodId' | 'account'>) {
  const t = useTranslations('account.done');
  const [done] = useState(lastDone);
  if (done === null || done.periodId !== periodId || done.account === account) return null;
  return (
    <span className={styles.done} role="status">
      {t(done.sent ? 'earlierSent' : 'earlier', { account: done.account, time: formatClock(done.at) })}
    </span>
  );
}
