import type { Store } from '#lib/db/store.ts';
import { ALFA } from './rights-names.ts';

/**
 * Wipes out all that is Alfa's alone, the trail of it included, as if it had never been: what somebody of Beta is
 * answered must be the same. Only a test can do so: the trail's own protection goes first.
 */
export async function forgetAlfa(store: Store): Promise<void> {
  await store.writeTx(async (tx) => {
    const triggers = await tx.$queryRawUnsafe<{ name: string }[]>(
      `SELECT "name" FROM "sqlite_master" WHERE "type" = 'trigger'`,
    );
    for (const { name } of triggers) await tx.$executeRawUnsafe(`DROP TRIGGER "${name}"`);
    const committeeCode = { in: [...ALFA.committees] };
    const owned = await tx.responsibility.findMany({ where: { committeeCode } });
    const lines = await tx.registerLine.findMany({ where: { committeeCode } });
    const numbers = { in: owned.map(({ accountNumber }) => accountNumber) };
    await tx.attachment.deleteMany({
      where: { OR: [{ accountNumber: numbers }, { lineId: { in: lines.map(({ id }) => id) } }] },
    });
    await tx.comment.deleteMany({ where: { accountNumber: numbers } });
    await tx.notice.deleteMany({ where: { accountNumber: numbers } });
    await tx.settlement.deleteMany({ where: { accountNumber: numbers } });
    await tx.deadlineMove.deleteMany({ where: { accountNumber: numbers } });
    await tx.account.deleteMany({ where: { number: numbers } });
    await tx.noneConfirmation.deleteMany({ where: { committeeCode } });
    await tx.registerLine.deleteMany({ where: { committeeCode } });
    await tx.auditEvent.deleteMany({ where: { subjectId: numbers } });
  });
}
