import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { withMinus } from '#lib/format/minus.ts';
import type { Check, CheckId } from '#lib/report/model.ts';
import { checkAddress, type Place } from './addresses.ts';
import { CheckPlaces } from './check-places.tsx';
import styles from './report-checks.module.css';

/** Whose message holds figures that its short text lacks, whether it holds or fails. */
const TELLING: ReadonlySet<CheckId> = new Set(['sum', 'balance', 'handleplaner', 'systemafstemninger']);

function CheckLine({ check, place }: { check: Check; place: Place }) {
  const t = useTranslations('report');
  const { id, ok, severity, count } = check;
  const mend = checkAddress(place, check);
  const verdict = ok ? 'checkHolds' : severity === 'blocking' ? 'checkFails' : 'checkWarns';
  return (
    <li className={styles.check} data-ok={ok} data-severity={severity}>
      <Icon name={ok ? 'done' : severity === 'blocking' ? 'warning' : 'information'} className={styles.icon} />
      <div>
        <p className={styles.text}>
          <span className={styles.verdict}>{t(verdict)}</span>{' '}
          {t(`checks.${id}.${ok ? 'holds' : 'fails'}`, { count, number: formatCount(count) })}
        </p>
        {(ok ? id === 'primo' : TELLING.has(id)) && (
          <p className={styles.detail} lang="da">
            {withMinus(check.message)}
          </p>
        )}
        {!ok && (
          <>
            {check.places.length > 0 && <CheckPlaces check={check} place={place} />}
            {mend === null ? (
              <p className={styles.more}>{t(`checks.${id}.mend`)}.</p>
            ) : (
              <Link href={mend}>{t(`checks.${id}.mend`)}</Link>
            )}
          </>
        )}
      </div>
    </li>
  );
}

/** What must hold before the report is ready: what holds it back, what somebody should look at, then what holds. */
export function ReportChecks({ checks, place }: { checks: readonly Check[]; place: Place }) {
  const t = useTranslations('report');
  const failing = checks.filter((check) => !check.ok);
  const holding = checks.filter((check) => check.ok);
  const isBlocking = ({ severity }: Check) => severity === 'blocking';
  const shown = [...failing.filter(isBlocking), ...failing.filter((check) => !isBlocking(check))];
  return (
    <section aria-labelledby="rapportens-kontroller">
      <h2 id="rapportens-kontroller" className={styles.title}>
        {t('checksTitle')}
      </h2>
      {shown.length > 0 && (
        <ul className={styles.checks}>
          {shown.map((check) => (
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
