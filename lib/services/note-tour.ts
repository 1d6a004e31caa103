import { writePersonSetting } from '#lib/db/person-settings.ts';
import { type Context, done, type Result } from './context.ts';
import { TOUR_SETTING } from './get-shell.ts';

/** Remembers that the actor was offered the guided tour, whatever they answered: it is never offered them again. */
export async function noteTour({ store, actor }: Context): Promise<Result<null>> {
  await store.touchTx((tx) => writePersonSetting(tx, actor.personId, TOUR_SETTING, 'offered'));
  return done(null);
}
