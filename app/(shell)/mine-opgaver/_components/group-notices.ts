import type { TaskNotice } from '#lib/services/read-notices.ts';

/** What one act told a person, of one account or of thousands. */
interface NoticeGroup {
  ids: number[];
  first: TaskNotice;
  /** The first of its accounts. */
  accounts: { number: string; name: string }[];
  /** How many more there are. */
  more: number;
}

const MOST_NAMED = 5;

/** The notices by the act that they came from, in their order: an import that changes many balances is told once. */
export function groupNotices(notices: readonly TaskNotice[]): NoticeGroup[] {
  const groups = Map.groupBy(notices, ({ kind, periodId, fromName, at, text, readAt, report }) =>
    JSON.stringify([kind, periodId, fromName, at, text, readAt === null, report]),
  );
  return [...groups.values()].flatMap((group): NoticeGroup[] => {
    const [first] = group;
    if (!first) return [];
    const accounts = group.flatMap(({ accountNumber: number, accountName: name }) =>
      number === null ? [] : [{ number, name }],
    );
    const ids = group.map(({ id }) => id);
    return [{ ids, first, accounts: accounts.slice(0, MOST_NAMED), more: Math.max(0, accounts.length - MOST_NAMED) }];
  });
}
