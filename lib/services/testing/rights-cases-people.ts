import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { addPerson } from '../add-person.ts';
import { countTasks } from '../count-tasks.ts';
import { disablePerson } from '../disable-person.ts';
import { enablePerson } from '../enable-person.ts';
import { endOwnSession } from '../end-own-session.ts';
import { endSessions } from '../end-sessions.ts';
import { endSubstitution } from '../end-substitution.ts';
import { findPersonId } from '../find-person-id.ts';
import { getOwnAccount } from '../get-own-account.ts';
import { getPerson } from '../get-person.ts';
import { getSignInSettings } from '../get-sign-in-settings.ts';
import { getTasks } from '../get-tasks.ts';
import { giveRole } from '../give-role.ts';
import { listPeople } from '../list-people.ts';
import { markRead } from '../mark-read.ts';
import { nameSubstitute } from '../name-substitute.ts';
import { resetPerson } from '../reset-person.ts';
import { takeRole } from '../take-role.ts';
import { updateSignInSettings } from '../update-sign-in-settings.ts';
import type { RightsCase } from './rights-case.ts';
import { proberWith } from './rights-things.ts';

const manage = { does: 'write', by: 'managePeople', at: EVERYWHERE } as const;
const read = { does: 'read', by: 'managePeople', at: EVERYWHERE } as const;
const dates = { from: '2024-01-01', to: '2024-01-31' };
const role = { role: 'auditor', unit: null, from: null, to: null };
const self = proberWith().personId;

/** People, their roles and sessions: those of others are the administrator's, one's own are one's own. */
export const PEOPLE_CASES: readonly RightsCase[] = [
  { ...read, use: 'listPeople', namesNothing: true, call: (context) => listPeople(context) },
  { ...read, use: 'getPerson', call: (context, ids) => getPerson(context, ids.person) },
  { ...read, use: 'findPersonId', call: (context, ids) => findPersonId(context, ids.email) },
  {
    ...manage,
    use: 'addPerson',
    namesNothing: true,
    call: (context) => addPerson(context, { name: 'Demo Ny', email: 'ny@afstemt.example', roles: [role] }),
  },
  { ...manage, use: 'disablePerson', call: (context, ids) => disablePerson(context, { personId: ids.person }) },
  { ...manage, use: 'enablePerson', call: (context, ids) => enablePerson(context, { personId: ids.disabledPerson }) },
  { ...manage, use: 'resetPerson', call: (context, ids) => resetPerson(context, { personId: ids.person }) },
  { ...manage, use: 'endSessions', call: (context, ids) => endSessions(context, { personId: ids.person }) },
  { ...manage, use: 'giveRole', call: (context, ids) => giveRole(context, { personId: ids.person, ...role }) },
  {
    ...manage,
    use: 'takeRole',
    call: (context, ids) => takeRole(context, { personId: ids.person, roleId: ids.role }),
  },
  {
    ...manage,
    use: 'nameSubstitute',
    call: (context, ids) =>
      nameSubstitute(context, { absentId: ids.person, substituteId: 'demo-forbereder', ...dates }),
  },
  {
    ...manage,
    use: 'endSubstitution',
    call: (context, ids) => endSubstitution(context, { substitutionId: ids.substitution }),
  },
  { ...read, use: 'getSignInSettings', namesNothing: true, call: (context) => getSignInSettings(context) },
  {
    ...manage,
    use: 'updateSignInSettings',
    namesNothing: true,
    call: (context) =>
      updateSignInSettings(context, {
        requiresSecondFactor: true,
        oidc: { issuer: '', clientId: '', label: '', groupClaim: '', newcomers: 'match', mapping: [] },
      }),
  },
  {
    does: 'read',
    by: 'anyone',
    use: 'getOwnAccount',
    namesNothing: true,
    call: (context) => getOwnAccount(context),
  },
  {
    does: 'write',
    by: 'anyone',
    use: 'nameSubstitute: for oneself',
    call: (context, ids) => nameSubstitute(context, { absentId: self, substituteId: ids.person, ...dates }),
  },
  {
    does: 'write',
    by: 'anyone',
    use: 'endSubstitution: one’s own',
    call: (context, ids) => endSubstitution(context, { substitutionId: ids.ownSubstitution }),
  },
  { does: 'read', by: 'anyone', use: 'countTasks', namesNothing: true, call: (context) => countTasks(context) },
  {
    does: 'read',
    by: 'anyone',
    use: 'getTasks',
    namesNothing: true,
    shows: ['ALFA-kommentar', 'BETA-kommentar'],
    call: (context) => getTasks(context),
  },
  {
    does: 'write',
    by: 'own',
    use: 'markRead',
    isUntold: true,
    call: async (context, ids) => {
      const marked = await markRead(context, { ids: [ids.notice] });
      return marked.ok && marked.value.read === 0 ? { ok: false } : marked;
    },
  },
  {
    does: 'write',
    by: 'own',
    use: 'endOwnSession',
    call: (context, ids) => endOwnSession(context, { sessionId: ids.session }),
  },
];
