import { useTranslations } from 'next-intl';
import { CategoryMark } from '#components/ui/category-mark.tsx';
import { Money } from '#components/ui/money.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { type Finding, followUp } from '#lib/domain/finding.ts';
import { formatDate } from '#lib/format/date.ts';
import styles from './approval-panel.module.css';

/** A finding with its items and plan. `olderLimit`: posting dates at or before it are older than one year. */
export function PanelFinding({ finding, olderLimit }: { finding: Finding; olderLimit: string }) {
  const t = useTranslations('approval.panel');
  const { committee, category, items, steps, problem, responsible, theme } = finding;
  return (
    <section>
      <h3 className={styles.finding}>
        {committee} <CategoryMark category={category} short />
      </h3>
      <p className={styles.muted}>{[responsible, theme].filter(Boolean).join(' · ')}</p>
      {problem !== '' && <p className={styles.text}>{problem}</p>}
      <table className={styles.items}>
        <caption>{t('items')}</caption>
        <tbody>
          {items.map((item) => (
            <tr key={item.key}>
              <td>{formatDate(item.postingDate)}</td>
              <td>
                {item.text} {item.postingDate <= olderLimit && <Tag tone="attention">{t('older')}</Tag>}
              </td>
              <td className={styles.amount}>
                <Money amount={item.amount} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {t('followUp')}
            </th>
            <td className={styles.amount}>
              <Money amount={followUp(finding)} />
            </td>
          </tr>
        </tfoot>
      </table>
      <ul className={styles.steps}>
        {steps.map(({ key, activity, deadline, consequence }) => (
          <li key={key}>
            {deadline && <strong>{formatDate(deadline)} </strong>}
            {activity}
            {consequence !== '' && <p className={styles.muted}>{t('consequence', { text: consequence })}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
