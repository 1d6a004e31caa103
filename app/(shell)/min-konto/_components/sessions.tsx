'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { OwnAccount } from '#lib/services/get-own-account.ts';
import styles from '../../_components/person.module.css';
import { useAct } from '../../_components/use-act.ts';
import { endOwnSessionAction } from '../actions.ts';

/** Where one is signed in, and the way to end what was left open elsewhere. */
export function Sessions({ sessions, current }: { sessions: OwnAccount['sessions']; current: string }) {
  const t = useTranslations('me.sessions');
  const { act, isBusy, errors } = useAct();
  return (
    <section className={styles.section} aria-busy={isBusy}>
      <h2>{t('title')}</h2>
      <p className={styles.help}>{t('help')}</p>
      <ErrorSummary errors={errors} />
      <ScrollBox label={t('title')}>
        <table className={styles.table} aria-label={t('title')}>
          <thead>
            <tr>
              <th scope="col">{t('since')}</th>
              <th scope="col">{t('lastSeen')}</th>
              <th scope="col">{t('address')}</th>
              <th scope="col">{t('browser')}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ id, since, lastSeen, address, browser }) => (
              <tr key={id}>
                <th scope="row">{formatDateTime(since)}</th>
                <td>{formatDateTime(lastSeen)}</td>
                <td>{address}</td>
                <td>{browserName(browser) ?? t('unknownBrowser')}</td>
                <td className={styles.last}>
                  {id === current ? (
                    <Tag tone="good">{t('current')}</Tag>
                  ) : (
                    <Button
                      kind="quiet"
                      aria-label={t('endOf', { since: formatDateTime(since) })}
                      onClick={() => act(() => endOwnSessionAction({ sessionId: id }))}
                    >
                      {t('end')}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

/** In this order: several claim to be those named after them as well. */
const BROWSERS = [
  ['Edge', /Edg\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrome\//],
  ['Safari', /Safari\//],
] as const;

function browserName(text: string): string | null {
  return BROWSERS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
