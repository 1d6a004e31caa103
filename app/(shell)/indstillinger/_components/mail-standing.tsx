import { getTranslations } from 'next-intl/server';
import { Notice } from '#components/ui/notice.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { MailFailure } from '#lib/services/get-mail-failures.ts';
import styles from './settings.module.css';

interface MailStandingProps {
  /** The sender of mails; null: no mail server is set. */
  from: string | null;
  /** Whose people are made up, and get no mail. */
  demo: boolean;
  failures: readonly MailFailure[];
}

/** Whether reminders go out by mail, and which of them did not. */
export async function MailStanding({ from, demo, failures }: MailStandingProps) {
  const t = await getTranslations('settings.mail');
  return (
    <section className={styles.mail} aria-labelledby="mail">
      <h2 id="mail">{t('title')}</h2>
      <div className={styles.standing}>
        {from === null ? (
          <Notice title={t('off')}>
            <p>{t('offHelp')}</p>
          </Notice>
        ) : (
          <Notice tone="good" title={t('on', { from })}>
            <p>{t(demo ? 'demo' : 'onHelp')}</p>
          </Notice>
        )}
      </div>
      {failures.length > 0 ? (
        <>
          <h3>{t('failures')}</h3>
          <PlainTable label={t('failures')} columns={[t('at'), t('to'), t('attempts'), t('answer')]}>
            {failures.map(({ name, at, attempts, answer }) => (
              <tr key={`${at} ${name}`}>
                <td className={styles.at}>{formatDateTime(at)}</td>
                <td>{name ?? t('unknown')}</td>
                <td>{attempts}</td>
                <td className={styles.answer}>{answer ?? t('interrupted')}</td>
              </tr>
            ))}
          </PlainTable>
        </>
      ) : (
        from !== null && <p className={styles.muted}>{t('noFailures')}</p>
      )}
    </section>
  );
}
