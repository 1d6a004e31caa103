import Link from 'next/link';
import { type NamedTaskList, taskSearch } from '#lib/services/task-address.ts';
import { accountAddress } from '../../_components/account-address.ts';

/** So many of a list are shown. */
export const MOST_SHOWN = 50;

interface TaskLinkProps {
  periodId: string;
  account: string;
  name: string;
  /** In which *next* and *previous* go on from there. */
  list: NamedTaskList;
}

export function TaskLink({ periodId, account, name, list }: TaskLinkProps) {
  return (
    <Link href={accountAddress(periodId, account, taskSearch(list))}>
      {account} {name}
    </Link>
  );
}
