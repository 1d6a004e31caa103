import { useTranslations } from 'next-intl';
import { CategoryMark } from '#components/ui/category-mark.tsx';
import { Money } from '#components/ui/money.tsx';
import type { FindingComparison, FindingField, RowChange } from '#lib/domain/comparison.ts';
import type { Finding, Item, PlanStep } from '#lib/domain/finding.ts';
import { formatDate } from '#lib/format/date.ts';
import styles from './earlier-period.module.css';

/** Rows listed one by one; what is beyond them is told as a number. */
const MOST_LISTED = 30;

/** What differs in a committee's follow-up from the period before, field by field and row by row. */
export function FindingDifference({ difference }: { difference: FindingComparison }) {
  const t = useTranslations('account.earlier');
  const names = useTranslations('account.finding');
  const { committee, before, after, fields, items, steps, rise } = difference;
  const rows = [
    ...items.map((change, index) => ({ id: `post-${index}`, kind: change.kind, body: <ItemRow change={change} /> })),
    ...steps.map((change, index) => ({ id: `trin-${index}`, kind: change.kind, body: <StepRow change={change} /> })),
  ];
  const different = rows.filter(({ kind }) => kind !== 'same');
  const same = rows.length - different.length;
  return (
    <div className={styles.finding}>
      <h3>
        {t('finding', { committee })} {before === null && `· ${t('kinds.new')}`}{' '}
        {after === null && `· ${t('kinds.gone')}`}
      </h3>
      <ul className={styles.changes}>
        {rise !== 0n && (
          <li>
            {t('followUp')}: {rise > 0n && '+'}
            <Money amount={rise} unit />
          </li>
        )}
        {before !== null &&
          after !== null &&
          fields.map((field) => (
            <li key={field}>
              {names(field)}: <FieldValue finding={before} field={field} /> →{' '}
              <FieldValue finding={after} field={field} />
            </li>
          ))}
        {different.slice(0, MOST_LISTED).map(({ id, kind, body }) => (
          <li key={id} data-kind={kind}>
            <strong>{t(`kinds.${kind}`)}</strong> {body}
          </li>
        ))}
        {different.length > MOST_LISTED && <li>{t('more', { count: different.length - MOST_LISTED })}</li>}
        {same > 0 && <li className={styles.note}>{t('unchanged', { count: same })}</li>}
      </ul>
    </div>
  );
}

function FieldValue({ finding, field }: { finding: Finding; field: FindingField }) {
  if (field === 'category') return <CategoryMark category={finding.category} short />;
  return <span>{finding[field] || '–'}</span>;
}

function ItemRow({ change: { before, after, kind } }: { change: RowChange<Item> }) {
  const shown = after ?? before;
  if (shown === null) return null;
  const moved = before !== null && after !== null && before.postingDate !== after.postingDate;
  return (
    <>
      {moved && `${formatDate(before.postingDate)} → `}
      {formatDate(shown.postingDate)} {shown.text}{' '}
      {kind === 'changed' && before !== null && before.amount !== shown.amount && (
        <>
          <Money amount={before.amount} /> →{' '}
        </>
      )}
      <Money amount={shown.amount} />
    </>
  );
}

function StepRow({ change: { before, after } }: { change: RowChange<PlanStep> }) {
  const t = useTranslations('account.plan');
  const shown = after ?? before;
  if (shown === null) return null;
  const dated = (deadline: string | null) => (deadline === null ? '–' : formatDate(deadline));
  const moved = before !== null && after !== null && before.deadline !== after.deadline;
  return (
    <>
      {before !== null && after !== null && before.activity !== after.activity && `${before.activity || '–'} → `}
      {shown.activity || '–'} · {t('deadline')} {moved && `${dated(before.deadline)} → `}
      {dated(shown.deadline)}
      {before !== null && after !== null && before.consequence !== after.consequence && (
        <>
          {' '}
          · {t('consequence')}: {before.consequence || '–'} → {after.consequence || '–'}
        </>
      )}
    </>
  );
}
