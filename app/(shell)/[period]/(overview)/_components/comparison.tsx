import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { CategoryMark } from '#components/ui/category-mark.tsx';
import { Money } from '#components/ui/money.tsx';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { Overview } from '#lib/services/get-overview.ts';
import type { CategoryYears, Comparison } from '#lib/services/overview-comparison.ts';
import { listAddress } from './addresses.ts';
import { Count } from './figure.tsx';
import styles from './overview.module.css';

/** This year's categories beside last year's. */
export function YearComparison({ periodId, comparison }: { periodId: string; comparison: Comparison }) {
  const t = useTranslations('overview.comparison');
  const { year, source } = comparison;
  const years = { year: String(year), previous: String(year - 1) };
  const heads = ['accountsNow', 'accountsBefore', 'accountsChange', 'netNow', 'netBefore', 'netChange'] as const;
  const from = source.kind === 'register' ? `/${periodId}/registre/sammenligningstal` : `/${source.id}`;
  return (
    <section>
      <h2 id="sammenligning">{t('title', years)}</h2>
      <ScrollBox label={t('title', years)}>
        <table className={styles.table} aria-labelledby="sammenligning">
          <thead>
            <tr>
              <th scope="col">{t('category')}</th>
              {heads.map((head) => (
                <th key={head} scope="col" className={styles.number}>
                  {t(head, years)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {comparison.categories.map((one) => (
              <YearRow key={one.category} periodId={periodId} source={source} figures={one} years={years} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className={styles.note}>
        {t('net')} <Link href={from as Route}>{t(`source.${source.kind}`, years)}</Link>
      </p>
    </section>
  );
}

interface YearRowProps {
  periodId: string;
  source: NonNullable<Overview['comparison']>['source'];
  figures: CategoryYears;
  years: { year: string; previous: string };
}

function YearRow({ periodId, source, figures: { category, now, before }, years }: YearRowProps) {
  const t = useTranslations('overview.comparison');
  const filters = { kategori: String(category) };
  const label = (accounts: number, year: string) => t('link', { number: formatCount(accounts), category, year });
  const earlier =
    source.kind === 'period'
      ? listAddress(source.id, 'konti', filters)
      : (`/${periodId}/registre/sammenligningstal` as Route);
  return (
    <tr>
      <th scope="row">
        <CategoryMark category={category} />
      </th>
      <td className={styles.number}>
        <Count
          count={now.accounts}
          href={listAddress(periodId, 'konti', filters)}
          label={label(now.accounts, years.year)}
        />
      </td>
      <td className={styles.number}>
        {before && <Count count={before.accounts} href={earlier} label={label(before.accounts, years.previous)} />}
      </td>
      <td className={styles.number}>{before && formatChange(now.accounts - before.accounts)}</td>
      <td className={styles.number}>
        <Money amount={now.net} whole />
      </td>
      <td className={styles.number}>
        <Money amount={before?.net ?? null} whole />
      </td>
      <td className={styles.number}>
        <Money amount={before && now.net - before.net} whole />
      </td>
    </tr>
  );
}

function formatChange(change: number): string {
  return `${change > 0 ? '+' : ''}${formatCount(change)}`.replace('-', '\u2212');
}
