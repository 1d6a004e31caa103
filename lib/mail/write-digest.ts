import type { IsoDate } from '#lib/domain/date.ts';
import type { Duty } from '#lib/domain/duty.ts';
import { daysBetween } from '#lib/domain/working-day.ts';
import { formatDate } from '#lib/format/date.ts';
import type { Translate } from '#lib/format/translate.ts';

/** What a person is told of in one mail. */
export interface Digest {
  today: IsoDate;
  late: readonly Duty[];
  near: readonly Duty[];
  awaiting: number;
  returned: number;
  unread: number;
}

const MOST_LINES = 30;

/**
 * The mail's subject and text; null where there is nothing to tell. It names accounts by number, committees by code, and dates alone: names,
 * amounts and what people wrote stay behind the sign-in, since mail lies in places that nobody here looks after.
 */
export function writeDigest(
  t: Translate,
  { today, late, near, awaiting, returned, unread }: Digest,
  links: { home: string; unsubscribe: string },
): { subject: string; text: string } | null {
  if (late.length + near.length + awaiting + returned + unread === 0) return null;
  const line = ({ kind, account, committee, periodId, deadline, report }: Duty) => {
    const days = deadline === null ? 0 : daysBetween(deadline, today);
    const when = { date: formatDate(deadline ?? today), days };
    const where =
      report === null
        ? t('account', { account, period: periodId })
        : t(committee === null ? 'allReports' : 'report', { committee: committee ?? '', period: periodId });
    return `– ${t(days > 0 ? 'late' : 'due', when)}: ${t(`kinds.${kind}`)}, ${where}`;
  };
  const section = (title: string, duties: readonly Duty[]) =>
    duties.length === 0
      ? []
      : [
          t(title, { count: duties.length }),
          ...duties.slice(0, MOST_LINES).map(line),
          ...(duties.length > MOST_LINES ? [`– ${t('more', { count: duties.length - MOST_LINES })}`] : []),
          '',
        ];
  const counted = (['awaiting', 'returned', 'unread'] as const)
    .map((key) => [key, { awaiting, returned, unread }[key]] as const)
    .filter(([, count]) => count > 0)
    .map(([key, count]) => `– ${t(key, { count })}`);
  const text = [
    t('greeting'),
    '',
    ...section('lateTitle', late),
    ...section('nearTitle', near),
    ...(counted.length > 0 ? [t('waiting'), ...counted, ''] : []),
    t('home', { address: links.home }),
    '',
    t('footer', { address: links.unsubscribe }),
    '',
  ].join('\n');
  const subject =
    late.length > 0
      ? t('subjectLate', { count: late.length })
      : t('subject', { count: near.length + awaiting + returned + unread });
  return { subject, text };
}
