import { type Account, isSeparate, type Reconciliation } from '#lib/domain/account.ts';
import { worstCategory } from '#lib/domain/category.ts';
import { type Finding, followUp } from '#lib/domain/finding.ts';
import { type Ore, sum } from '#lib/domain/money.ts';
import { drafted } from '#lib/domain/workflow.ts';
import type { Change, FilePlan, Kept, ParsedOf } from '../types.ts';
import { collectFindings } from './collect-findings.ts';
import { compareMaps, type Draft, type KindPlan } from './draft.ts';
import { isSameVerdict, toCanonicalFindings } from './same-reconciliation.ts';

/** A verdict as a file states it; what the balance was held against is no part of a file and stays. */
function stateVerdict(
  account: Account,
  findings: readonly Finding[],
  before: Reconciliation | undefined,
): Reconciliation {
  return {
    account: account.number,
    category: worstCategory(findings),
    documentedBalance: before?.documentedBalance ?? null,
    method: before?.method ?? null,
    reconciledOn: before?.reconciledOn ?? null,
    initials: before?.initials ?? '',
    balance: account.balance,
    origin: 'import',
    findings: toCanonicalFindings(findings),
    // Who prepared it, and when, is known once it is stored.
    workflow: drafted([]),
  };
}

function sumFollowUp(reconciliations: ReadonlyMap<string, Reconciliation>): Ore {
  let total = 0n;
  for (const { findings } of reconciliations.values()) for (const finding of findings) total += followUp(finding);
  return total;
}

/**
 * The file states the whole period: accounts that it does not name become category 1, unless they are reconciled
 * separately. What was changed on screen since, and differs, is kept unless the file is preferred.
 */
export function planReconciliations(
  draft: Draft,
  file: ParsedOf<'afstemninger'>,
): Pick<FilePlan, 'kept' | 'becomeCategory1' | 'sumAfter' | 'sumBefore'> {
  const stated = collectFindings(draft, file);
  const before = draft.before.reconciliations;
  const next = new Map<string, Reconciliation>();
  const kept: Kept[] = [];
  let becomeCategory1 = 0;
  const keep = (own: Reconciliation, label: string) => {
    kept.push({ subject: 'reconciliation', id: own.account, label });
    next.set(own.account, own);
  };
  for (const account of draft.accounts.values()) {
    if (isSeparate(account, draft.responsibilities.get(account.number))) continue;
    const own = before.get(account.number);
    const named = stated.get(account.number);
    const findings = named === 'none' ? null : (named ?? []);
    if (own && findings !== null && isSameVerdict(own, { category: worstCategory(findings), findings })) {
      next.set(account.number, own);
    } else if (own?.origin === 'screen' && !draft.overwrite) keep(own, account.name);
    else if (findings !== null) {
      if (named === undefined && own?.category !== 1) becomeCategory1 += 1;
      next.set(account.number, stateVerdict(account, findings, own));
    }
  }
  // What was logged on screen does not vanish with its account unseen; checkConsistency() tells of it.
  for (const own of before.values()) {
    if (own.origin === 'screen' && own.findings.length > 0 && !draft.overwrite && !next.has(own.account)) {
      keep(own, draft.before.accounts.find(({ number }) => number === own.account)?.name ?? '');
    }
  }
  draft.reconciliations = next;
  const items = [...stated.values()].flatMap((verdict) => (verdict === 'none' ? [] : verdict));
  return { kept, becomeCategory1, sumAfter: sum(items.map(followUp)), sumBefore: sumFollowUp(before) };
}

/** The verdicts that differ from what is stored, once the draft is whole. */
export function compareVerdicts(draft: Draft): KindPlan {
  const toChange = (id: string, before: Reconciliation | null, after: Reconciliation | null): Change => ({
    subject: 'reconciliation',
    id,
    before,
    after,
  });
  return compareMaps(draft.before.reconciliations, draft.reconciliations, () => false, toChange);
}
