'use client';

import { useRef, useState } from 'react';
import type { Problem } from '#lib/services/context.ts';
import type { ApprovalRow } from '#lib/services/list-approvals.ts';
import { useProblemText } from '../../../../problem-text.ts';
import { approveAccounts, returnAccounts } from '../../approval-actions.ts';

/** What came of an act on many accounts, in the numbers of its accounts. */
export interface ActOutcome {
  approved: number;
  waiting: number;
  returned: number;
  /** The accounts that were refused, by why. */
  refused: { text: string; accounts: string[] }[];
  /** Why nothing at all was done. */
  failed: string | null;
}

const NOTHING: ActOutcome = { approved: 0, waiting: 0, returned: 0, refused: [], failed: null };

/** Approves and returns rows of the list, and keeps what came of it for the page to tell. */
export function useApproval(periodId: string) {
  const problemText = useProblemText();
  const [outcome, setOutcome] = useState<ActOutcome | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);

  function groupRefused(refused: readonly { account: string; problem: Problem }[]): ActOutcome['refused'] {
    const groups = Map.groupBy(refused, ({ problem }) => problemText(problem));
    return [...groups].map(([text, those]) => ({ text, accounts: those.map(({ account }) => account) }));
  }

  /** @returns whether it was answered */
  async function run(act: () => Promise<ActOutcome>): Promise<boolean> {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    try {
      const answered = await act();
      setOutcome(answered);
      return answered.failed === null;
    } catch {
      setOutcome({ ...NOTHING, failed: problemText({ code: 'act-failed' }) });
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }

  const toInput = (rows: readonly ApprovalRow[]) => ({
    periodId,
    accounts: rows.map(({ account, version }) => ({ account, version })),
  });
  const failed = (problems: readonly Problem[]): ActOutcome => ({
    ...NOTHING,
    failed: problems.map(problemText).join(' '),
  });

  return {
    outcome,
    busy,
    forget: () => setOutcome(null),
    approve: (rows: readonly ApprovalRow[]) =>
      run(async () => {
        const result = await approveAccounts(toInput(rows));
        if (!result.ok) return failed(result.problems);
        const { approved, waiting, refused } = result.value;
        return {
          ...NOTHING,
          approved: approved.length,
          waiting: waiting.length,
          refused: groupRefused(refused),
        };
      }),
    sendBack: (rows: readonly ApprovalRow[], reason: string) =>
      run(async () => {
        const result = await returnAccounts({ ...toInput(rows), reason });
        if (!result.ok) return failed(result.problems);
        return { ...NOTHING, returned: result.value.returned.length, refused: groupRefused(result.value.refused) };
      }),
  };
}
