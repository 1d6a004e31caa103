import type { Route } from 'next';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHead } from '#components/ui/page-head.tsx';
import { currentContext } from '#lib/auth/current-context.ts';
import { formatCount } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import { getTasks } from '#lib/services/get-tasks.ts';
import { TASK_LISTS } from '#lib/services/own-tasks.ts';
import { DueList } from './_components/due-list.tsx';
import { Notices } from './_components/notices.tsx';
import { OwnList } from './_components/own-list.tsx';
import styles from './_components/tasks.module.css';
import { TextList } from './_components/text-list.tsx';

export async function generateMetadata() {
  const t = await getTranslations('tasks');
  return { title: t('title') };
}

/** *Mine opgaver*: what waits for this person, and what they were told. */
export default async function TasksPage() {
  const context = await currentContext();
  const { actor } = context;
  const { today, periods, notices } = await getTasks(context);
  const t = await getTranslations('tasks');
  return (
    <>
      <PageHead title={t('title')} lead={[t('lead'), t('asOf', { today: formatDate(today) })].join(' ')} />
      {periods.length === 0 && notices.length === 0 && (
        <EmptyState title={t('emptyTitle')}>{t('emptyText')}</EmptyState>
      )}
      <div className={styles.page}>
        {periods.map(({ period, awaiting, due, texts, ...lists }) => (
          <section key={period.id} className={styles.period} aria-label={t('period', { period: period.id })}>
            <h2>{t('period', { period: period.id })}</h2>
            {awaiting > 0 && (
              <div className={styles.awaiting}>
                <p>{t('awaiting', { count: awaiting, number: formatCount(awaiting) })}</p>
                <ButtonLink kind="primary" icon="approval" href={`/${period.id}/godkendelse` as Route}>
                  {t('goToApproval')}
                </ButtonLink>
              </div>
            )}
            {TASK_LISTS.map((list) => (
              <OwnList key={list} kind={list} periodId={period.id} tasks={lists[list]} person={actor.name} />
            ))}
            <DueList periodId={period.id} tasks={due} />
            <TextList tasks={texts} />
          </section>
        ))}
        {notices.length > 0 && <Notices notices={notices} />}
      </div>
    </>
  );
}
