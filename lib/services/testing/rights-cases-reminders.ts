import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { translatorOf } from '#lib/format/translate.ts';
import { getOwnReminders, makeCalendarAddress, removeCalendarAddress, saveOwnReminders } from '../reminders.ts';
import { sendReminders } from '../send-reminders.ts';
import type { RightsCase } from './rights-case.ts';

/** How one is reminded is one's own; who runs the installation has reminders sent. */
export const REMINDER_CASES: readonly RightsCase[] = [
  {
    does: 'read',
    by: 'own',
    use: 'getOwnReminders',
    namesNothing: true,
    call: (context) => getOwnReminders(context),
  },
  {
    does: 'write',
    by: 'own',
    use: 'saveOwnReminders',
    namesNothing: true,
    isUntold: true,
    call: (context) => saveOwnReminders(context, { frequency: 'weekly', daysBefore: 3, quietFrom: 17, quietUntil: 7 }),
  },
  {
    does: 'write',
    by: 'own',
    use: 'makeCalendarAddress',
    namesNothing: true,
    call: (context) => makeCalendarAddress(context),
  },
  {
    does: 'write',
    by: 'own',
    use: 'removeCalendarAddress',
    namesNothing: true,
    call: (context) => removeCalendarAddress(context),
  },
  {
    does: 'read',
    by: 'changeSettings',
    at: EVERYWHERE,
    use: 'sendReminders',
    namesNothing: true,
    call: (context) =>
      sendReminders(context, {
        // A working day at noon.
        now: new Date('2024-03-20T11:00:00Z'),
        mailer: null,
        t: translatorOf('da', 'mail'),
        home: '',
        unsubscribeAddress: () => '',
        tokenOf: () => '',
      }),
  },
];
