import path from 'node:path';
import { DEMO_PEOPLE } from '#lib/auth/people.ts';
import { openStore } from '#lib/db/store.ts';
import { getAccount } from '../get-account.ts';
import { logReconciliation } from '../log-reconciliation.ts';

/** A process that saves one account again and again in the folder it is given, to be killed while it does. */
const store = openStore(process.argv[2] ?? '', path.resolve(import.meta.dirname, '../../..'));
const context = { store, actor: DEMO_PEOPLE.accountant2 };
for (let round = 0; round < 10_000; round += 1) {
  const detail = await getAccount(context, '2023-12', '95900015');
  if (!detail?.reconciliation) throw new Error('the account is not there');
  const { documentedBalance, method, reconciledOn, findings } = detail.reconciliation;
  const result = await logReconciliation(context, {
    periodId: '2023-12',
    account: '95900015',
    version: detail.version,
    needsFollowUp: true,
    documentedBalance,
    method,
    reconciledOn,
    initials: `R${round}`,
    findings,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  // The first save reads everything from cold; the moments are counted from when saves follow each other.
  if (round === 0) process.stdout.write('begin\n');
}
