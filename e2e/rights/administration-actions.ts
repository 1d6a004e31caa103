import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { BUILT_IN_PROFILES } from '#lib/import/mapping/built-in.ts';
import { type ActionLine, numberOf } from './action-line.ts';

const people = {
  file: 'app/(shell)/administration/personer/actions.ts',
  by: 'managePeople',
  at: EVERYWHERE,
} as const;

const own = { file: 'app/(shell)/min-konto/actions.ts', by: 'signedIn' } as const;

const preferences = { file: 'app/preference-actions.ts', by: 'signedIn' } as const;

const periods = {
  file: 'app/(shell)/administration/perioder/actions.ts',
  by: 'managePeriods',
  at: EVERYWHERE,
} as const;

const structure = {
  file: 'app/(shell)/administration/struktur/actions.ts',
  by: 'manageStructure',
  at: EVERYWHERE,
} as const;

const retention = {
  file: 'app/(shell)/administration/opbevaring/actions.ts',
  by: 'dispose',
  at: EVERYWHERE,
} as const;

const sharing = { file: 'app/(shell)/[period]/fordeling/actions.ts', by: 'keepSharing', at: EVERYWHERE } as const;

/** The import that brought the demo: the approvals stand on it. */
const imports = { file: 'app/(shell)/import/[id]/actions.ts', by: 'import', at: EVERYWHERE } as const;

const profiles = { file: 'app/(shell)/import/actions.ts', by: 'import', at: EVERYWHERE } as const;

const PROFILE = {
  name: 'Prøvekilde',
  headings: ['Nr', 'Sum'],
  content: BUILT_IN_PROFILES[0]?.content,
  replaces: true,
};

/** What administrators do, and what everybody does with what is theirs; in an order in which each can be done. */
export const ADMINISTRATION: readonly ActionLine[] = [
  {
    ...imports,
    name: 'undoImportAction',
    given: () => [{ importId: 1, reason: 'Prøve' }],
    refusal: 'import-stands',
  },
  { ...profiles, name: 'saveProfile', given: () => [PROFILE] },
  {
    ...profiles,
    name: 'removeProfile',
    given: (folder) => [{ id: numberOf(folder, `SELECT max(id) AS found FROM MappingProfile`) }],
    missing: () => [{ id: 999_999 }],
  },
  {
    file: 'app/(shell)/indstillinger/actions.ts',
    name: 'saveSettings',
    by: 'changeSettings',
    at: EVERYWHERE,
    given: () => {
      const centre = { serviceCentreCode: 'KS', serviceCentreName: 'Koncernservice' };
      return [{ municipality: 'Prøve Kommune', ...centre, erpSystem: 'Kvantum', debtorSystem: 'Opus Debitor' }];
    },
  },
  {
    file: 'app/(shell)/indstillinger/actions.ts',
    name: 'saveApprovalSettings',
    by: 'changeSettings',
    at: EVERYWHERE,
    given: () => [{ twoApproversAbove: 100_000n }],
  },
  {
    file: 'app/(shell)/indstillinger/actions.ts',
    name: 'saveLimitationSettings',
    by: 'changeSettings',
    at: EVERYWHERE,
    given: () => [{ warningMonths: 4 }],
  },
  {
    file: 'app/(shell)/indstillinger/actions.ts',
    name: 'saveBrand',
    by: 'changeSettings',
    at: EVERYWHERE,
    given: () => [{ colour: '#5a1a2b', logo: null, alternativeText: '' }],
  },
  {
    file: 'app/(shell)/indstillinger/actions.ts',
    name: 'saveCoverNote',
    by: 'changeSettings',
    at: EVERYWHERE,
    given: () => [null],
  },
  {
    ...people,
    name: 'addPersonAction',
    given: () => [{ name: 'Demo Ny', email: 'demo-ny@afstemt.example', roles: [] }],
  },
  {
    ...people,
    name: 'giveRoleAction',
    given: () => [{ personId: 'demo-systemejer', role: 'approver', unit: null, from: null, to: null }],
  },
  {
    ...people,
    name: 'takeRoleAction',
    given: (folder) => {
      const sql = `SELECT max(id) AS found FROM RoleGrant WHERE personId = 'demo-systemejer'`;
      return [{ personId: 'demo-systemejer', roleId: numberOf(folder, sql) }];
    },
  },
  { ...people, name: 'resetPersonAction', given: () => [{ personId: 'demo-sekretariat' }] },
  { ...people, name: 'disablePersonAction', given: () => [{ personId: 'demo-kontrollant' }] },
  { ...people, name: 'enablePersonAction', given: () => [{ personId: 'demo-kontrollant' }] },
  { ...people, name: 'endSessionsAction', given: () => [{ personId: 'demo-kontrollant' }] },
  {
    file: 'app/(shell)/administration/log-ind-udbyder/actions.ts',
    name: 'saveSignInSettings',
    by: 'managePeople',
    at: EVERYWHERE,
    given: () => {
      const oidc = { issuer: '', clientId: '', label: 'Prøve', groupClaim: '', newcomers: 'match', mapping: [] };
      return [{ requiresSecondFactor: false, oidc }];
    },
  },
  {
    ...own,
    name: 'saveRemindersAction',
    given: () => [{ frequency: 'weekly', daysBefore: 7, quietFrom: 17, quietUntil: 7 }],
  },
  { ...own, name: 'makeCalendarAction', given: () => [] },
  { ...own, name: 'removeCalendarAction', given: () => [] },
  {
    ...own,
    name: 'nameSubstituteAction',
    isOwn: true,
    given: () => [{ absentId: 'demo-ingen', substituteId: 'demo-revisor', from: '2026-01-01', to: '2026-01-31' }],
  },
  { ...own, name: 'endSubstitutionAction', isOwn: true, given: () => [{ substitutionId: 999 }] },
  { ...own, name: 'endOwnSessionAction', isOwn: true, given: () => [{ sessionId: 'ingen' }] },
  {
    file: 'app/(shell)/mine-opgaver/actions.ts',
    name: 'markNotices',
    by: 'signedIn',
    given: () => [{ ids: [999] }],
  },
  { ...preferences, name: 'chooseNavigation', given: () => [true] },
  { ...preferences, name: 'chooseLanguage', given: () => [formOf('language', 'da')] },
  { ...preferences, name: 'chooseTheme', given: () => [formOf('theme', 'dark')] },
  {
    file: 'app/(sign-in)/velkommen/actions.ts',
    name: 'choosePasswordAction',
    by: 'anyone',
    isOwn: true,
    given: () => [{ code: 'forkert', password: 'en lang adgangskode', name: 'Demo', email: 'demo@afstemt.example' }],
  },
  {
    ...structure,
    name: 'saveSuccessionAction',
    given: () => [{ kind: 'committee', fiscalYear: 2024, from: 'BIU', to: 'BUU' }],
  },
  {
    ...sharing,
    name: 'saveSharingKeyAction',
    given: () => {
      const parts = ['BIU', 'TMU'].map((committee) => ({ committee, weight: 500_000n }));
      return [{ periodId: '2023-12', id: null, version: 0, name: 'Prøve', kind: 'percent', parts, accounts: [] }];
    },
  },
  { ...sharing, name: 'removeSharingKeyAction', given: () => [{ periodId: '2023-12', id: 1, version: 1 }] },
  {
    ...retention,
    name: 'saveTerms',
    given: () => [{ accounting: 6, documents: 6, comments: 6, trail: 6, persons: 2 }],
  },
  { ...retention, name: 'askForDisposal', given: () => ['documents'], refusal: 'nothing-run-out' },
  { ...retention, name: 'withdrawDisposal', given: () => [1], refusal: 'unknown-disposal' },
  { ...retention, name: 'disposeForEver', given: () => [1], refusal: 'unknown-disposal' },
  { ...periods, name: 'openNextPeriodAction', given: () => [{ from: '2024-01', to: '2024-02' }] },
  { ...periods, name: 'closePeriodAction', given: () => [{ periodId: '2024-02', confirmed: true }] },
  { ...periods, name: 'lockPeriodAction', given: () => [{ periodId: '2024-02' }] },
  { ...periods, name: 'reopenPeriodAction', given: () => [{ periodId: '2024-02', reason: 'Prøve' }] },
];

function formOf(name: string, value: string): FormData {
  const form = new FormData();
  form.set(name, value);
  return form;
}
