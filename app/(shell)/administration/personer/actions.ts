'use server';

import { currentContext } from '#lib/auth/current-context.ts';
import type { Role, Unit } from '#lib/domain/permissions.ts';
import { addPerson } from '#lib/services/add-person.ts';
import { done, type Result } from '#lib/services/context.ts';
import { disablePerson } from '#lib/services/disable-person.ts';
import { enablePerson } from '#lib/services/enable-person.ts';
import { endSessions } from '#lib/services/end-sessions.ts';
import { giveRole } from '#lib/services/give-role.ts';
import { resetPerson } from '#lib/services/reset-person.ts';
import { takeRole } from '#lib/services/take-role.ts';

export interface RoleInput {
  role: Role;
  unit: Unit | null;
  from: string | null;
  to: string | null;
}

interface PersonInput {
  personId: string;
}

/** What a one-time link is made of: the page puts its own address before it. */
export interface LinkMade {
  personId: string;
  path: string;
  expiresAt: string;
}

type CodeMade = Result<{ code: string; expiresAt: string }>;

function linkOf(personId: string, made: CodeMade): Result<LinkMade> {
  if (!made.ok) return made;
  return done({ personId, path: `/velkommen?kode=${made.value.code}`, expiresAt: made.value.expiresAt });
}

export async function addPersonAction(input: {
  name: string;
  email: string;
  roles: RoleInput[];
}): Promise<Result<LinkMade>> {
  const made = await addPerson(await currentContext(), input);
  return made.ok ? linkOf(made.value.personId, made) : made;
}

export async function resetPersonAction(input: PersonInput): Promise<Result<LinkMade>> {
  return linkOf(input.personId, await resetPerson(await currentContext(), input));
}

export async function disablePersonAction(input: PersonInput): Promise<Result<null>> {
  return disablePerson(await currentContext(), input);
}

export async function enablePersonAction(input: PersonInput): Promise<Result<null>> {
  return enablePerson(await currentContext(), input);
}

export async function endSessionsAction(input: PersonInput): Promise<Result<number>> {
  return endSessions(await currentContext(), input);
}

export async function giveRoleAction(input: PersonInput & RoleInput): Promise<Result<number>> {
  return giveRole(await currentContext(), input);
}

export async function takeRoleAction(input: PersonInput & { roleId: number }): Promise<Result<null>> {
  return takeRole(await currentContext(), input);
}
