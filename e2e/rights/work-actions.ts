import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { type ActionLine, NO_ACCOUNT, numberOf, verdictOf, versionOf } from './action-line.ts';
import { query } from './database.ts';
import { OF_BIU, OF_KFF, OF_KFU, REGISTER_OF_BIU, type Spot } from './rights-line.ts';

const PERIOD = 'app/(shell)/[period]';

const save = (account: string, at: Spot): ActionLine => ({
  file: `${PERIOD}/konti/[account]/actions.ts`,
  name: 'saveReconciliation',
  by: 'log',
  at,
  given: (folder) => [verdictOf(account, versionOf(folder, account))],
  missing: () => [verdictOf(NO_ACCOUNT, 1)],
});

const comment = (account: string, at: Spot): ActionLine => {
  const on = (number: string) => [
    { periodId: '2023-12', account: number, committee: null, text: 'Prøve', mentions: [] },
  ];
  return {
    file: `${PERIOD}/konti/[account]/actions.ts`,
    name: 'saveComment',
    by: 'comment',
    at,
    given: () => on(account),
    missing: () => on(NO_ACCOUNT),
  };
};

const document = (id: number, at: Spot): ActionLine => ({
  file: `${PERIOD}/document-actions.ts`,
  name: 'removeDocument',
  by: 'attach',
  at,
  given: () => [{ id, reason: 'Prøve' }],
  missing: () => [{ id: 999, reason: 'Prøve' }],
});

/** Accounts that the test submits before it begins. */
export const SUBMITTED = [
  { account: '90100007', at: OF_BIU },
  { account: '90100012', at: OF_BIU },
  { account: '90100013', at: OF_BIU },
  { account: '90100011', at: OF_KFU },
  { account: '90100016', at: OF_KFF },
] as const;

/** An act of the workflow on an account. */
function move(name: string, by: 'log' | 'approve', account: string, at: Spot, more: object = {}): ActionLine {
  const of = (number: string, version: number) => [
    { periodId: '2023-12', accounts: [{ account: number, version }], ...more },
  ];
  return {
    file: `${PERIOD}/approval-actions.ts`,
    name,
    by,
    at,
    given: (folder) => of(account, versionOf(folder, account)),
    missing: () => of(NO_ACCOUNT, 1),
  };
}

const readApproval = (account: string, at: Spot): ActionLine => ({
  file: `${PERIOD}/approval-actions.ts`,
  name: 'readApproval',
  by: 'approve',
  at,
  isReading: true,
  given: () => ['2023-12', account],
  missing: () => ['2023-12', NO_ACCOUNT],
});

/** Texts that plans start from belong to no unit. */
const templates = { file: `${PERIOD}/konti/[account]/template-actions.ts`, by: 'keepTemplates' } as const;
const template = { field: 'problem', name: 'Prøve', text: 'Beløbet afklares.' };
const templateId = (folder: string) => numberOf(folder, 'SELECT max(id) AS found FROM TextTemplate');

/** The keys of an account's first item and step as they were carried on, and whose finding they are of. */
function followUpOf(folder: string, account: string) {
  const [found] = query<{ committee: string; itemKey: string; postingDate: string; stepKey: string }>(
    folder,
    `SELECT f.committeeCode AS committee, i.key AS itemKey, i.postingDate, s.key AS stepKey
     FROM Finding f JOIN Item i ON i.findingId = f.id JOIN PlanStep s ON s.findingId = f.id
     WHERE f.periodId = '2024-01' AND f.accountNumber = ? AND i.amount > 100 ORDER BY i.position, s.position`,
    account,
  );
  if (!found) throw new Error(`No follow-up on ${account}.`);
  return found;
}

type FollowUp = ReturnType<typeof followUpOf>;

/** An act on an item or a step of an account's finding. */
function follow(name: string, account: string, at: Spot, more: (of: FollowUp, folder: string) => object): ActionLine {
  const handed = (folder: string, number: string) => {
    const of = followUpOf(folder, account);
    return [{ periodId: '2024-01', account: number, committee: of.committee, ...more(of, folder) }];
  };
  return {
    file: `${PERIOD}/konti/[account]/follow-up-actions.ts`,
    name,
    by: 'log',
    at,
    given: (folder) => handed(folder, account),
    missing: (folder) => handed(folder, NO_ACCOUNT),
  };
}

const settle = (account: string, at: Spot): ActionLine =>
  follow('settleItemAction', account, at, ({ itemKey, postingDate }) => ({
    itemKey,
    kind: 'settled',
    date: postingDate,
    amount: 100n,
    voucher: 'B-1',
    reason: 'Prøve',
  }));

/** Cells of *Konti* and *Opfølgning*, and what is asked before and taken back after. */
const lists = { file: `${PERIOD}/list-actions.ts`, by: 'log' } as const;
const cellOf = (account: string, version: number) => [
  { periodId: '2023-12', changes: [{ account, version, column: 'initialer', text: 'PRØVE' }] },
];
const findingCellOf = (account: string, version: number) => [
  {
    periodId: '2023-12',
    reason: 'Prøve',
    allOrNothing: false,
    changes: [{ account, committee: 'BIU', version, column: 'tema', text: 'Prøve' }],
  },
];
const asked = (account: string) => [{ periodId: '2023-12', accounts: [{ account, version: 0 }] }];

const registers = { file: `${PERIOD}/registre/[register]/actions.ts` };
const comparison = { ...registers, by: 'keepComparison', at: EVERYWHERE } as const;
const transfers = { ...registers, by: 'controlTransfers', at: REGISTER_OF_BIU } as const;
const ofTransfers = { periodId: '2023-12', register: 'systemafstemninger' };

function transferOf(lineId: number | null, version: number) {
  const plan = { responsible: '', activity: '', deadline: '', consequence: '' };
  const content = { committee: 'BIU', sourceSystem: `Prøve ${lineId}`, receiver: 'Kvantum', difference: 100n, ...plan };
  return [{ ...ofTransfers, lineId, version, content }];
}

/** What is done in a period, in an order in which each can be done after those before it. */
export const WORK: readonly ActionLine[] = [
  readApproval('95900015', OF_BIU),
  readApproval('91500009', OF_KFF),
  { ...templates, name: 'saveTemplateAction', given: () => [{ ...template, id: null }] },
  {
    ...templates,
    name: 'saveTemplateAction',
    given: (folder) => [{ ...template, name: 'Prøve igen', id: templateId(folder) }],
  },
  { ...templates, name: 'removeTemplateAction', given: (folder) => [{ id: templateId(folder) }] },
  move('approveAccounts', 'approve', '90100007', OF_BIU),
  move('approveAccounts', 'approve', '90100016', OF_KFF),
  move('returnAccounts', 'approve', '90100012', OF_BIU, { reason: 'Prøve' }),
  move('returnAccounts', 'approve', '90100011', OF_KFU, { reason: 'Prøve' }),
  move('takeBackAccounts', 'log', '90100013', OF_BIU),
  move('submitAccounts', 'log', '90100013', OF_BIU),
  move('submitAccounts', 'log', '90100011', OF_KFU),
  settle('91500001', OF_KFU),
  settle('91500009', OF_KFF),
  follow('takeBackSettlementAction', '91500001', OF_KFU, (_, folder) => ({
    settlementId: numberOf(folder, `SELECT min(id) AS found FROM Settlement WHERE accountNumber = '91500001'`),
    reason: 'Prøve',
  })),
  follow('moveDeadlineAction', '91500001', OF_KFU, ({ stepKey }) => ({ stepKey, to: '2024-09-30', reason: 'Prøve' })),
  follow('finishStepAction', '91500001', OF_KFU, ({ stepKey }) => ({ stepKey, on: '2024-02-01' })),
  follow('resumeStepAction', '91500001', OF_KFU, ({ stepKey }) => ({ stepKey, reason: 'Prøve' })),
  follow('dropStepAction', '91500009', OF_KFF, ({ stepKey }) => ({ stepKey, reason: 'Prøve' })),
  save('95900015', OF_BIU),
  save('91500001', OF_KFU),
  save('91500009', OF_KFF),
  {
    ...lists,
    name: 'saveAccountCells',
    given: (folder) => cellOf('95900015', versionOf(folder, '95900015')),
  },
  {
    ...lists,
    name: 'saveFindingCells',
    // Of the same place, and of no verdict above.
    given: (folder) => findingCellOf('95900022', versionOf(folder, '95900022')),
  },
  { ...lists, name: 'askCategory1', isReading: true, given: () => asked('95900015'), refusal: 'already-logged' },
  { ...lists, name: 'undoInAccounts', by: 'signedIn', isOwn: true, given: () => ['2023-12', 999] },
  { ...lists, name: 'undoInFindings', by: 'signedIn', isOwn: true, given: () => ['2023-12', 999] },
  comment('95900015', OF_BIU),
  comment('91500001', OF_KFU),
  comment('91500009', OF_KFF),
  document(1, OF_BIU),
  document(2, OF_KFU),
  document(3, OF_KFF),
  { ...transfers, name: 'saveLine', given: () => transferOf(null, 0) },
  { ...transfers, name: 'saveLine', given: () => transferOf(5, 1) },
  { ...transfers, name: 'removeLine', given: () => [{ ...ofTransfers, lineId: 6, version: 1 }] },
  {
    ...comparison,
    name: 'saveLine',
    given: () => {
      const content = { category: 2, accounts: 76, net: 1n };
      return [{ periodId: '2023-12', register: 'sammenligningstal', lineId: 2, version: 1, content }];
    },
  },
  {
    ...registers,
    name: 'setNone',
    by: 'keepRegister',
    at: REGISTER_OF_BIU,
    given: () => [{ periodId: '2023-12', register: 'egenkapital', committee: 'BIU', confirmed: false }],
  },
];
