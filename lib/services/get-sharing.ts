import { listSharingKeys, type StoredKey } from '#lib/db/sharing.ts';
import type { Ore } from '#lib/domain/money.ts';
import type { Committee } from '#lib/domain/municipality.ts';
import { refusalOf } from '#lib/domain/period.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import { divideAmount } from '#lib/domain/sharing.ts';
import type { Context } from './context.ts';
import { findPeriod, readVisibleState } from './read-state.ts';

/** An account that a key shares, with each committee's part of its balance in øre. */
interface SharedAccountRow {
  number: string;
  name: string;
  balance: Ore;
  parts: ReadonlyMap<string, Ore>;
}

export interface KeyDetail extends StoredKey {
  /** Accounts of the period, by number. */
  accounts: SharedAccountRow[];
}

export interface Sharing {
  fiscalYear: number;
  committees: Committee[];
  keys: KeyDetail[];
  /** Whether keys and accounts can be changed now, by the actor. */
  mayKeep: boolean;
}

/** The keys of a period's year and what they share in the period; null for who does not keep them, or without the period. */
export async function getSharing(context: Context, periodId: string): Promise<Sharing | null> {
  const { store, actor } = context;
  if (!may(actor, 'keepSharing', EVERYWHERE)) return null;
  const period = await findPeriod(store, periodId);
  if (!period) return null;
  const state = await readVisibleState(context, period);
  const keys = await listSharingKeys(store.read, period.fiscalYear);
  return {
    fiscalYear: period.fiscalYear,
    committees: state.committees,
    mayKeep: refusalOf(state.periodStatus, false) === null && refusalOf(state.yearStatus, false) === null,
    keys: keys.map((key) => ({
      ...key,
      accounts: state.accounts
        .filter(({ number }) => state.sharing.get(number)?.id === key.id)
        .map(({ number, name, balance }) => ({ number, name, balance, parts: divideAmount(balance, key.parts) })),
    })),
  };
}
