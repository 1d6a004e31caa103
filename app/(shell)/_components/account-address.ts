import type { Route } from 'next';
import { accountAddress as ofAccount } from '#lib/report/addresses.ts';

/** An account's page in a period. `after`: the address's search or place, with its `?` or `#`. */
export function accountAddress(period: string, account: string, after = ''): Route {
  return `${ofAccount(period, account)}${after}` as Route;
}
