import { useTranslations } from 'next-intl';
import { CategoryMark } from '#components/ui/category-mark.tsx';
import { Money } from '#components/ui/money.tsx';
import { type Finding, followUp, olderPart } from '#lib/domain/finding.ts';
import type { Ore } from '#lib/domain/money.ts';
import { formatDate } from '#lib/format/date.ts';
import type { DraftFigures } from './account-draft.ts';
import styles from './calculation.module.css';

/** Items listed one by one; what is beyond them is told as a number, and is in the sums. */
const MOST_LISTED = 40;

interface CalculationProps {
  balance: Ore;
  figures: DraftFigures;
  /** As far as what is typed can be read; none in category 1. */
  findings: readonly Finding[];
  /** Posting dates at or before this are older than one year. */
  olderLimit: string;
}

/** How the account's figures come about: which items count, which of them as older, and what is left for category 1. */
export function Calculation({ balance, figures, findings, olderLimit }: CalculationProps) {
  const t = useTranslations('account.calculation');
  return (
    <details className={styles.root}>
      <summary>{t('title')}</summary>
      {findings.map((finding, index) => (
        <FindingSum key={finding.committee || index} finding={finding} olderLimit={olderLimit} />
      ))}
      <p className={styles.rule}>{t('olderRule', { date: formatDate(olderLimit) })}</p>
      <p className={styles.equation}>
        <span>{t('category1')}</span>{' '}
        <span>
          <Money amount={balance} /> − <Money amount={figures.followUp} /> = <Money amount={figures.category1} />
        </span>
      </p>
      {findings.length === 0 && <p className={styles.rule}>{t('nothing')}</p>}
    </details>
  );
}

function FindingSum({ finding, olderLimit }: { finding: Finding; olderLimit: string }) {
  const t = useTranslations('account.calculation');
  const { items } = finding;
  const rest = items.length - MOST_LISTED;
  return (
    <table className={styles.table}>
      <caption>
        {finding.committee} <CategoryMark category={finding.category} short />
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('item')}</th>
          <th scope="col">{t('followUp')}</th>
          <th scope="col">{t('older')}</th>
        </tr>
      </thead>
      <tbody>
        {items.slice(0, MOST_LISTED).map(({ key, postingDate, text, amount }, index) => (
          <tr key={key || index}>
            <td>
              {formatDate(postingDate)} <span className={styles.text}>{text}</span>
            </td>
            <td>
              <Money amount={amount} />
            </td>
            <td>{postingDate <= olderLimit ? <Money amount={amount} /> : '–'}</td>
          </tr>
        ))}
        {rest > 0 && (
          <tr>
            <td colSpan={3}>{t('more', { count: rest })}</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('sum', { count: items.length })}</th>
          <td>
            <Money amount={followUp(finding)} />
          </td>
          <td>
            <Money amount={olderPart(finding, olderLimit)} />
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
