'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { ErrorSummary } from '#components/ui/error-summary.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
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
      <PlainTable
        label={t('title')}
        className={styles.table}
        columns={[t('since'), t('lastSeen'), t('address'), t('browser')]}
        hasActs
      >
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
      </PlainTable>
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
