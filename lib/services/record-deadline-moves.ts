import { insertDeadlineMoves } from '#lib/db/deadline-moves.ts';
import type { WriteDb } from '#lib/db/store.ts';
import type { Reconciliation } from '#lib/domain/account.ts';
import type { Acting } from '#lib/domain/actor.ts';
import { movedDeadlines } from '#lib/domain/deadline-move.ts';

interface Verdicts {
  before: Reconciliation | null;
  after: Reconciliation | null;
}

/** Keeps and counts the deadlines that verdicts move, whether a form or a file states them anew: they come without a reason. */
export async function recordDeadlineMoves(
  tx: WriteDb,
  periodId: string,
  verdicts: readonly Verdicts[],
  { actor }: Acting,
  at: string,
): Promise<void> {
  const moves = verdicts.flatMap(({ before, after }) =>
    after === null
      ? []
      : movedDeadlines(before, after).map((move) => ({
          ...move,
          periodId,
          account: after.account,
          reason: '',
          personName: actor.name,
          at,
        })),
  );
  await insertDeadlineMoves(tx, moves);
}
