'use client';

import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { TaskNotice } from '#lib/services/read-notices.ts';
import { accountAddress } from '../../_components/account-address.ts';
import { commentAnchor } from '../../_components/comment-anchor.ts';
import { markNotices } from '../actions.ts';
import { groupNotices } from './group-notices.ts';
import styles from './tasks.module.css';

/** What the person was told: mentions, returns, approvals that fell, periods that opened again. */
export function Notices({ notices }: { notices: readonly TaskNotice[] }) {
  const t = useTranslations('tasks');
  const places = useTranslations('report.textPlaces');
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
        {groupNotices(notices).map(
          ({ ids, accounts, more, first: { kind, periodId, text, fromName, at, readAt, report } }) => (
            <li key={ids[0]} className={styles.notice} data-unread={readAt === null}>
              <p className={styles.noticeHead}>
                {readAt === null && <Tag tone="attention">{t('notices.new')}</Tag>}
                <span>{t(`notices.kinds.${kind}`, { from: fromName, period: periodId })}</span>
                {report && <Link href={report.path as Route}>{places(report.place)}</Link>}
                {accounts.map(({ number, name }) => (
                  <Link
                    key={number}
                    href={accountAddress(periodId, number, kind === 'mention' ? `#${commentAnchor(at)}` : '')}
                  >
                    {number} {name}
                  </Link>
                ))}
                {more > 0 && <span>{t('notices.more', { number: formatCount(more) })}</span>}
                <time dateTime={at} className={styles.muted}>
                  {formatDateTime(at)}
                </time>
                {readAt === null && (
                  <Button kind="quiet" aria-disabled={isBusy} onClick={() => mark(ids)}>
                    {t('notices.mark')}
                  </Button>
                )}
              </p>
              {text !== '' && <p className={styles.text}>{text}</p>}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
