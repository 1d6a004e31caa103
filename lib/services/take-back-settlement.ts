import { findCarriedTo, insertSettlement, listSettlements } from '#lib/db/settlements.ts';
import { standingSettlements } from '#lib/domain/settlement.ts';
import { takeBackSettlementInput } from '#lib/schemas/follow-up.ts';
import { actOnFinding } from './act-on-finding.ts';
import { type Context, problem, type Result } from './context.ts';
import { parseInput } from './parse-input.ts';
import { toldAct } from './settle-item.ts';

/**
 * Takes an act on an item back, in the period in which it was done: an act of its own of the opposite amount, by which
 * the item is again what it was. Nothing of the first is wiped out. Once what remained was carried into a later period, it stands.
 */
export async function takeBackSettlement(context: Context, input: unknown): Promise<Result<{ account: string }>> {
  const parsed = parseInput(takeBackSettlementInput, input);
  if (!parsed.ok) return parsed;
  const { settlementId, reason } = parsed.value;
  return actOnFinding(context, parsed.value, async ({ tx, period, acting, reconciliation, finding, at }) => {
    const acts = standingSettlements(await listSettlements(tx, [period.id], reconciliation.account));
    const act = acts.find(({ id, committee }) => id === settlementId && committee === finding.committee);
    if (!act) return problem('settlement-not-standing');
    const later = await findCarriedTo(tx, period.id, act.itemKey);
    if (later !== null) return problem('item-carried', '', { period: later });
    const { id: _, ...own } = act;
    await insertSettlement(tx, { ...own, amount: -act.amount, reason, personName: acting.actor.name, at });
    const item = finding.items.find(({ key }) => key === act.itemKey) ?? null;
    const restored = item
      ? { ...item, amount: item.amount + act.amount }
      : { postingDate: act.postingDate, text: act.text, amount: act.amount, key: act.itemKey };
    const items = item ? finding.items.map((one) => (one === item ? restored : one)) : [...finding.items, restored];
    return {
      finding: { ...finding, items },
      changesVerdict: true,
      event: {
        action: 'withdraw',
        subject: 'settlement',
        before: { committee: finding.committee, ...(item ?? { ...restored, amount: 0n }), ...toldAct(act) },
        after: { committee: finding.committee, ...restored },
        reason,
      },
    };
  });
}
