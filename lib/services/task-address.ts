import { TASK_LISTS, type TaskList } from './own-tasks.ts';

/** Names, in an account's address, the list of *Mine opgaver* that one came from. */
export const TASKS_PARAMETER = 'opgaver';

/** A list of *Mine opgaver*: accounts to go on with, or (`due`) those of steps and limitations. */
export type NamedTaskList = TaskList | 'due';

/** As they stand in addresses. */
const NAMES: Record<NamedTaskList, string> = {
  returned: 'returnerede',
  dropped: 'faldne',
  assigned: 'tildelte',
  drafts: 'kladder',
  due: 'frister',
};

/** The list that an address names; null where it names none that there is. */
export function parseTaskList(text: string | null): NamedTaskList | null {
  return [...TASK_LISTS, 'due' as const].find((list) => NAMES[list] === text) ?? null;
}

/** The search by which an account's address names a list. */
export function taskSearch(list: NamedTaskList): string {
  return `?${TASKS_PARAMETER}=${NAMES[list]}`;
}
