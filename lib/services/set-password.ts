import { findPasswordFault, hashPassword } from '#lib/auth/password.ts';
import { recordEvents } from '#lib/db/audit.ts';
import { writePassword } from '#lib/db/credentials.ts';
import { findCodeOwner, spendCode } from '#lib/db/one-time-links.ts';
import { findPerson, findPersonByEmail, rewritePerson } from '#lib/db/people.ts';
import { endSessionsOf } from '#lib/db/sessions.ts';
import { getStore, type ReadDb, type Store, type WriteDb } from '#lib/db/store.ts';
import type { Origin } from '#lib/domain/actor.ts';
import { initialsOf, type Person } from '#lib/domain/person.ts';
import { introductionInput, passwordInput } from '#lib/schemas/people.ts';
import { done, isDone, problem, type Result, refused } from './context.ts';
import { isNameless } from './ensure-administrator.ts';
import { parseInput } from './parse-input.ts';
import { personEvent } from './person-rules.ts';

export interface Welcome {
  name: string;
  email: string;
  /** The first administrator was made without anybody's name: they say it themselves. */
  introducesThemselves: boolean;
}

/** Whom a one-time link is for; null where it is unknown, used or too old. */
export async function getWelcome(code: string, openStore: () => Store = getStore): Promise<Welcome | null> {
  const person = await findByCode(openStore().read, code, new Date());
  return person && { name: person.name, email: person.email, introducesThemselves: isNameless(person) };
}

async function findByCode(db: ReadDb | WriteDb, code: string, now: Date): Promise<Person | null> {
  const personId = await findCodeOwner(db, code, now);
  const person = personId === null ? null : await findPerson(db, personId);
  return person?.disabledAt === null ? person : null;
}

/** Sets the password of whoever holds a one-time link's code, which is used up by it. They sign in with it afterwards. */
export async function setPassword(
  { store, origin }: { store: Store; origin: Origin },
  input: unknown,
): Promise<Result<null>> {
  const parsed = parseInput(passwordInput, input);
  if (!parsed.ok) return parsed;
  const { code, password } = parsed.value;
  const owner = await findByCode(store.read, code, new Date());
  if (!owner) return refused([problem('link-spent')]);
  const introduced = isNameless(owner) ? parseInput(introductionInput, input) : done(owner);
  if (!introduced.ok) return introduced;
  const person = { ...owner, name: introduced.value.name, email: introduced.value.email.toLowerCase() };
  const fault = await findPasswordFault(password, person);
  if (fault !== null) return refused([problem(fault, 'password')]);
  // Before the transaction: it takes its time on purpose.
  const hash = await hashPassword(password);
  return store.touchTx(async (tx): Promise<Result<null>> => {
    const now = new Date();
    if ((await findByCode(tx, code, now))?.id !== person.id) return refused([problem('link-spent')]);
    if (person.email !== owner.email && (await findPersonByEmail(tx, person.email)))
      return refused([problem('email-taken', 'email')]);
    if (isNameless(owner)) await rewritePerson(tx, { ...person, initials: initialsOf(person.name) });
    await spendCode(tx, code, now);
    await writePassword(tx, person.id, hash, now);
    await endSessionsOf(tx, person.id);
    const actor = { personId: person.id, name: person.name, initials: person.initials, grants: [], origin };
    await recordEvents(tx, { actor, role: '', onBehalfOf: null }, now.toISOString(), [
      personEvent('update', 'person', person.id, { password: null }, { password: 'set', name: person.name }),
    ]);
    return done(null);
  }, isDone);
}
