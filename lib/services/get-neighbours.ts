import { GROUP_PARAMETER, SORT_PARAMETER, selectRows } from '#lib/format/list-address.ts';
import type { Language } from '#lib/format/messages.ts';
import { translatorOf } from '#lib/format/translate.ts';
import { ACCOUNT_FILTERS, accountColumns } from './account-list.ts';
import type { Context } from './context.ts';
import { listAccounts } from './list-accounts.ts';
import { listTaskAccounts } from './list-task-accounts.ts';
import { parseTaskList, TASKS_PARAMETER } from './task-address.ts';

/** The accounts before and after one in a list, and its place there. */
export interface Neighbours {
  previous: string | null;
  next: string | null;
  /** From 1; null where the filters leave the account out. */
  position: number | null;
  total: number;
}

/**
 * The accounts beside `number` in the list that an address of *Konti* shows to a reader of `language`, or in the list
 * of *Mine opgaver* that the address names. An account that the filters leave out, as one does when it has just been
 * logged, keeps the place that it would have, so that *next* still goes on.
 */
export async function getNeighbours(
  context: Context,
  periodId: string,
  number: string,
  address: URLSearchParams,
  language: Language = 'da',
): Promise<Neighbours> {
  const list = parseTaskList(address.get(TASKS_PARAMETER));
  if (list !== null) {
    const { line, inList } = await listTaskAccounts(context, periodId, number, list);
    return besideIn(line, number, inList);
  }
  const rows = (await listAccounts(context, periodId)) ?? [];
  const t = translatorOf(language, 'accounts');
  const columns = accountColumns({
    status: (status) => t(`status.${status}`),
    separately: t('separately'),
    method: (method) => t(`method.${method}`),
  });
  const shown = new Set(selectRows(rows, columns, ACCOUNT_FILTERS, address).map((row) => row.number));
  const order = new URLSearchParams();
  for (const name of [SORT_PARAMETER, GROUP_PARAMETER]) order.set(name, address.get(name) ?? '');
  const line = selectRows(rows, columns, [], order)
    .map((row) => row.number)
    .filter((one) => one === number || shown.has(one));
  return besideIn(line, number, shown);
}

function besideIn(line: readonly string[], number: string, shown: ReadonlySet<string>): Neighbours {
  const index = line.indexOf(number);
  return {
    previous: line[index - 1] ?? null,
    next: line[index + 1] ?? null,
    position: shown.has(number) ? index + 1 : null,
    total: shown.size,
  };
}
