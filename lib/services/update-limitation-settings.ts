import { readWarningMonths, writeWarningMonths } from '#lib/db/settings.ts';
import type { ReadDb, WriteDb } from '#lib/db/store.ts';
import { limitationSettingsInput } from '#lib/schemas/settings.ts';
import { changeSetting } from './change-setting.ts';
import type { Context, Result } from './context.ts';

interface LimitationSettings {
  warningMonths: number;
}

const LIMITATION = {
  id: 'limitation',
  schema: limitationSettingsInput,
  read: async (db: ReadDb) => ({ warningMonths: await readWarningMonths(db) }),
  write: (tx: WriteDb, { warningMonths }: LimitationSettings) => writeWarningMonths(tx, warningMonths),
};

/** Changes how many months before its limitation an item is warned of, in lists, calendars and reminders. */
export function updateLimitationSettings(context: Context, input: unknown): Promise<Result<LimitationSettings>> {
  return changeSetting(LIMITATION, context, input);
}
