import { endOfMonthAfter, type IsoDate } from '#lib/domain/date.ts';
import { standingSteps } from '#lib/domain/finding.ts';
import { formatDate, formatMonth } from '#lib/format/date.ts';
import { parseDate } from '#lib/format/parse-date.ts';
import type { FindingFact } from './aggregate.ts';
import type { Material } from './material.ts';
import type { Chart, ChartGroup, PlanCard } from './model.ts';
import { drawn } from './tell-chart.ts';

export const DEADLINE_CHART = 'handleplaner-efter-deadline';

/** Deadlines further off than so many months count together. */
const MOST_MONTHS = 12;

/** When the last of what is still to be done of a plan is due; null: no such date. */
type Due = IsoDate | 'done' | null;

/**
 * How many of the committee's plans are done, overdue at the balance date, due in each month after it, or without a
 * deadline. A plan is due when the last of what is still to be done is.
 */
export function chartDeadlines({ plans, state }: Material): Chart | null {
  return plans.length < 2 ? null : drawDeadlines(plans.map(dueOfPlan), state.period.balanceDate, 0);
}

/**
 * The same chart of the plans that an edition prints, beside how many it leaves out: what they count among would tell
 * when they are due. Null where there is nothing left to see, and where a model of another program drew another chart.
 * @param whole the chart of all plans, `cards`
 */
export function openDeadlines(
  whole: Chart,
  cards: readonly PlanCard[],
  isLeftOut: (card: PlanCard) => boolean,
  balanceDate: IsoDate,
): Chart | null {
  const again = drawDeadlines(cards.map(dueOfCard), balanceDate, 0);
  if (again === null || !isSame(again, whole)) return null;
  const shown = cards.filter((card) => !isLeftOut(card));
  if (shown.length === 0) return null;
  return drawDeadlines(shown.map(dueOfCard), balanceDate, cards.length - shown.length);
}

/** Whether two charts say the same. */
function isSame(left: Chart, right: Chart): boolean {
  return left.alternativeText === right.alternativeText;
}

function drawDeadlines(due: readonly Due[], balanceDate: IsoDate, leftOut: number): Chart | null {
  const dates = due.flatMap((date) => (date === 'done' || date === null ? [] : [date]));
  const count = (holds: (date: IsoDate) => boolean) => dates.filter(holds).length;
  const months = Array.from({ length: MOST_MONTHS }, (_, index) => endOfMonthAfter(balanceDate, index + 1));
  const [farthest = ''] = dates.toSorted().reverse();
  // Months without any stand between those that have some, so that the distance in time shows.
  const shown = months.filter((_, index) => farthest > (months[index - 1] ?? balanceDate));
  const limit = months.at(-1) ?? balanceDate;
  const rows: DeadlineRow[] = [
    ['gennemfoert', 'Gennemført', due.filter((date) => date === 'done').length],
    ['overskredet', `Overskredet ${formatDate(balanceDate)}`, count((date) => date <= balanceDate)],
    ...shown.map((end, index): DeadlineRow => {
      const start = shown[index - 1] ?? balanceDate;
      return [`maaned-${index + 1}`, formatMonth(end), count((date) => date > start && date <= end)];
    }),
    ['senere', `Efter ${formatMonth(limit)}`, count((date) => date > limit)],
    ['uden-deadline', 'Uden deadline', due.filter((date) => date === null).length],
    ['udeladt', 'Udeladt af den åbne udgave', leftOut],
  ];
  const isMonth = (index: number) => index >= 2 && index < 2 + shown.length;
  return drawn({
    id: DEADLINE_CHART,
    title: 'Udvalgets handleplaner efter deadline',
    sources: ['handleplaner.deadline'],
    panels: [
      {
        title: 'Antal handleplaner efter den sidste deadline, der ikke er gennemført',
        unit: '',
        series: ['Antal'],
        groups: rows.filter(([, , plansThen], index) => plansThen > 0 || isMonth(index)).map(toGroup),
      },
    ],
  });
}

type DeadlineRow = [key: string, label: string, count: number];

function toGroup([key, label, count]: DeadlineRow): ChartGroup {
  return { label, cells: [count], keys: [key] };
}

function dueOfPlan({ finding }: FindingFact): Due {
  return dueOf(standingSteps(finding).map(({ deadline, outcome }) => ({ deadline, isDone: outcome !== undefined })));
}

function dueOfCard({ steps }: PlanCard): Due {
  return dueOf(steps.map(({ deadline, done = false }) => ({ deadline: parseDate(deadline), isDone: done })));
}

/** @param steps those that stand */
function dueOf(steps: readonly { deadline: IsoDate | null; isDone: boolean }[]): Due {
  const open = steps.filter(({ isDone }) => !isDone);
  if (steps.length > 0 && open.length === 0) return 'done';
  const deadlines = open.flatMap(({ deadline }) => deadline ?? []);
  return deadlines.sort().at(-1) ?? null;
}
