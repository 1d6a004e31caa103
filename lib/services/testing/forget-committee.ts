import type { Store } from '#lib/db/store.ts';

/**
 * Wipes out all that is a committee's alone, the trail of it included, as if it had never been: what somebody of the
 * other committee is answered must be the same. An account of the committee on which the other has a finding stays with
 * that finding alone; findings on accounts of the other are the other's to see. Only a test can do so: the trail's own
 * protection goes first.
 */
export async function forgetCommittee(store: Store, committeeCode: string): Promise<void> {
  await store.writeTx(async (tx) => {
    const triggers = await tx.$queryRawUnsafe<{ name: string }[]>(
      `SELECT "name" FROM "sqlite_master" WHERE "type" = 'trigger'`,
    );
    for (const { name } of triggers) await tx.$executeRawUnsafe(`DROP TRIGGER "${name}"`);
    const owned = await tx.responsibility.findMany({ where: { committeeCode } });
    const accountNumber = { in: owned.map((one) => one.accountNumber) };
    const foreign = await tx.finding.findMany({ where: { accountNumber, committeeCode: { not: committeeCode } } });
    const shared = new Set(foreign.map((one) => one.accountNumber));
    const gone = { in: accountNumber.in.filter((number) => !shared.has(number)) };
    const kept = { accountNumber: { in: [...shared] }, committeeCode };
    const lines = await tx.registerLine.findMany({ where: { committeeCode } });
    const lineId = { in: lines.map(({ id }) => id) };
    await tx.attachment.deleteMany({ where: { OR: [{ accountNumber: gone }, { lineId }, kept] } });
    await tx.comment.deleteMany({ where: { OR: [{ accountNumber: gone }, kept] } });
    await tx.settlement.deleteMany({ where: { OR: [{ accountNumber: gone }, kept] } });
    await tx.notice.deleteMany({ where: { accountNumber: gone } });
    await tx.deadlineMove.deleteMany({ where: { accountNumber: gone } });
    await tx.finding.deleteMany({ where: kept });
    await tx.account.deleteMany({ where: { number: gone } });
    await tx.noneConfirmation.deleteMany({ where: { committeeCode } });
    await tx.registerLine.deleteMany({ where: { committeeCode } });
    await tx.reportText.deleteMany({ where: { committeeCode } });
    await tx.reportTextVersion.deleteMany({ where: { committeeCode } });
    await tx.reportVersion.deleteMany({ where: { committeeCode } });
    await tx.redaction.deleteMany({ where: { committeeCode } });
    await tx.figureAcknowledgement.deleteMany({ where: { committeeCode } });
    await tx.auditEvent.deleteMany({ where: { subjectId: gone } });
    await tx.auditEvent.deleteMany({ where: { subjectId: { contains: `/${committeeCode}/` } } });
  });
}
