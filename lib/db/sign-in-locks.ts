import type { WriteDb } from './store.ts';

/** What is counted: tries for one account or from one address, and how many are too many. */
export interface TryCounter {
  key: string;
  limit: number;
}

/** Both how long tries are counted together and how long one waits when there were too many. */
const WINDOW_MS = 15 * 60_000;

/**
 * Counts a try before it is made, so that many at once cannot pass together.
 * @returns 'locked': no more tries for now; 'last': this one may go on and closes the door behind it
 */
export async function countTry(tx: WriteDb, counters: TryCounter[], now: Date): Promise<'open' | 'last' | 'locked'> {
  const at = now.toISOString();
  const rows = await tx.signInLock.findMany({ where: { key: { in: counters.map(({ key }) => key) } } });
  if (rows.some(({ lockedUntil }) => lockedUntil !== null && lockedUntil > at)) return 'locked';
  const oldest = new Date(now.getTime() - WINDOW_MS).toISOString();
  let answer: 'open' | 'last' = 'open';
  for (const { key, limit } of counters) {
    const row = rows.find((one) => one.key === key && one.firstAt > oldest && one.lockedUntil === null);
    const failures = (row?.failures ?? 0) + 1;
    const lockedUntil = failures >= limit ? new Date(now.getTime() + WINDOW_MS).toISOString() : null;
    if (lockedUntil !== null) answer = 'last';
    const data = { failures, firstAt: row?.firstAt ?? at, lockedUntil };
    await tx.signInLock.upsert({ where: { key }, create: { key, ...data }, update: data });
  }
  // What has run out is nobody's business any more.
  await tx.signInLock.deleteMany({
    where: { firstAt: { lt: oldest }, OR: [{ lockedUntil: null }, { lockedUntil: { lt: at } }] },
  });
  return answer;
}

/** Takes a try back that went well: the account is free of all its tries, the address of this one. */
export async function forgetTry(tx: WriteDb, account: string, address: string): Promise<void> {
  await tx.signInLock.deleteMany({ where: { key: account } });
  await tx.signInLock.updateMany({
    where: { key: address, failures: { gt: 0 } },
    data: { failures: { decrement: 1 }, lockedUntil: null },
  });
}

/** For longer than an authenticator's code can be right, with the step before and after it. */
const CODE_MS = 120_000;

/** Uses a person's one-time code up. @returns false where it has been used before (RFC 6238, section 5.2) */
export async function takeCode(tx: WriteDb, personId: string, code: string, now: Date): Promise<boolean> {
  const key = `code:${personId}:${code}`;
  const at = now.toISOString();
  const used = await tx.signInLock.findUnique({ where: { key } });
  if (used?.lockedUntil != null && used.lockedUntil > at) return false;
  const data = { failures: 0, firstAt: at, lockedUntil: new Date(now.getTime() + CODE_MS).toISOString() };
  await tx.signInLock.upsert({ where: { key }, create: { key, ...data }, update: data });
  return true;
}
