import type { DeadlineMove } from '#lib/domain/deadline-move.ts';
import type { ReadDb, WriteDb } from './store.ts';

/** The moves of deadlines up to and with a period, oldest first; of one account where it is named. */
export async function listDeadlineMoves(
  db: ReadDb | WriteDb,
  periodId: string,
  account?: string,
): Promise<DeadlineMove[]> {
  const rows = await db.deadlineMove.findMany({
    where: { periodId: { lte: periodId }, ...(account === undefined ? {} : { accountNumber: account }) },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id: _, accountNumber, ...row }) => ({ ...row, account: accountNumber }));
}

export async function insertDeadlineMoves(tx: WriteDb, moves: readonly DeadlineMove[]): Promise<void> {
  if (moves.length === 0) return;
  await tx.deadlineMove.createMany({
    data: moves.map(({ account, ...move }) => ({ ...move, accountNumber: account })),
  });
}
