import { insertDeadlineMoves } from '#lib/db/deadline-moves.ts';
import type { WriteDb } from '#lib/db/store.ts';
import type { Reconciliation } from '#lib/domain/account.ts';
import type { Actor } from '#lib/domain/actor.ts';
import { movedDeadlines } from '#lib/domain/deadline-move.ts';

interface Verdicts {
  before: Reconciliation | null;
  after: Reconciliation | null;
  /** Missing where a form or a file states the deadlines anew: they come without a reason. */
  deadlineReason?: string;
}

/** Keeps and counts the deadlines that verdicts move. */
export async function recordDeadlineMoves(
  tx: WriteDb,
  periodId: string,
  verdicts: readonly Verdicts[],
  actor: Actor,
  at: string,
): Promise<void> {
  const moves = verdicts.flatMap(({ before, after, deadlineReason = '' }) =>
    after === null
      ? []
      : movedDeadlines(before, after).map((move) => ({
          ...move,
          periodId,
          account: after.account,
          reason: deadlineReason,
          personName: actor.name,
          at,
        })),
  );
  await insertDeadlineMoves(tx, moves);
}
