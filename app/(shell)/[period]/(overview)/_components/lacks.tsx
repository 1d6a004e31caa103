import type { Route } from 'next';
import { useTranslations } from 'next-intl';
import { classNames } from '#components/ui/class-names.ts';
import { IntentLink } from '#components/ui/intent-link.tsx';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { NOT_LOGGED, UNDERWAY } from '#lib/services/account-list.ts';
import type { Overview } from '#lib/services/get-overview.ts';
import type { CommitteeLacks } from '#lib/services/overview-lacks.ts';
import { listAddress } from './addresses.ts';
import { Count } from './figure.tsx';
import styles from './overview.module.css';

const COUNTS = ['notLogged', 'notApproved', 'incomplete'] as const;

/** What is missing before the year's reports are complete, committee by committee. */
export function Lacks({ overview: { period, reports } }: { overview: Overview }) {
  const t = useTranslations('overview.reports');
  const year = String(period.fiscalYear);
  return (
    <section>
      <h2 id="rapporter">{t('title', { year })}</h2>
      {reports === null && <p className={styles.muted}>{t('otherPeriod', { year })}</p>}
      {reports?.length === 0 && <p className={styles.muted}>{t('noneVisible')}</p>}
      {reports !== null && reports.length > 0 && (
        <ScrollBox label={t('title', { year })}>
          <table className={styles.table} aria-labelledby="rapporter">
            <thead>
              <tr>
                <th scope="col">{t('committee')}</th>
                {COUNTS.map((what) => (
                  <th key={what} scope="col" className={styles.number}>
                    {t(what)}
                  </th>
                ))}
                <th scope="col" className={styles.apart}>
                  {t('unconfirmed')}
                </th>
                <th scope="col" className={styles.number}>
                  {t('checks')}
                </th>
                <th scope="col" className={styles.apart}>
                  {t('status')}
                </th>
              </tr>
            </thead>
            <tbody>
              {reports.map((lacks) => (
                <LacksRow key={lacks.code} periodId={period.id} lacks={lacks} />
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </section>
  );
}

function LacksRow({ periodId, lacks }: { periodId: string; lacks: CommitteeLacks }) {
  const t = useTranslations('overview.reports');
  const register = useTranslations('registers.names');
  const { code, name, status, unconfirmed, failing } = lacks;
  const addresses = {
    notLogged: listAddress(periodId, 'konti', { udvalg: code, kategori: NOT_LOGGED }),
    notApproved: listAddress(periodId, 'konti', { udvalg: code, status: UNDERWAY }),
    incomplete: listAddress(periodId, 'opfoelgning', { udvalg: code, mangler: 'ja' }),
  };
  const report = listAddress(periodId, 'rapport', { udvalg: code });
  return (
    <tr>
      <th scope="row">
        <IntentLink href={report}>{name}</IntentLink> <span className={styles.muted}>{code}</span>
      </th>
      {COUNTS.map((what) => (
        <td key={what} className={styles.number}>
          <Count
            count={lacks[what]}
            href={addresses[what]}
            label={t(`link.${what}`, { number: formatCount(lacks[what]), committee: code })}
          />
        </td>
      ))}
      <td className={classNames(styles.registers, styles.apart)}>
        {unconfirmed.map((each) => (
          <IntentLink
            key={each}
            href={`/${periodId}/registre/${each}?udvalg=${encodeURIComponent(code)}` as Route}
            aria-label={t('link.register', { register: register(each), committee: code })}
          >
            {register(each)}
          </IntentLink>
        ))}
        {unconfirmed.length === 0 && <span className={styles.muted}>{t('allConfirmed')}</span>}
      </td>
      <td className={styles.number}>
        <Count
          count={failing}
          href={report}
          label={t('link.checks', { count: failing, number: formatCount(failing), committee: code })}
        />
      </td>
      <td className={classNames(styles.nowrap, styles.apart)}>
        <Tag tone={status === 'klar' ? 'good' : 'attention'}>{t(status)}</Tag>
      </td>
    </tr>
  );
}
