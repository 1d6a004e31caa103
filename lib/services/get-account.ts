import { listEvents } from '#lib/db/audit.ts';
import { listPersonNames } from '#lib/db/person-names.ts';
import { listVersions } from '#lib/db/reconciliations.ts';
import { readInstallation, readTwoApproversAbove, readWarningMonths } from '#lib/db/settings.ts';
import { type Account, accountKey, isSeparate, type Reconciliation, type Responsibility } from '#lib/domain/account.ts';
import type { AuditEvent } from '#lib/domain/audit.ts';
import type { Committee } from '#lib/domain/municipality.ts';
import { oneYearBefore, type Period } from '#lib/domain/period.ts';
import type { SharingKey } from '#lib/domain/sharing.ts';
import { seesFinding } from '#lib/domain/visibility.ts';
import { findStanding, type Standing } from './account-standing.ts';
import type { Context } from './context.ts';
import { narrowHistory } from './narrow-history.ts';
import { findPeriod, readVisibleState } from './read-state.ts';
import { seesWholeAccount } from './sees-account.ts';

/** Everything of one account in one period. Amounts in øre. */
export interface AccountDetail {
  period: Period;
  account: Account;
  functionName: string;
  responsibility: Responsibility | null;
  /** In words; '' where nobody is named or the code is unknown. */
  reconciledByName: string;
  committeeName: string;
  administrationName: string;
  separately: boolean;
  reconciliation: Reconciliation | null;
  /** The key by which its balance is shared between committees; null: it is one's alone. */
  sharing: SharingKey | null;
  /** What a save must name; 0 while nothing has been logged. */
  version: number;
  standing: Standing;
  /** Posting dates at or before this are older than one year. */
  olderLimit: string;
  /** Months before a claim is barred at which it is warned of. */
  warningMonths: number;
  committees: Committee[];
  /** Newest first. */
  history: AuditEvent[];
}

/** The account, however its number is written; null where the period has no such account. */
export async function getAccount(context: Context, periodId: string, number: string): Promise<AccountDetail | null> {
  const { store, actor } = context;
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  // Versions first: what changes in between makes a save be refused, never overwrite what was not seen.
  const versions = await listVersions(store.read, periodId);
  const state = await readVisibleState(context, period);
  const key = accountKey(number);
  const account = state.accounts.find((one) => accountKey(one.number) === key);
  if (!account) return null;
  const responsibility = state.responsibilities.get(account.number);
  const [installation, names, limit, warningMonths] = await Promise.all([
    readInstallation(store.read),
    listPersonNames(store.read),
    readTwoApproversAbove(store.read),
    readWarningMonths(store.read),
  ]);
  const nameOf = (units: readonly { code: string; name: string }[], code: string | undefined) =>
    units.find((unit) => unit.code === code)?.name ?? '';
  const serviceCentre = { code: installation.serviceCentreCode, name: installation.serviceCentreName };
  const events = await listEvents(
    store.read,
    ['account', 'responsibility', 'reconciliation', 'settlement', 'planStep'],
    account.number,
    periodId,
  );
  return {
    period,
    account,
    functionName: state.functions.find((one) => one.code === account.imFunction)?.name ?? '',
    responsibility: responsibility ?? null,
    reconciledByName: nameOf([...state.administrations, serviceCentre], responsibility?.reconciledBy),
    committeeName: nameOf(state.committees, responsibility?.committee),
    administrationName: nameOf(state.administrations, responsibility?.administration),
    separately: isSeparate(account, responsibility),
    reconciliation: state.reconciliations.get(account.number) ?? null,
    sharing: state.sharing.get(account.number) ?? null,
    version: versions.get(account.number)?.version ?? 0,
    standing: findStanding(context, state, account.number, names, limit),
    olderLimit: oneYearBefore(period.balanceDate),
    warningMonths,
    committees: state.committees,
    history: seesWholeAccount(state, actor, account.number)
      ? events
      : narrowHistory(events, (committee) => seesFinding(state, actor, account.number, committee)),
  };
}
