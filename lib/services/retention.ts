import { recordEvents } from '#lib/db/audit.ts';
import { type Disposal, listDisposals } from '#lib/db/disposals.ts';
import { countRunOut, readTerms, writeTerms } from '#lib/db/retention.ts';
import type { IsoDate } from '#lib/domain/date.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import { MATERIALS, type Material, runOutBefore, type Terms } from '#lib/domain/retention.ts';
import { danishDate } from '#lib/format/date-time.ts';
import { termsInput } from '#lib/schemas/retention.ts';
import { actingFor } from './authorise.ts';
import { type Context, done, problem, type Result, refused } from './context.ts';
import { parseInput } from './parse-input.ts';

export interface RetentionPage {
  terms: Terms;
  /** What has run out today, by kind; `counts` is empty where nothing has. */
  runOut: { material: Material; before: IsoDate; counts: Record<string, number> }[];
  /** Asked for and neither done nor withdrawn; `mayApprove`: somebody else asked. */
  open: (Disposal & { mayApprove: boolean })[];
  /** What was disposed of, newest first, for ever. */
  done: Disposal[];
}

/** What *Opbevaring* shows; null: not the actor's to see. */
export async function getRetention({ store, actor }: Context): Promise<RetentionPage | null> {
  if (!may(actor, 'dispose', EVERYWHERE)) return null;
  const today = danishDate(new Date());
  const [terms, disposals] = await Promise.all([readTerms(store.read), listDisposals(store.read)]);
  const runOut = [];
  for (const material of MATERIALS) {
    const before = runOutBefore(today, terms[material]);
    runOut.push({ material, before, counts: await countRunOut(store.read, material, before) });
  }
  return {
    terms,
    runOut,
    open: disposals
      .filter(({ doneAt, withdrawnAt }) => doneAt === null && withdrawnAt === null)
      .map((one) => ({ ...one, mayApprove: !one.hands.includes(actor.personId) })),
    done: disposals.filter(({ doneAt }) => doneAt !== null),
  };
}

/** Sets how many years each kind of material is kept; none fewer than the law asks for. */
export async function updateTerms(context: Context, input: unknown): Promise<Result<Terms>> {
  const acting = actingFor(context, 'dispose', EVERYWHERE);
  if (!acting) return refused([problem('not-allowed')]);
  const parsed = parseInput(termsInput, input);
  if (!parsed.ok) return parsed;
  return context.store.touchTx(async (tx) => {
    const before = await readTerms(tx);
    await writeTerms(tx, parsed.value);
    const thing = { subject: 'settings' as const, subjectId: 'retention', periodId: null, importId: null };
    await recordEvents(tx, acting, new Date().toISOString(), [
      { ...thing, action: 'update', before, after: parsed.value },
    ]);
    return done(parsed.value);
  });
}
