import { describe, expect, it } from 'vitest';
import { Browser } from '#lib/auth/testing/browser.ts';
import { PASSWORD } from '#lib/auth/testing/people.ts';
import { prepareEmptyStores } from '#lib/auth/testing/stores.ts';
import { listGrantsToday } from '#lib/db/sessions.ts';
import type { Store } from '#lib/db/store.ts';
import { ROLES, type Role } from '#lib/domain/permissions.ts';
import { addPerson } from './add-person.ts';
import type { Context, Result } from './context.ts';
import { disablePerson } from './disable-person.ts';
import { enablePerson } from './enable-person.ts';
import { endOwnSession } from './end-own-session.ts';
import { endSessions } from './end-sessions.ts';
import { endSubstitution } from './end-substitution.ts';
import { getPerson } from './get-person.ts';
import { getSignInSettings } from './get-sign-in-settings.ts';
import { giveRole } from './give-role.ts';
import { listPeople } from './list-people.ts';
import { nameSubstitute } from './name-substitute.ts';
import { resetPerson } from './reset-person.ts';
import { takeRole } from './take-role.ts';
import { ALWAYS, codeOf, contextOf, fillWithPeople, TODAY } from './testing/people.ts';
import { updateSignInSettings } from './update-sign-in-settings.ts';

const openEmpty = prepareEmptyStores();
const prepare = () => fillWithPeople(openEmpty());
const idOf = (role: Role) => role.toLowerCase();

/** All of the tables that acts about people write, but not the events of reading. */
async function everything({ read }: Store) {
  return JSON.stringify([
    await read.person.findMany(),
    await read.roleGrant.findMany(),
    await read.substitution.findMany(),
    await read.credential.findMany(),
    await read.session.findMany(),
    await read.oneTimeLink.findMany(),
    await read.setting.findMany(),
    await read.auditEvent.count({ where: { action: { not: 'read' } } }),
  ]);
}

describe('who manages people', () => {
  const ACTS: Record<string, (context: Context) => Promise<Result<unknown>>> = {
    addPerson: (context) => addPerson(context, { name: 'N', email: 'n@kommune.dk', roles: [] }),
    disablePerson: (context) => disablePerson(context, { personId: 'second' }),
    enablePerson: (context) => enablePerson(context, { personId: 'second' }),
    resetPerson: (context) => resetPerson(context, { personId: 'second' }),
    endSessions: (context) => endSessions(context, { personId: 'second' }),
    giveRole: (context) => giveRole(context, { personId: 'auditor', role: 'approver', ...ALWAYS }),
    takeRole: (context) => takeRole(context, { personId: 'accountant', roleId: 1 }),
    nameSubstitute: (context) =>
      nameSubstitute(context, { absentId: 'second', substituteId: 'auditor', from: TODAY, to: TODAY }),
    updateSignInSettings: (context) =>
      updateSignInSettings(context, {
        requiresSecondFactor: false,
        oidc: { issuer: '', clientId: '', label: '', groupClaim: '', newcomers: 'match', mapping: [] },
      }),
  };

  it.each(ROLES.filter((role) => role !== 'administrator'))(
    'is not the %s: nothing is seen and nothing changes',
    async (role) => {
      const { store } = await prepare();
      const context = await contextOf(store, idOf(role));
      const before = await everything(store);
      for (const [name, act] of Object.entries(ACTS))
        expect([name, codeOf(await act(context))]).toEqual([name, 'not-allowed']);
      expect(await listPeople(context)).toBeNull();
      expect(await getPerson(context, 'second')).toBeNull();
      expect(await getSignInSettings(context)).toBeNull();
      expect(await everything(store)).toBe(before);
    },
  );

  it('is not an administrator of a unit, only one of everything', async () => {
    const { store, administrator } = await prepare();
    const context = {
      store,
      actor: {
        ...administrator.actor,
        grants: [
          { role: 'administrator' as const, unit: { kind: 'committee' as const, code: 'BIU' }, onBehalfOf: null },
        ],
      },
    };
    for (const act of Object.values(ACTS)) expect(codeOf(await act(context))).toBe('not-allowed');
  });

  it('tells the trail that a list or a person was read', async () => {
    const { administrator } = await prepare();
    expect((await listPeople(administrator))?.people).toHaveLength(7);
    expect((await getPerson(administrator, 'auditor'))?.roles).toMatchObject([{ role: 'auditor' }]);
    expect(await getPerson(administrator, 'nobody')).toBeNull();
    const events = await administrator.store.read.auditEvent.findMany({ where: { action: 'read' } });
    expect(events.map(({ subject, subjectId, personId }) => [subject, subjectId, personId])).toEqual([
      ['person', '', 'administrator'],
      ['person', 'auditor', 'administrator'],
    ]);
  });
});

describe('roles', () => {
  it('are given to nobody by themselves, also where they stand in for another administrator', async () => {
    const { store, administrator, commandLine } = await prepare();
    const own = { personId: 'administrator', role: 'auditor', ...ALWAYS };
    expect(codeOf(await giveRole(administrator, own))).toBe('own-role');
    // The auditor stands in for an administrator, and gives neither themselves nor that administrator anything.
    await nameSubstitute(commandLine, { absentId: 'second', substituteId: 'auditor', from: TODAY, to: TODAY });
    const substitute = await contextOf(store, 'auditor');
    expect(substitute.actor.grants).toContainEqual({
      role: 'administrator',
      unit: null,
      onBehalfOf: { personId: 'second', name: 'Prøve second' },
    });
    for (const personId of ['auditor', 'second'])
      expect(codeOf(await giveRole(substitute, { personId, role: 'secretariat', ...ALWAYS }))).toBe('own-role');
    expect(codeOf(await giveRole(substitute, { personId: 'secretariat', role: 'auditor', ...ALWAYS }))).toBe('ok');
  });

  it.each(['accountant', 'approver', 'systemOwner'] as const)(
    'keep administering and %s apart on overlapping days',
    async (role) => {
      const { commandLine } = await prepare();
      const give = (personId: string, given: Role, from: string | null, to: string | null) =>
        giveRole(commandLine, { personId, role: given, unit: null, from, to });
      expect(codeOf(await give('administrator', role, null, null))).toBe('roles-apart');
      expect(codeOf(await give(idOf(role), 'administrator', '2026-01-01', '2026-12-31'))).toBe('roles-apart');
      expect(codeOf(await give('auditor', role, null, '2026-06-30'))).toBe('ok');
      expect(codeOf(await give('auditor', 'administrator', '2026-06-30', null))).toBe('roles-apart');
      expect(codeOf(await give('auditor', 'administrator', '2026-07-01', null))).toBe('ok');
    },
  );

  it('begin and end on their days, are for a unit that there is, and are given once', async () => {
    const { store, commandLine } = await prepare();
    const give = (input: object) =>
      giveRole(commandLine, { personId: 'auditor', role: 'approver', ...ALWAYS, ...input });
    expect(codeOf(await give({ from: '2026-06-16', to: '2026-06-15' }))).toBe('ends-before-it-begins');
    expect(codeOf(await give({ from: '2026-02-30' }))).toBe('impossible-date');
    expect(codeOf(await give({ unit: { kind: 'committee', code: 'NO' } }))).toBe('unknown-unit');
    expect(codeOf(await give({ personId: 'nobody' }))).toBe('unknown-person');
    expect(
      codeOf(await give({ unit: { kind: 'administration', code: 'KS' }, from: '2026-06-16', to: '2026-06-17' })),
    ).toBe('ok');
    expect(
      codeOf(await give({ unit: { kind: 'administration', code: 'KS' }, from: '2026-06-16', to: '2026-06-17' })),
    ).toBe('role-already');
    const rolesOn = async (day: string) => (await listGrantsToday(store.read, 'auditor', day)).map(({ role }) => role);
    expect([
      await rolesOn('2026-06-15'),
      await rolesOn('2026-06-16'),
      await rolesOn('2026-06-17'),
      await rolesOn('2026-06-18'),
    ]).toEqual([['auditor'], ['auditor', 'approver'], ['auditor', 'approver'], ['auditor']]);
  });

  it('leave an administrator without an end date, whatever is taken or disabled', async () => {
    const { store, administrator, commandLine } = await prepare();
    const roleOf = async (personId: string) =>
      (await store.read.roleGrant.findFirstOrThrow({ where: { personId, role: 'administrator' } })).id;
    const second = await roleOf('second');
    expect(codeOf(await takeRole(commandLine, { personId: 'auditor', roleId: second }))).toBe('unknown-role');
    expect(codeOf(await takeRole(commandLine, { personId: 'second', roleId: second }))).toBe('ok');
    const last = { personId: 'administrator', roleId: await roleOf('administrator') };
    const before = await everything(store);
    expect(codeOf(await takeRole(commandLine, last))).toBe('last-administrator');
    expect(codeOf(await disablePerson(commandLine, { personId: 'administrator' }))).toBe('last-administrator');
    expect(codeOf(await disablePerson(administrator, { personId: 'administrator' }))).toBe('own-person');
    expect(await everything(store)).toBe(before);
    await giveRole(commandLine, {
      personId: 'auditor',
      role: 'administrator',
      unit: null,
      from: null,
      to: '2099-12-31',
    });
    expect(codeOf(await takeRole(commandLine, last))).toBe('last-administrator');
    await giveRole(commandLine, { personId: 'secretariat', role: 'administrator', ...ALWAYS });
    expect(codeOf(await takeRole(commandLine, last))).toBe('ok');
  });
});

describe('substitutes', () => {
  const period = { from: '2026-06-10', to: '2026-06-20' };

  it('have the rights of whoever is away for those days, and do not pass on what was lent to them', async () => {
    const { store, commandLine } = await prepare();
    const accountant = await contextOf(store, 'accountant');
    const named = await nameSubstitute(accountant, { absentId: 'accountant', substituteId: 'auditor', ...period });
    expect(codeOf(named)).toBe('ok');
    await nameSubstitute(commandLine, { absentId: 'auditor', substituteId: 'secretariat', ...period });
    const lent = { role: 'accountant', unit: null, onBehalfOf: { personId: 'accountant', name: 'Prøve accountant' } };
    const grantsOn = (personId: string, day: string) => listGrantsToday(store.read, personId, day);
    expect(await grantsOn('auditor', '2026-06-10')).toContainEqual(lent);
    expect(await grantsOn('auditor', '2026-06-20')).toContainEqual(lent);
    for (const day of ['2026-06-09', '2026-06-21']) expect(await grantsOn('auditor', day)).toHaveLength(1);
    expect((await grantsOn('secretariat', TODAY)).map(({ role }) => role)).toEqual(['secretariat', 'auditor']);
    // Whoever is disabled lends nothing.
    await disablePerson(commandLine, { personId: 'accountant' });
    expect(await grantsOn('auditor', TODAY)).toHaveLength(1);
  });

  it('are named by whoever is away or by an administrator, and nobody names themselves', async () => {
    const { store, administrator } = await prepare();
    const accountant = await contextOf(store, 'accountant');
    const name = (context: Context, absentId: string, substituteId: string, days = period) =>
      nameSubstitute(context, { absentId, substituteId, ...days });
    expect(codeOf(await name(accountant, 'accountant', 'accountant'))).toBe('own-substitute');
    expect(codeOf(await name(accountant, 'approver', 'accountant'))).toBe('not-allowed');
    expect(codeOf(await name(administrator, 'auditor', 'administrator'))).toBe('own-role');
    expect(codeOf(await name(accountant, 'accountant', 'nobody'))).toBe('unknown-person');
    expect(codeOf(await name(accountant, 'accountant', 'auditor', { from: '2026-06-20', to: '2026-06-10' }))).toBe(
      'ends-before-it-begins',
    );
    // Neither way round: who administers does not log, lent or not.
    expect(codeOf(await name(accountant, 'accountant', 'administrator'))).toBe('roles-apart');
    expect(codeOf(await name(administrator, 'second', 'approver'))).toBe('roles-apart');
    expect(await store.read.substitution.count()).toBe(0);
  });

  it('are taken back by whoever is away or an administrator; to others there is none', async () => {
    const { store, administrator } = await prepare();
    const accountant = await contextOf(store, 'accountant');
    const name = async () => {
      const named = await nameSubstitute(accountant, { absentId: 'accountant', substituteId: 'auditor', ...period });
      return { substitutionId: named.ok ? named.value : 0 };
    };
    const first = await name();
    expect(codeOf(await endSubstitution(await contextOf(store, 'auditor'), first))).toBe('unknown-substitution');
    expect(codeOf(await endSubstitution(await contextOf(store, 'approver'), { substitutionId: 999 }))).toBe(
      'unknown-substitution',
    );
    expect(codeOf(await endSubstitution(accountant, first))).toBe('ok');
    expect(codeOf(await endSubstitution(administrator, await name()))).toBe('ok');
    expect(await store.read.substitution.count()).toBe(0);
  });
});

describe('own sessions', () => {
  it('are ended by their owner alone', async () => {
    const { store } = await prepare();
    await new Browser(store).signIn('auditor@kommune.dk', PASSWORD);
    const { id } = await store.read.session.findFirstOrThrow();
    expect(codeOf(await endOwnSession(await contextOf(store, 'administrator'), { sessionId: id }))).toBe(
      'unknown-session',
    );
    expect(await store.read.session.count()).toBe(1);
    expect(codeOf(await endOwnSession(await contextOf(store, 'auditor'), { sessionId: id }))).toBe('ok');
    expect(await store.read.session.count()).toBe(0);
  });
});

describe('adding a person', () => {
  it('refuses an address that is taken, whatever its case, and roles that cannot go together, without a trace', async () => {
    const { store, commandLine } = await prepare();
    const before = await everything(store);
    const add = (input: object) => addPerson(commandLine, { name: 'N', email: 'n@kommune.dk', roles: [], ...input });
    expect(codeOf(await add({ email: 'AUDITOR@kommune.dk' }))).toBe('email-taken');
    expect(codeOf(await add({ email: 'not an address' }))).toBe('not-an-email');
    expect(codeOf(await add({ name: ' ' }))).toBe('required');
    const both = [
      { role: 'approver', ...ALWAYS },
      { role: 'administrator', ...ALWAYS },
    ];
    expect(codeOf(await add({ roles: both }))).toBe('roles-apart');
    expect(await everything(store)).toBe(before);
  });
});
