import { listDemoPersons, listRoles } from '#lib/db/people.ts';
import { readInstallation } from '#lib/db/settings.ts';
import { readSignInSettings } from '#lib/db/sign-in-settings.ts';
import { getStore, type Store } from '#lib/db/store.ts';
import type { RoleGiven } from '#lib/domain/person.ts';

export interface SignInPage {
  municipality: string;
  /** The demo's people, who come in with one click; none in a real installation. */
  demoPeople: { id: string; name: string; roles: RoleGiven[] }[];
  /** What the button of the identity provider says; null where there is none. */
  provider: string | null;
}

/** What the sign-in page shows to whoever comes by. Nobody has said who they are yet, so nothing of people but a demo's. */
export async function getSignInPage(openStore: () => Pick<Store, 'read'> = getStore): Promise<SignInPage> {
  const { read } = openStore();
  const [{ municipality }, { oidc }, people] = await Promise.all([
    readInstallation(read),
    readSignInSettings(read),
    listDemoPersons(read),
  ]);
  const roles =
    people.length === 0
      ? new Map<string, RoleGiven[]>()
      : await listRoles(
          read,
          people.map(({ id }) => id),
        );
  return {
    municipality,
    demoPeople: people.map(({ id, name }) => ({ id, name, roles: roles.get(id) ?? [] })),
    provider: oidc.issuer === '' || oidc.clientId === '' ? null : oidc.label || new URL(oidc.issuer).hostname,
  };
}
