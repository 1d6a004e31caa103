import { useTranslations } from 'next-intl';
import { CategoryMark } from '#components/ui/category-mark.tsx';
import { readMoney } from '#components/ui/formatted-field.tsx';
import { Money } from '#components/ui/money.tsx';
import { type Category, worstCategory } from '#lib/domain/category.ts';
import { compareFindings } from '#lib/domain/comparison.ts';
import { type Finding, followUp, olderPart } from '#lib/domain/finding.ts';
import { type Ore, sum } from '#lib/domain/money.ts';
import type { EarlierAccount } from '#lib/services/get-account-history.ts';
import type { AccountDraft, DraftFigures } from './account-draft.ts';
import styles from './earlier-period.module.css';
import { FindingDifference } from './finding-difference.tsx';

interface EarlierPeriodProps {
  earlier: EarlierAccount;
  balance: Ore;
  draft: AccountDraft;
  figures: DraftFigures;
  /** As far as what is typed can be read; none in category 1. */
  findings: readonly Finding[];
}

/** The account in the period before, beside what is typed now: figure by figure, and what differs in the follow-up. */
export function EarlierPeriod({ earlier, balance, draft, figures, findings }: EarlierPeriodProps) {
  const t = useTranslations('account.earlier');
  const methods = useTranslations('account.reconciliation.methods');
  const before = earlier.reconciliation;
  const documented = readMoney(draft.documentedBalance) ?? null;
  const old = before?.findings ?? [];
  const compared = compareFindings(old, findings);
  const differences = compared.filter(
    ({ fields, items, steps, before: was, after }) =>
      fields.length > 0 ||
      (was === null) !== (after === null) ||
      [...items, ...steps].some(({ kind }) => kind !== 'same'),
  );
  const category: Category | null =
    draft.verdict === 'category-1' ? 1 : draft.verdict === 'follow-up' ? worstCategory(findings) : null;
  return (
    <section className={styles.root} aria-labelledby="sidste-periode">
      <h2 id="sidste-periode">{t('title', { period: earlier.period.id })}</h2>
      {earlier.balance === null ? (
        <p className={styles.note}>{t('notThere')}</p>
      ) : (
        <>
          <table className={styles.table}>
            <thead>
              <tr>
                <td />
                <th scope="col">{earlier.period.id}</th>
                <th scope="col">{t('now')}</th>
              </tr>
            </thead>
            <tbody>
              <Amounts term={t('balance')} before={earlier.balance} after={balance} />
              <tr data-differs={before !== null && before.category !== category}>
                <th scope="row">{t('category')}</th>
                <td>
                  <CategoryMark category={before?.category ?? null} short />
                </td>
                <td>
                  <CategoryMark category={category} short />
                </td>
              </tr>
              <Amounts term={t('followUp')} before={before && sum(old.map(followUp))} after={figures.followUp} />
              <Amounts
                term={t('older')}
                before={before && sum(old.map((finding) => olderPart(finding, earlier.olderLimit)))}
                after={figures.older}
              />
              <Amounts term={t('documented')} before={before?.documentedBalance ?? null} after={documented} />
              <tr data-differs={before !== null && (before.method ?? '') !== draft.method}>
                <th scope="row">{t('method')}</th>
                <td>{before?.method ? methods(before.method) : '–'}</td>
                <td>{draft.method === '' ? '–' : methods(draft.method)}</td>
              </tr>
            </tbody>
          </table>
          {before === null && <p className={styles.note}>{t('notLogged')}</p>}
          {before !== null && differences.length === 0 && (old.length > 0 || findings.length > 0) && (
            <p className={styles.note}>{t('same')}</p>
          )}
          {before !== null && differences.length > 0 && (
            <details className={styles.differences}>
              <summary>{t('differences', { count: differences.length })}</summary>
              {differences.map((difference) => (
                <FindingDifference key={difference.committee} difference={difference} />
              ))}
            </details>
          )}
        </>
      )}
    </section>
  );
}

function Amounts({ term, before, after }: { term: string; before: Ore | null; after: Ore | null }) {
  const t = useTranslations('account.earlier');
  const rise = before === null || after === null ? 0n : after - before;
  return (
    <tr data-differs={rise !== 0n}>
      <th scope="row">{term}</th>
      <td>{before === null ? '–' : <Money amount={before} />}</td>
      <td>
        {after === null ? '–' : <Money amount={after} />}
        {rise !== 0n && (
          <span className={styles.rise}>
            {rise > 0n && '+'}
            <Money amount={rise} /> {t('rise')}
          </span>
        )}
      </td>
    </tr>
  );
}
