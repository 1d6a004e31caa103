import { useTranslations } from 'next-intl';
import { ScrollBox } from '#components/ui/scroll-box.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { ChangeGroup } from '#lib/services/describe-change.ts';
import { ChangedTable } from './changed-table.tsx';
import styles from './changes.module.css';
import { ListedTable } from './listed-table.tsx';

/** Groups of at most so many changes stand open from the beginning. */
const MOST_OPEN = 20;

/** What changes, by sort of thing: how many, and the first of them before and after. */
export function ChangeGroups({ groups }: { groups: readonly ChangeGroup[] }) {
  const t = useTranslations('import.change');
  return groups.map(({ subject, sort, count, shown }) => {
    const label = t(`heading.${sort}`, { things: t(`things.${subject}`), number: formatCount(count) });
    return (
      <details key={`${subject}/${sort}`} className={styles.group} open={sort !== 'added' && count <= MOST_OPEN}>
        <summary className={styles.summary}>{label}</summary>
        <ScrollBox label={label}>
          {sort === 'changed' ? (
            <ChangedTable label={label} idHead={t(`id.${subject}`)} changes={shown} />
          ) : (
            <ListedTable label={label} idHead={t(`id.${subject}`)} changes={shown} isNew={sort === 'added'} />
          )}
        </ScrollBox>
        {count > shown.length && (
          <p className={styles.more}>{t('more', { shown: formatCount(shown.length), number: formatCount(count) })}</p>
        )}
      </details>
    );
  });
}
