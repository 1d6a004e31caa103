import { findPersonByEmail } from '#lib/db/people.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';

/** The id of the person with an e-mail address, for those who manage people. */
export async function findPersonId({ store, actor }: Context, email: string): Promise<Result<string>> {
  if (!may(actor, 'managePeople', EVERYWHERE)) return refused([problem('not-allowed')]);
  const person = await findPersonByEmail(store.read, email);
  return person ? done(person.id) : refused([problem('unknown-person')]);
}
