import { useTranslations } from 'next-intl';
import { CategoryMark } from '#components/ui/category-mark.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Money } from '#components/ui/money.tsx';
import plain from '#components/ui/plain-table.module.css';
import type { Category } from '#lib/domain/category.ts';
import { formatOre } from '#lib/format/amount.ts';
import type { HistoryPoint } from '#lib/services/get-account-history.ts';
import styles from './balance-chart.module.css';
import { drawBalances } from './balance-chart-model.ts';

/** The account's balance over the periods known: a line for the eye, and the figures beside it. */
export function BalanceChart({ points, current }: { points: readonly HistoryPoint[]; current: string }) {
  const t = useTranslations('account.balances');
  const drawing = drawBalances(points.map(({ period, balance, category }) => ({ id: period.id, balance, category })));
  const [first, last] = [points[0], points.at(-1)];
  if (!drawing || !first || !last) return null;
  const summary =
    first === last
      ? t('summaryOne', { period: first.period.id, balance: formatOre(first.balance) })
      : t('summary', {
          from: first.period.id,
          first: formatOre(first.balance),
          to: last.period.id,
          last: formatOre(last.balance),
        });
  return (
    <section className={styles.root} aria-labelledby="saldo-over-tid">
      <h2 id="saldo-over-tid">{t('title', { unit: t(`units.${drawing.unit}`) })}</h2>
      <svg
        className={styles.chart}
        role="img"
        aria-labelledby="saldo-over-tid-tekst"
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      >
        <title id="saldo-over-tid-tekst">{summary}</title>
        {drawing.zero !== null && (
          <line className={styles.zero} x1="0" x2={drawing.width} y1={drawing.zero} y2={drawing.zero} />
        )}
        {drawing.path !== '' && <path className={styles.line} d={drawing.path} />}
        {drawing.marks.map(({ id, x, y, category, label }) => (
          <g key={id} data-current={id === current} className={styles.mark}>
            <Shape x={x} y={y} category={category} />
            {label && (
              <text x={x} y={label.y} textAnchor={label.anchor} className={styles.label}>
                {label.text}
              </text>
            )}
          </g>
        ))}
        {drawing.ticks.map(({ id, x, anchor }) => (
          <text key={id} x={x} y={drawing.height - 6} textAnchor={anchor} className={styles.tick}>
            {id}
          </text>
        ))}
      </svg>
      {first === last && <p className={styles.note}>{t('onlyOne')}</p>}
      <details open={points.length <= 3}>
        <summary>{t('figures')}</summary>
        <table className={classNames(plain.table, styles.table)} aria-label={t('figures')}>
          <thead>
            <tr>
              <th scope="col">{t('period')}</th>
              <th scope="col" className={styles.money}>
                {t('balance')}
              </th>
              <th scope="col" className={styles.money}>
                {t('followUp')}
              </th>
              <th scope="col">{t('category')}</th>
            </tr>
          </thead>
          <tbody>
            {points.toReversed().map(({ period, balance, followUp, category }) => (
              <tr key={period.id} aria-current={period.id === current ? 'true' : undefined}>
                <th scope="row">{period.id}</th>
                <td className={styles.money}>
                  <Money amount={balance} />
                </td>
                <td className={styles.money}>
                  <Money amount={followUp} />
                </td>
                <td>
                  <CategoryMark category={category} short />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

/** As CategoryMark draws it: a category is told by its shape, also in grey. */
function Shape({ x, y, category }: { x: number; y: number; category: Category | null }) {
  if (category === 2) return <path d={`M${x} ${y - 5}l5 9h-10z`} data-category="2" />;
  if (category === 3) return <rect x={x - 4} y={y - 4} width="8" height="8" data-category="3" />;
  return <circle cx={x} cy={y} r={category === 1 ? 4 : 3.25} data-category={category ?? 0} />;
}
