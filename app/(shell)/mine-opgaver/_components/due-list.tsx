import { useTranslations } from 'next-intl';
import { Money } from '#components/ui/money.tsx';
import { formatCount } from '#lib/format/amount.ts';
import type { DueTask } from '#lib/services/get-tasks.ts';
import { Deadline } from './deadline.tsx';
import { MOST_SHOWN, TaskLink } from './task-link.tsx';
import styles from './tasks.module.css';

/** Steps of plans and limitations that the person answers for. */
export function DueList({ periodId, tasks }: { periodId: string; tasks: readonly DueTask[] }) {
  const t = useTranslations('tasks');
  if (tasks.length === 0) return null;
  return (
    <div className={styles.list}>
      <h3>{t('dueTitle', { number: formatCount(tasks.length) })}</h3>
      <ul className={styles.tasks} data-dated>
        {tasks.slice(0, MOST_SHOWN).map((task) => (
          <li key={task.key} className={styles.task}>
            <TaskLink periodId={periodId} account={task.account} name={task.accountName} list="due" />
            <Deadline deadline={task.deadline} daysLate={task.daysLate} />
            <span className={styles.why}>
              {[t(`kinds.${task.kind}`), task.committee, task.text].filter(Boolean).join(' · ')}
              {task.amount !== null && (
                <>
                  {' · '}
                  <Money amount={task.amount} unit />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {tasks.length > MOST_SHOWN && (
        <p className={styles.muted}>{t('more', { number: formatCount(tasks.length - MOST_SHOWN) })}</p>
      )}
    </div>
  );
}
