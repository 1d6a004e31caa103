import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { Check, CheckId } from '#lib/report/model.ts';
import { accountAddress, checkAddress, type Place } from './addresses.ts';
import styles from './report-checks.module.css';

/** Whose message holds figures that its short text lacks. */
const TELLING: ReadonlySet<CheckId> = new Set(['sum', 'balance', 'handleplaner', 'systemafstemninger']);

/** As many subjects as are read at a glance; the rest open beneath. */
const AT_A_GLANCE = 8;

function Subjects({ accounts, count, place }: { accounts: readonly string[]; count: number; place: Place }) {
  const t = useTranslations('report');
  const links = (shown: readonly string[]) =>
    shown.map((account) => (
      <li key={account}>
        <Link href={accountAddress(place.period, account)} prefetch={false}>
          {account}
        </Link>
      </li>
    ));
  const rest = accounts.slice(AT_A_GLANCE);
  return (
    <>
      <ul className={styles.subjects}>{links(accounts.slice(0, AT_A_GLANCE))}</ul>
      {rest.length > 0 && (
        <details>
          <summary className={styles.more}>{t('moreAccounts', { number: formatCount(rest.length) })}</summary>
          <ul className={styles.subjects}>{links(rest)}</ul>
        </details>
      )}
      {count > accounts.length && (
        <p className={styles.more}>{t('notAllShown', { shown: accounts.length, number: formatCount(count) })}</p>
      )}
    </>
  );
}

function CheckLine({ check, place }: { check: Check; place: Place }) {
  const t = useTranslations('report');
  const { id, ok, count } = check;
  // The subjects of a register's check are the register; those of the others are accounts.
  const accounts = check.subjects.filter((subject) => subject !== id);
  return (
    <li className={styles.check} data-ok={ok}>
      <Icon name={ok ? 'done' : 'warning'} className={styles.icon} />
      <div>
        <p className={styles.text}>
          <span className={styles.verdict}>{t(ok ? 'checkHolds' : 'checkFails')}</span>{' '}
          {t(`checks.${id}.${ok ? 'holds' : 'fails'}`, { count, number: formatCount(count) })}
        </p>
        {!ok && (
          <>
            {TELLING.has(id) && (
              <p className={styles.detail} lang="da">
                {check.message}
              </p>
            )}
            {accounts.length > 0 && <Subjects accounts={accounts} count={count} place={place} />}
            <Link href={checkAddress(place, check)}>{t(`checks.${id}.mend`)}</Link>
          </>
        )}
      </div>
    </li>
  );
}

/** What must hold before the report is ready: what fails first, each with the way to where it is mended. */
export function ReportChecks({ checks, place }: { checks: readonly Check[]; place: Place }) {
  const t = useTranslations('report');
  const failing = checks.filter((check) => !check.ok);
  const holding = checks.filter((check) => check.ok);
  return (
    <section aria-labelledby="rapportens-kontroller">
      <h2 id="rapportens-kontroller" className={styles.title}>
        {t('checksTitle')}
      </h2>
      {failing.length > 0 && (
        <ul className={styles.checks}>
          {failing.map((check) => (
            <CheckLine key={check.id} check={check} place={place} />
          ))}
        </ul>
      )}
      {holding.length > 0 && (
        <details className={styles.holding}>
          <summary className={styles.summary}>
            {t(failing.length === 0 ? 'allHold' : 'someHold', {
              count: holding.length,
              number: formatCount(holding.length),
            })}
          </summary>
          <ul className={styles.checks}>
            {holding.map((check) => (
              <CheckLine key={check.id} check={check} place={place} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
