import { findCarriedTo, insertSettlement } from '#lib/db/settlements.ts';
import type { Item } from '#lib/domain/finding.ts';
import { absolute } from '#lib/domain/money.ts';
import type { Period } from '#lib/domain/period.ts';
import type { Settlement } from '#lib/domain/settlement.ts';
import { formatOre } from '#lib/format/amount.ts';
import { type SettledItem, settleItemInput } from '#lib/schemas/follow-up.ts';
import { actOnFinding } from './act-on-finding.ts';
import { type Context, type Problem, problem, type Result } from './context.ts';
import { parseInput } from './parse-input.ts';

/**
 * Settles an item or writes it off, wholly or partly (product.md, rule 6): what remains keeps its date, and what others
 * approved falls. An item of which nothing remains stays at 0 until the verdict is logged anew. One that was carried into
 * a later period is settled there.
 */
export async function settleItem(context: Context, input: unknown): Promise<Result<{ account: string }>> {
  const parsed = parseInput(settleItemInput, input);
  if (!parsed.ok) return parsed;
  const { itemKey, kind, date, amount, voucher, reason } = parsed.value;
  return actOnFinding(context, parsed.value, async ({ tx, period, acting, reconciliation, finding, at }) => {
    const item = finding.items.find(({ key }) => key === itemKey);
    if (!item) return problem('unknown-item', 'itemKey');
    const refusal = findProblem(item, period, parsed.value);
    if (refusal) return refusal;
    // What it came to when it was carried is settled there, or it would be settled twice.
    const later = await findCarriedTo(tx, period.id, itemKey);
    if (later !== null) return problem('item-carried', 'itemKey', { period: later });
    const settlement = {
      periodId: period.id,
      account: reconciliation.account,
      committee: finding.committee,
      itemKey,
      postingDate: item.postingDate,
      text: item.text,
      kind,
      date,
      amount,
      voucher,
      reason,
      personName: acting.actor.name,
      at,
    };
    await insertSettlement(tx, settlement);
    const remaining = { ...item, amount: item.amount - amount };
    return {
      finding: { ...finding, items: finding.items.map((one) => (one === item ? remaining : one)) },
      changesVerdict: true,
      event: {
        action: 'settle',
        subject: 'settlement',
        before: { committee: finding.committee, ...item },
        after: { committee: finding.committee, ...remaining, ...toldAct({ kind, date, amount, voucher }) },
        reason,
      },
    };
  });
}

/** What the trail tells of an act on an item beside the item itself. */
export function toldAct({ kind, date, amount, voucher }: Pick<Settlement, 'kind' | 'date' | 'amount' | 'voucher'>) {
  return { [kind === 'settled' ? 'settled' : 'writtenOff']: amount, date, voucher };
}

function findProblem(item: Item, { balanceDate }: Period, { amount, date }: SettledItem): Problem | null {
  if (item.amount === 0n) return problem('item-settled', 'amount');
  if (amount === 0n) return problem('amount-zero', 'amount');
  if (amount < 0n !== item.amount < 0n) return problem('settlement-other-sign', 'amount');
  if (absolute(amount) > absolute(item.amount))
    return problem('settlement-too-large', 'amount', { remaining: formatOre(item.amount) });
  if (date < item.postingDate) return problem('settlement-before-posting', 'date');
  return date > balanceDate ? problem('settlement-after-balance-date', 'date') : null;
}
