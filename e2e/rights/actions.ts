import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { query } from './database.ts';
import { OF_BIU, OF_KFF, OF_KFU, REGISTER_OF_BIU, type Right } from './rights-line.ts';

/** An action as the test of rights calls it. */
export interface ActionLine extends Right {
  /** The file below app/ that holds it, and its name there. */
  file: string;
  name: string;
  /** A page that has it. */
  page: string;
  /** What it is handed, of what is stored in the folder. */
  given: (folder: string) => unknown;
  /** The same of a thing that is not there: whoever may not see the thing gets the same answer. */
  missing?: (folder: string) => unknown;
  /** Everyone may call it, for what is theirs: it answers a refusal to whoever names what is not. */
  isOwn?: true;
  /** It cannot be done to what the line names, whoever asks; the code that says why. */
  refusal?: string;
}

const WORK = 'app/(shell)/[period]';

function versionOf(folder: string, account: string): number {
  const [row] = query<{ version: number }>(
    folder,
    `SELECT version FROM Reconciliation WHERE periodId = '2023-12' AND accountNumber = ?`,
    account,
  );
  return row?.version ?? 0;
}

/** A verdict as the account's page hands it in. */
export function verdict(account: string, version: number, more: object = {}): Record<string, unknown> {
  return {
    periodId: '2023-12',
    account,
    version,
    needsFollowUp: false,
    documentedBalance: null,
    method: null,
    reconciledOn: null,
    initials: 'XYZ',
    submit: false,
    findings: [],
    ...more,
  };
}

const save = (account: string, at: Right['at']): ActionLine => ({
  file: `${WORK}/konti/[account]/actions.ts`,
  name: 'saveReconciliation',
  page: '/2023-12/konti/95900015',
  by: 'log',
  at,
  given: (folder) => verdict(account, versionOf(folder, account)),
  missing: () => verdict('12345678', 0),
});

const registers = { file: `${WORK}/registre/[register]/actions.ts`, page: '/2023-12/registre/egenkapital' };
const comparison = { ...registers, by: 'keepComparison', at: EVERYWHERE } as const;
const transfers = { ...registers, by: 'controlTransfers', at: REGISTER_OF_BIU } as const;
const ofRegister = { periodId: '2023-12', register: 'systemafstemninger' };

function transferOf(lineId: number | null, version: number) {
  const content = { committee: 'BIU', sourceSystem: 'Prøve', receiver: 'Kvantum', difference: 100n, responsible: '' };
  return { ...ofRegister, lineId, version, content: { ...content, activity: '', deadline: null, consequence: '' } };
}

const people = {
  file: 'app/(shell)/administration/personer/actions.ts',
  page: '/administration/personer/demo-revisor',
  by: 'managePeople',
  at: EVERYWHERE,
} as const;

const own = { file: 'app/(shell)/min-konto/actions.ts', page: '/min-konto', by: 'signedIn' } as const;

const preferences = { file: 'app/preference-actions.ts', page: '/hjaelp', by: 'signedIn' } as const;

const document = (id: number, at: Right['at']): ActionLine => ({
  file: `${WORK}/document-actions.ts`,
  name: 'removeDocument',
  page: '/2023-12/konti/95900015',
  by: 'attach',
  at,
  given: () => ({ id, reason: 'Prøve' }),
  missing: () => ({ id: 999, reason: 'Prøve' }),
});

/** In an order in which each can be done after those before it. */
export const ACTIONS: readonly ActionLine[] = [
  save('95900015', OF_BIU),
  save('91500001', OF_KFU),
  save('91500009', OF_KFF),
  document(1, OF_BIU),
  document(2, OF_KFU),
  document(3, OF_KFF),
  { ...transfers, name: 'saveLine', given: () => transferOf(null, 0) },
  { ...transfers, name: 'saveLine', given: () => transferOf(5, 1) },
  { ...transfers, name: 'removeLine', given: () => ({ ...ofRegister, lineId: 6, version: 1 }) },
  {
    ...comparison,
    name: 'saveLine',
    given: () => ({
      periodId: '2023-12',
      register: 'sammenligningstal',
      lineId: 2,
      version: 1,
      content: { category: 2, accounts: 76, net: 1n },
    }),
  },
  {
    ...registers,
    name: 'setNone',
    by: 'keepRegister',
    at: REGISTER_OF_BIU,
    given: () => ({ periodId: '2023-12', register: 'egenkapital', committee: 'BIU', confirmed: false }),
  },
  {
    file: 'app/(shell)/indstillinger/actions.ts',
    name: 'saveSettings',
    page: '/indstillinger',
    by: 'changeSettings',
    at: EVERYWHERE,
    given: () => ({
      municipality: 'Prøve Kommune',
      serviceCentreCode: 'KS',
      serviceCentreName: 'Koncernservice',
      erpSystem: 'Kvantum',
      debtorSystem: 'Opus Debitor',
    }),
  },
  {
    ...people,
    name: 'addPersonAction',
    given: () => ({ name: 'Demo Ny', email: 'demo-ny@afstemt.example', roles: [] }),
  },
  {
    ...people,
    name: 'giveRoleAction',
    given: () => ({ personId: 'demo-systemejer', role: 'approver', unit: null, from: null, to: null }),
  },
  {
    ...people,
    name: 'takeRoleAction',
    given: (folder) => ({
      personId: 'demo-systemejer',
      roleId: query<{ id: number }>(
        folder,
        `SELECT max(id) AS id FROM RoleGrant WHERE personId = 'demo-systemejer' AND role = 'systemOwner'`,
      )[0]?.id,
    }),
  },
  { ...people, name: 'resetPersonAction', given: () => ({ personId: 'demo-sekretariat' }) },
  { ...people, name: 'disablePersonAction', given: () => ({ personId: 'demo-kontrollant' }) },
  { ...people, name: 'enablePersonAction', given: () => ({ personId: 'demo-kontrollant' }) },
  { ...people, name: 'endSessionsAction', given: () => ({ personId: 'demo-kontrollant' }) },
  {
    file: 'app/(shell)/administration/log-ind-udbyder/actions.ts',
    name: 'saveSignInSettings',
    page: '/administration/log-ind-udbyder',
    by: 'managePeople',
    at: EVERYWHERE,
    given: () => ({
      requiresSecondFactor: false,
      oidc: { issuer: '', clientId: '', label: 'Prøve', groupClaim: '', newcomers: 'match', mapping: [] },
    }),
  },
  {
    ...own,
    name: 'nameSubstituteAction',
    isOwn: true,
    given: () => ({ absentId: 'demo-ingen', substituteId: 'demo-revisor', from: '2026-01-01', to: '2026-01-31' }),
  },
  { ...own, name: 'endSubstitutionAction', isOwn: true, given: () => ({ substitutionId: 999 }) },
  { ...own, name: 'endOwnSessionAction', isOwn: true, given: () => ({ sessionId: 'ingen' }) },
  { ...preferences, name: 'chooseNavigation', given: () => true },
  { ...preferences, name: 'chooseLanguage', given: () => null },
  { ...preferences, name: 'chooseTheme', given: () => null },
  {
    file: 'app/(sign-in)/velkommen/actions.ts',
    name: 'choosePasswordAction',
    page: '/velkommen?kode=forkert',
    by: 'anyone',
    isOwn: true,
    given: () => ({ code: 'forkert', password: 'en lang adgangskode', name: 'Demo', email: 'demo@afstemt.example' }),
  },
];
