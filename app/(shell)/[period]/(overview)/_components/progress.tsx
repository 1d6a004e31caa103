import { useTranslations } from 'next-intl';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import { formatCount } from '#lib/format/amount.ts';
import { NONE } from '#lib/format/list.ts';
import { STATUS_VALUES } from '#lib/services/account-list.ts';
import type { Overview } from '#lib/services/get-overview.ts';
import type { Progress, ProgressBy } from '#lib/services/overview-progress.ts';
import { LEFT, listAddress } from './addresses.ts';
import { Count } from './figure.tsx';
import styles from './progress.module.css';

/** How far the accounts have come, divided in several ways: a bar for each status, those of a division on one scale. */
export function ProgressTable({ overview }: { overview: Overview }) {
  const t = useTranslations('overview.progress');
  const word = useTranslations('accounts.status');
  const { all, divisions } = overview.progress;
  const shown = divisions.filter(({ rows }) => rows.some(({ value }) => value !== NONE));
  return (
    <section>
      <h2 id="fremdrift">{t('title')}</h2>
      <p className={styles.scale}>{t('scale')}</p>
      <ScrollBox label={t('title')}>
        <table className={styles.table} aria-labelledby="fremdrift">
          <thead>
            <tr>
              <th scope="col" className={styles.who}>
                {t('who')}
              </th>
              {STATUS_VALUES.map((status) => (
                <th key={status} scope="col">
                  {word(status)}
                </th>
              ))}
              <th scope="col" className={styles.left}>
                {t('left')}
              </th>
            </tr>
          </thead>
          <tbody>
            <ProgressRow overview={overview} most={0} row={all} by={null} name={t('all')} />
          </tbody>
          {shown.map(({ by, rows }) => (
            <Division key={by} overview={overview} by={by} rows={rows} />
          ))}
        </table>
      </ScrollBox>
    </section>
  );
}

interface DivisionProps {
  overview: Overview;
  by: ProgressBy;
  rows: readonly Progress[];
}

function Division({ overview, by, rows }: DivisionProps) {
  const t = useTranslations('overview.progress');
  const most = Math.max(1, ...rows.flatMap(({ statuses }) => Object.values(statuses)));
  const { committees, units } = overview.names;
  const names = by === 'udvalg' ? committees : units;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={STATUS_VALUES.length + 2} className={styles.division}>
          {t(`by.${by}`)}
        </th>
      </tr>
      {rows.map((row) => {
        const name = row.value === NONE ? t(`none.${by}`) : by === 'tildelt' ? row.value : (names.get(row.value) ?? '');
        const code = row.value === NONE || by === 'tildelt' ? '' : row.value;
        return (
          <ProgressRow
            key={row.value}
            overview={overview}
            most={most}
            row={row}
            by={by}
            name={name || code}
            code={name && code}
          />
        );
      })}
    </tbody>
  );
}

interface ProgressRowProps {
  overview: Overview;
  /** Of the division's longest bar; 0: without bars. */
  most: number;
  row: Progress;
  /** null: all accounts. */
  by: ProgressBy | null;
  name: string;
  code?: string;
}

function ProgressRow({ overview, most, row, by, name, code = '' }: ProgressRowProps) {
  const t = useTranslations('overview.progress');
  const word = useTranslations('accounts.status');
  const own = by === null ? {} : { [by]: row.value };
  const to = (status: string | readonly string[]) => listAddress(overview.period.id, 'konti', { ...own, status });
  return (
    <tr className={by === null ? styles.all : undefined}>
      <th scope="row">
        <span className={styles.name}>
          {name}
          {code !== '' && <span className={styles.code}> {code}</span>}
        </span>
      </th>
      {STATUS_VALUES.map((status) => {
        const count = row.statuses[status];
        return (
          <td key={status}>
            <span className={styles.cell}>
              <span className={styles.count}>
                <Count
                  count={count}
                  href={to(status)}
                  label={t('link', { number: formatCount(count), status: word(status), who: name })}
                />
              </span>
              {most > 0 && count > 0 && <Bar count={count} most={most} />}
            </span>
          </td>
        );
      })}
      <td className={styles.left}>
        <Count count={row.left} href={to(LEFT)} label={t('leftLink', { number: formatCount(row.left), who: name })} />
      </td>
    </tr>
  );
}

/** One account has a bar that can be seen. */
function Bar({ count, most }: { count: number; most: number }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect width={Math.max((count * 100) / most, 1.5)} height="8" />
    </svg>
  );
}
