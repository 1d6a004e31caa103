import { randomUUID } from 'node:crypto';
import { recordEvents } from '#lib/db/audit.ts';
import { findProviderPerson, insertProviderCredential } from '#lib/db/credentials.ts';
import { deleteRole, findPerson, findPersonByEmail, insertPerson, insertRole, listRoles } from '#lib/db/people.ts';
import { readSignInSettings } from '#lib/db/sign-in-settings.ts';
import type { Store, WriteDb } from '#lib/db/store.ts';
import type { Acting, Origin } from '#lib/domain/actor.ts';
import { areIncompatible, initialsOf, type RoleGiven } from '#lib/domain/person.ts';
import type { SignInSettings } from '#lib/schemas/sign-in-settings.ts';
import { personEvent } from './person-rules.ts';

/** Who a token of the identity provider, checked in every way, is about. */
export interface ProviderPerson {
  issuer: string;
  subject: string;
  /** '' where there is none, or the provider says that it is not verified. */
  email: string;
  /** Whether the provider says that it is. */
  isEmailVerified: boolean;
  name: string;
  /** null: roles are not given by groups. */
  groups: string[] | null;
}

/**
 * Finds or, where the settings say so, makes the person of a checked token, and gives them the roles of their groups in
 * the place of those that groups gave before. @returns their id; null: they have no access
 */
export async function admitProviderPerson(
  store: Store,
  origin: Origin,
  provided: ProviderPerson,
): Promise<string | null> {
  return store.writeTx(
    async (tx) => {
      const { oidc } = await readSignInSettings(tx);
      if (oidc.issuer !== provided.issuer) return null;
      const actor = { personId: 'oidc', name: oidc.label || oidc.issuer, initials: '', grants: [], origin };
      const acting: Acting = { actor, role: '', onBehalfOf: null };
      const personId = await findOrMake(tx, acting, provided, oidc);
      if (personId === null || (await findPerson(tx, personId))?.disabledAt !== null) return null;
      if (provided.groups !== null) await replaceRoles(tx, acting, personId, provided.groups, oidc.mapping);
      return personId;
    },
    (personId) => personId !== null,
  );
}

async function findOrMake(
  tx: WriteDb,
  acting: Acting,
  { issuer, subject, email, isEmailVerified, name }: ProviderPerson,
  { newcomers, trustsEmail }: SignInSettings['oidc'],
): Promise<string | null> {
  const known = await findProviderPerson(tx, issuer, subject);
  if (known !== null) return known;
  if (email === '') return null;
  const now = new Date();
  const matched = await findPersonByEmail(tx, email);
  // Whoever can state any address at the provider would come in as anybody here.
  if (matched && !isEmailVerified && !trustsEmail) return null;
  if (!matched && (newcomers === 'match' || name === '')) return null;
  const personId = matched?.id ?? randomUUID();
  if (!matched) await insertPerson(tx, { id: personId, name, email, initials: initialsOf(name) }, false, now);
  await insertProviderCredential(tx, personId, issuer, subject, now);
  await recordEvents(tx, acting, now.toISOString(), [
    matched
      ? personEvent('update', 'person', personId, { provider: null }, { provider: issuer })
      : personEvent('create', 'person', personId, null, { name, email, provider: issuer }),
  ]);
  return personId;
}

type NewRole = Omit<RoleGiven, 'id'>;

const same = (one: NewRole, other: NewRole) =>
  one.role === other.role && one.unit?.kind === other.unit?.kind && one.unit?.code === other.unit?.code;

async function replaceRoles(
  tx: WriteDb,
  acting: Acting,
  personId: string,
  groups: readonly string[],
  mapping: SignInSettings['oidc']['mapping'],
): Promise<void> {
  const all = (await listRoles(tx, [personId])).get(personId) ?? [];
  const earlier = all.filter(({ source }) => source === 'oidc');
  const wanted = chooseRoles(
    mapping.filter(({ group }) => groups.includes(group)),
    all.filter(({ source }) => source !== 'oidc'),
  );
  const gone = earlier.filter((role) => !wanted.some((other) => same(role, other)));
  const added = wanted.filter((role) => !earlier.some((other) => same(role, other)));
  const at = new Date().toISOString();
  for (const { id } of gone) await deleteRole(tx, id);
  for (const role of added) await insertRole(tx, personId, role, acting.actor.personId, at);
  await recordEvents(tx, acting, at, [
    ...gone.map((role) => personEvent('remove', 'roleGrant', personId, role, null)),
    ...added.map((role) => personEvent('create', 'roleGrant', personId, null, role)),
  ]);
}

/** The roles of the groups. Of roles that one person cannot have together, what people gave stays, and administering yields. */
function chooseRoles(mapped: readonly Pick<RoleGiven, 'role' | 'unit'>[], given: readonly RoleGiven[]): NewRole[] {
  const chosen: NewRole[] = [];
  const inOrder = mapped.toSorted(
    (one, other) => Number(one.role === 'administrator') - Number(other.role === 'administrator'),
  );
  for (const { role, unit } of inOrder) {
    const candidate: NewRole = { role, unit, from: null, to: null, source: 'oidc' };
    const clashes = [...given, ...chosen].some((other) => areIncompatible(candidate, other));
    if (!clashes && !chosen.some((other) => same(candidate, other))) chosen.push(candidate);
  }
  return chosen;
}
