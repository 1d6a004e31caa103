import { findPerson } from '#lib/db/people.ts';
import { findSecretOwner } from '#lib/db/secret-addresses.ts';
import { listGrantsToday } from '#lib/db/sessions.ts';
import { getStore } from '#lib/db/store.ts';
import type { Origin } from '#lib/domain/actor.ts';
import { formatOre } from '#lib/format/amount.ts';
import { danishDate } from '#lib/format/date-time.ts';
import type { Translate } from '#lib/format/translate.ts';
import { writeCalendar } from '#lib/render/calendar/write-calendar.ts';
import { accountAddress } from '#lib/report/addresses.ts';
import { listDuties } from './list-duties.ts';

/**
 * The deadlines of whoever the token belongs to, as an iCalendar document: of what they may see now. `address` makes the
 * full address of a path. null: the token is nobody's.
 */
export async function getCalendar(
  token: string,
  {
    t,
    address,
    origin,
    now = new Date(),
  }: { t: Translate; address: (path: string) => string; origin: Origin; now?: Date },
  store = getStore(),
): Promise<string | null> {
  const personId = await findSecretOwner(store.read, 'calendar', token);
  const person = personId === null ? null : await findPerson(store.read, personId);
  if (!person) return null;
  const today = danishDate(now);
  const grants = await listGrantsToday(store.read, person.id, today);
  const { id, name, initials } = person;
  const duties = await listDuties({ store, actor: { personId: id, name, initials, grants, origin } }, today);
  const days = duties.flatMap(
    ({ key, kind, deadline, account, accountName, committee, periodId, text, amount, report }) =>
      deadline === null
        ? []
        : [
            {
              key,
              date: deadline,
              title: [report === null ? account : (committee ?? ''), t(`kinds.${kind}`)].filter(Boolean).join(': '),
              text: [accountName, text, amount === null ? '' : `${formatOre(amount)} kr.`].filter(Boolean).join('\n'),
              address: address(report?.path ?? accountAddress(periodId, account)),
            },
          ],
  );
  return writeCalendar(t('calendarName'), days, now.toISOString());
}
