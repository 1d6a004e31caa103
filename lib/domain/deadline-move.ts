import type { Reconciliation } from './account.ts';
import type { IsoDate } from './date.ts';

/** Each time that a step's deadline was moved (*flyttet frist*). */
export interface DeadlineMove {
  periodId: string;
  account: string;
  stepKey: string;
  fromDate: IsoDate;
  toDate: IsoDate;
  reason: string;
  personName: string;
  /** ISO time, UTC */
  at: string;
}

/**
 * The deadlines that a later verdict has moved, step by step as their keys tell. One that was taken away and given anew
 * is moved from the first that the step had.
 */
export function movedDeadlines(
  before: Pick<Reconciliation, 'findings'> | null,
  after: Pick<Reconciliation, 'findings'>,
): Pick<DeadlineMove, 'stepKey' | 'fromDate' | 'toDate'>[] {
  const earlier = new Map(
    (before?.findings ?? []).flatMap(({ steps }) => steps.map((step) => [step.key ?? '', step] as const)),
  );
  return after.findings.flatMap(({ steps }) =>
    steps.flatMap(({ key = '', deadline }) => {
      const was = key === '' ? undefined : earlier.get(key);
      const fromDate = was?.deadline ?? was?.originalDeadline ?? null;
      return fromDate === null || deadline === null || fromDate === deadline
        ? []
        : [{ stepKey: key, fromDate, toDate: deadline }];
    }),
  );
}
