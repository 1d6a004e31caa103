'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { TaskNotice } from '#lib/services/read-notices.ts';
import { markNotices } from '../actions.ts';
import styles from './tasks.module.css';

/** What the person was told: mentions, returns, approvals that fell, periods that opened again. */
export function Notices({ notices }: { notices: readonly TaskNotice[] }) {
  const t = useTranslations('tasks');
  const [isBusy, start] = useTransition();
  const hasUnread = notices.some(({ readAt }) => readAt === null);
  const mark = (ids: number[] | null) => start(async () => void (await markNotices({ ids })));
  return (
    <section className={styles.period} aria-labelledby="beskeder">
      <div className={styles.listHead}>
        <h2 id="beskeder">{t('notices.title')}</h2>
        {hasUnread && (
          <Button aria-disabled={isBusy} onClick={() => mark(null)}>
            {t('notices.markAll')}
          </Button>
        )}
      </div>
      <ul className={styles.tasks}>
        {notices.map(({ id, kind, periodId, accountNumber, accountName, text, fromName, at, readAt }) => (
          <li key={id} className={styles.notice} data-unread={readAt === null}>
            <p className={styles.noticeHead}>
              {readAt === null && <Tag tone="attention">{t('notices.new')}</Tag>}
              <span>{t(`notices.kinds.${kind}`, { from: fromName, period: periodId })}</span>
              {accountNumber !== null && (
                <Link href={`/${periodId}/konti/${encodeURIComponent(accountNumber)}` as Route}>
                  {accountNumber} {accountName}
                </Link>
              )}
              <time dateTime={at} className={styles.muted}>
                {formatDateTime(at)}
              </time>
              {readAt === null && (
                <Button kind="quiet" aria-disabled={isBusy} onClick={() => mark([id])}>
                  {t('notices.mark')}
                </Button>
              )}
            </p>
            {text !== '' && <p className={styles.text}>{text}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
