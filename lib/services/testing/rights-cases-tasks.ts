import { listTaskAccounts } from '../list-task-accounts.ts';
import type { RightsCase } from './rights-case.ts';

const each = { does: 'read', by: 'anyone', namesNothing: true } as const;

/** The lists of one's own work, as an account's page goes through them. */
export const TASK_CASES: readonly RightsCase[] = [
  {
    ...each,
    use: 'listTaskAccounts: accounts to go on with',
    call: (context, ids) => listTaskAccounts(context, ids.period, ids.account, 'assigned'),
  },
  {
    ...each,
    use: 'listTaskAccounts: by deadlines',
    call: (context, ids) => listTaskAccounts(context, ids.period, ids.account, 'due'),
  },
];
