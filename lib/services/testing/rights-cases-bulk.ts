import { assignAccounts } from '../assign-accounts.ts';
import { copyPlans } from '../copy-plans.ts';
import { editAccounts } from '../edit-accounts.ts';
import { editFindings } from '../edit-findings.ts';
import { listAssignees } from '../list-assignees.ts';
import { logCategory1, previewCategory1 } from '../log-category-1.ts';
import { undoChangeSet } from '../undo-change-set.ts';
import { refusalIn } from './refusal-in.ts';
import type { RightsCase } from './rights-case.ts';
import { ALFA, BETA, PERIOD, SHARED } from './rights-names.ts';

const log = { does: 'write', by: 'log', at: ALFA } as const;
const assign = { does: 'write', by: 'assign', at: ALFA } as const;
const words = { documented: false, method: null, reconciledOn: null, initials: '', submit: false, allOrNothing: false };

function category1(account: string) {
  return { periodId: PERIOD, accounts: [{ account, version: 0 }], ...words };
}

function cell(account: string, version: number, column: string, text: string) {
  return { periodId: PERIOD, changes: [{ account, version, column, text }] };
}

function findingCell(account: string, committee: string, version: number) {
  const changes = [{ account, committee, version, column: 'tema', text: 'Prøve' }];
  return { periodId: PERIOD, reason: 'Prøve', allOrNothing: false, changes };
}

/** Acts on many at once, and cells that are typed into lists. Each is judged by itself, so one stands for many. */
export const BULK_CASES: readonly RightsCase[] = [
  {
    does: 'read',
    by: 'log',
    at: ALFA,
    use: 'previewCategory1',
    call: async (context, ids) => refusalIn(await previewCategory1(context, category1(ids.newAccount))),
  },
  {
    ...log,
    use: 'logCategory1',
    call: async (context, ids) => refusalIn(await logCategory1(context, category1(ids.newAccount))),
  },
  {
    ...log,
    use: 'editAccounts',
    call: async (context, ids) => refusalIn(await editAccounts(context, cell(ids.newAccount, 0, 'kategori', '1'))),
  },
  {
    ...assign,
    use: 'editAccounts: by when',
    call: async (context, ids) => refusalIn(await editAccounts(context, cell(ids.account, 0, 'frist', '1.2.2024'))),
  },
  {
    ...log,
    use: 'editAccounts: of others, with a finding of one’s own',
    at: BETA,
    seenAt: SHARED,
    call: async (context, ids) =>
      refusalIn(await editAccounts(context, cell(ids.sharedAccount, ids.sharedVersion, 'initialer', 'NY'))),
  },
  {
    ...assign,
    use: 'assignAccounts',
    call: async (context, ids) =>
      refusalIn(
        await assignAccounts(context, {
          periodId: PERIOD,
          accounts: [ids.account],
          deadline: '2024-02-01',
          allOrNothing: false,
        }),
      ),
  },
  {
    ...log,
    use: 'editFindings',
    call: async (context, ids) =>
      refusalIn(await editFindings(context, findingCell(ids.draftAccount, 'ALU', ids.draftVersion))),
  },
  {
    ...log,
    use: 'editFindings: one’s own on an account of others',
    at: BETA,
    seenAt: SHARED,
    call: async (context, ids) =>
      refusalIn(await editFindings(context, findingCell(ids.sharedAccount, 'ALU', ids.sharedVersion))),
  },
  {
    ...log,
    use: 'copyPlans',
    call: async (context, ids) => {
      const findings = [{ account: ids.draftAccount, committee: 'ALU', version: ids.draftVersion }];
      return refusalIn(await copyPlans(context, { periodId: PERIOD, findings, allOrNothing: false }));
    },
  },
  {
    ...assign,
    use: 'undoChangeSet',
    call: async (context, ids) => refusalIn(await undoChangeSet(context, { id: ids.changeSet })),
  },
  {
    does: 'read',
    by: 'anyone',
    use: 'listAssignees',
    call: (context, ids) => listAssignees(context, ids.period),
  },
];
