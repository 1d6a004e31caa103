import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Money } from '#components/ui/money.tsx';
import plain from '#components/ui/plain-table.module.css';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import { formatDate } from '#lib/format/date.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import type { FollowUp } from '#lib/services/get-follow-up.ts';
import styles from './follow-up.module.css';

type Settlement = FollowUp['settlements'][number];

interface SettlementsProps {
  settlements: readonly Settlement[];
  mayAct: boolean;
  onTakeBack: (settlement: Settlement) => void;
}

/** What was settled and written off in the period, newest first; what was taken back stays, with the act that did it. */
export function Settlements({ settlements, mayAct, onTakeBack }: SettlementsProps) {
  const t = useTranslations('followUp');
  return (
    <div className={styles.finding}>
      <h3>{t('settlements')}</h3>
      <ScrollBox label={t('settlements')}>
        <table className={classNames(plain.table, styles.table)}>
          <thead>
            <tr>
              <th scope="col">{t('date')}</th>
              <th scope="col">{t('kind')}</th>
              <th scope="col">{t('item')}</th>
              <th scope="col" className={styles.money}>
                {t('amount')}
              </th>
              <th scope="col">{t('voucher')}</th>
              <th scope="col">{t('reason')}</th>
              <th scope="col">{t('by')}</th>
              {mayAct && <td />}
            </tr>
          </thead>
          <tbody>
            {settlements.map((one) => (
              <tr key={one.id} className={one.standing ? undefined : styles.undone}>
                <td>{formatDate(one.date)}</td>
                <td>
                  {t(`kinds.${one.kind}`)}
                  {!one.standing && <span className={styles.muted}> {t('takenBack')}</span>}
                </td>
                <td className={styles.text}>
                  {formatDate(one.postingDate)} {one.text}
                </td>
                <td className={styles.money}>
                  <Money amount={one.amount} />
                </td>
                <td>{one.voucher}</td>
                <td className={styles.text}>{one.reason}</td>
                <td>
                  {one.personName} <span className={styles.muted}>{formatDateTime(one.at)}</span>
                </td>
                {mayAct && (
                  <td>
                    {one.standing && (
                      <Button
                        kind="quiet"
                        aria-label={t('takeBackOf', { date: formatDate(one.date), voucher: one.voucher })}
                        onClick={() => onTakeBack(one)}
                      >
                        {t('takeBack')}
                      </Button>
                    )}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}
