import { recordEvents } from '#lib/db/audit.ts';
import {
  createDisposal,
  type Disposal,
  findDisposal,
  finishDisposal,
  listDisposals,
  startDisposal,
  withdrawDisposal,
} from '#lib/db/disposals.ts';
import { countRunOut, readTerms, removeDisposedFiles, takeAway } from '#lib/db/retention.ts';
import type { WriteDb } from '#lib/db/store.ts';
import { type Acting, handsOf } from '#lib/domain/actor.ts';
import type { AuditAction } from '#lib/domain/audit.ts';
import { EVERYWHERE } from '#lib/domain/permissions.ts';
import { runOutBefore } from '#lib/domain/retention.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { disposalChoice, disposalRequest } from '#lib/schemas/retention.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, isDone, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';

/** Asks for the disposal of what has run out today of one kind of material. Nothing is taken away yet. */
export async function requestDisposal(context: Context, input: unknown): Promise<Result<{ id: number }>> {
  const acting = actingFor(context, 'dispose', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const parsed = parseInput(disposalRequest, input);
  if (!parsed.ok) return parsed;
  const { material } = parsed.value;
  const now = new Date();
  return context.store.touchTx(async (tx): Promise<Result<{ id: number }>> => {
    const open = (await listDisposals(tx)).some((one) => one.material === material && isOpen(one));
    if (open) return refused([problem('disposal-open')]);
    const before = runOutBefore(danishDate(now), (await readTerms(tx))[material]);
    const counts = await countRunOut(tx, material, before);
    if (Object.keys(counts).length === 0) return refused([problem('nothing-run-out')]);
    const { personId, name } = context.actor;
    const asked = {
      material,
      before,
      requestedBy: personId,
      requestedByName: name,
      requestedAt: now.toISOString(),
      list: { counts, things: [] },
      hands: handsOf(acting),
    };
    const id = await createDisposal(tx, asked);
    await tell(tx, acting, 'create', id, now, null, { material, before, counts });
    return done({ id });
  }, isDone);
}

/** Takes a request back, one's own or another's. */
export async function withdrawRequest(context: Context, input: unknown): Promise<Result<null>> {
  const acting = actingFor(context, 'dispose', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const parsed = parseInput(disposalChoice, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  const now = new Date();
  return context.store.touchTx(async (tx): Promise<Result<null>> => {
    const found = await findDisposal(tx, id);
    if (!found || !(await withdrawDisposal(tx, id, now.toISOString()))) return refused([problem('unknown-disposal')]);
    const { material, before, list } = found;
    await tell(tx, acting, 'withdraw', id, now, { material, before, counts: list.counts }, null);
    return done(null);
  }, isDone);
}

/**
 * Disposes of what another administrator asked for, in one transaction; the bytes of files go right after it. Nobody
 * approves what they, or whoever they stand in for, asked for; nothing goes whose term, as it is set now, has not run out.
 */
export async function approveDisposal(context: Context, input: unknown): Promise<Result<Disposal['list']>> {
  const acting = actingFor(context, 'dispose', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const parsed = parseInput(disposalChoice, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  const now = new Date();
  const at = now.toISOString();
  const result = await context.store.writeTx(async (tx): Promise<Result<Disposal['list']>> => {
    const asked = await findDisposal(tx, id);
    if (!asked || !isOpen(asked)) return refused([problem('unknown-disposal')]);
    const { material, before } = asked;
    if (handsOf(acting).some((hand) => asked.hands.includes(hand))) return refused([problem('own-disposal')]);
    if (before > runOutBefore(danishDate(now), (await readTerms(tx))[material])) {
      return refused([problem('term-not-over')]);
    }
    if (!(await startDisposal(tx, id, context.actor, at))) return refused([problem('own-disposal')]);
    const list = await takeAway(tx, material, before, at);
    const row = await finishDisposal(tx, asked, list, at);
    await tell(tx, acting, 'dispose', id, now, null, row);
    return done(list);
  }, isDone);
  if (result.ok) await removeDisposedFiles(context.store);
  return result;
}

function isOpen({ doneAt, withdrawnAt }: Disposal): boolean {
  return doneAt === null && withdrawnAt === null;
}

async function tell(
  tx: WriteDb,
  acting: Acting,
  action: AuditAction,
  id: number,
  now: Date,
  before: object | null,
  after: object | null,
): Promise<void> {
  const thing = { subject: 'disposal' as const, subjectId: String(id), periodId: null, importId: null };
  await recordEvents(tx, acting, now.toISOString(), [{ ...thing, action, before, after }]);
}
