import type { useTranslations } from 'next-intl';
import type { CellAdvice } from '#components/data-table/columns.ts';
import { readDate } from '#components/ui/formatted-field.tsx';
import { closedDay, nextWorkingDay } from '#lib/domain/working-day.ts';
import { formatDate } from '#lib/format/date.ts';
import { danishDate } from '#lib/format/date-time.ts';

/** What is said of a deadline on a day when nobody is at work, and the next working day; null of others, and of what has passed. */
export function adviseDeadline(text: string, t: ReturnType<typeof useTranslations<never>>): CellAdvice | null {
  const date = readDate(text);
  const reason = date ? closedDay(date) : null;
  if (!date || reason === null || date < danishDate(new Date())) return null;
  const next = formatDate(nextWorkingDay(date));
  return {
    message: t('deadline.closed', { date: formatDate(date), day: t(`deadline.days.${reason}`) }),
    text: next,
    label: t('deadline.use', { date: next }),
  };
}
