import type { Route } from 'next';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { formatCount } from '#lib/format/amount.ts';
import type { TextTask } from '#lib/services/get-tasks.ts';
import { Deadline } from './deadline.tsx';
import styles from './tasks.module.css';

/** Texts of the report that the person is to write. */
export function TextList({ tasks }: { tasks: readonly TextTask[] }) {
  const t = useTranslations('tasks');
  const places = useTranslations('report.textPlaces');
  if (tasks.length === 0) return null;
  return (
    <div className={styles.list}>
      <h3>{t('textsTitle', { number: formatCount(tasks.length) })}</h3>
      <ul className={styles.tasks} data-dated>
        {tasks.map(({ key, place, path, committee, deadline, daysLate }) => (
          <li key={key} className={styles.task}>
            <Link href={path as Route}>{places(place)}</Link>
            <Deadline deadline={deadline} daysLate={daysLate} />
            <span className={styles.why}>{committee ?? t('forAllCommittees')}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
