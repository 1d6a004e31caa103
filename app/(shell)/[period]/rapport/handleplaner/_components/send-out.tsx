import { useTranslations } from 'next-intl';
import { DownloadLink } from '#components/ui/button.tsx';
import { PlainTable } from '#components/ui/plain-table.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { PlanWorkbookPage } from '#lib/services/get-plan-workbook-page.ts';
import type { Place } from '../../_components/addresses.ts';
import styles from './plan-workbooks.module.css';

interface SendOutProps {
  place: Place;
  plans: number;
  recipients: PlanWorkbookPage['recipients'];
}

/** The plans as workbooks to send out: all, one for each who is responsible, or those of one. */
export function SendOut({ place: { period, committee }, plans, recipients }: SendOutProps) {
  const t = useTranslations('planWorkbook');
  const fileOf = (more: Record<string, string>) =>
    `/api/plan-workbooks?${new URLSearchParams({ period, committee, ...more })}`;
  return (
    <section aria-labelledby="send-ud">
      <h2 id="send-ud" className={styles.heading}>
        {t('sendOut')}
      </h2>
      {plans === 0 ? (
        <p>{t('noPlans')}</p>
      ) : (
        <>
          <p className={styles.text}>{t('sendOutText')}</p>
          <ul className={styles.files}>
            <li>
              <DownloadLink href={fileOf({})}>{t('all', { count: plans, number: formatCount(plans) })}</DownloadLink>
            </li>
            {recipients.length > 1 && (
              <li>
                <DownloadLink href={fileOf({ split: '1' })}>
                  {t('each', { number: formatCount(recipients.length) })}
                </DownloadLink>
              </li>
            )}
          </ul>
          <PlainTable label={t('recipients')} columns={[t('responsible'), t('plans')]} hasActs className={styles.table}>
            {recipients.map(({ name, plans: own }) => (
              <tr key={name}>
                <th scope="row">{name || t('nobody')}</th>
                <td className={styles.number}>{formatCount(own)}</td>
                <td>
                  <a href={fileOf({ responsible: name })} download>
                    {t('fetchOf', { name: name || t('nobody') })}
                  </a>
                </td>
              </tr>
            ))}
          </PlainTable>
        </>
      )}
    </section>
  );
}
