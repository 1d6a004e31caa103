import { type Account, isSeparate, type Reconciliation, type Responsibility } from './account.ts';
import { worstCategory } from './category.ts';
import type { Finding } from './finding.ts';
import type { MunicipalityState } from './municipality.ts';
import { makeSuccessor, type Succession, type SuccessionKind } from './succession.ts';
import { drafted } from './workflow.ts';

/** What cannot be carried, and why: the later period has no such account, or reconciles it separately. */
export interface LeftBehind {
  account: string;
  name: string;
  reason: 'account-gone' | 'separate';
  items: number;
}

/** What a later period takes over from an earlier one. */
export interface Carried {
  /** The chart with its last balances, as a start; empty where the later period has accounts of its own. */
  accounts: Account[];
  responsibilities: Responsibility[];
  /** Drafts with the open items and their plans. */
  reconciliations: Reconciliation[];
  leftBehind: LeftBehind[];
}

type Renamer = (code: string) => string;

/**
 * Open items and their plans go on in the later period with their original posting dates, keys and deadlines
 * (product.md, rule 6), under the units and functions of the later year. What the later period has of its own stays, so
 * that carrying again adds what is missing and doubles nothing.
 */
export function carryOver(from: MunicipalityState, to: MunicipalityState, successions: readonly Succession[]): Carried {
  const renamed = makeRenamers(from, to, successions);
  const isStart = to.accounts.length === 0;
  const accounts = isStart
    ? from.accounts.map((account) => ({ ...account, imFunction: renamed.imFunction(account.imFunction) }))
    : [];
  const responsibilities = isStart
    ? [...from.responsibilities.values()].map((own) => ({
        ...own,
        committee: renamed.committee(own.committee),
        administration: renamed.administration(own.administration),
        reconciledBy: renamed.administration(own.reconciledBy),
      }))
    : [];
  const known = new Map([...to.accounts, ...accounts].map((account) => [account.number, account]));
  const belongs = new Map([...to.responsibilities.values(), ...responsibilities].map((own) => [own.account, own]));
  const carried: Carried = { accounts, responsibilities, reconciliations: [], leftBehind: [] };
  for (const account of from.accounts) {
    if (to.reconciliations.has(account.number)) continue;
    const own = from.reconciliations.get(account.number)?.findings ?? [];
    const findings = mergeByCommittee(own.flatMap(withOpenItems), renamed.committee);
    if (findings.length === 0) continue;
    const target = known.get(account.number);
    if (target === undefined || isSeparate(target, belongs.get(account.number))) {
      const items = findings.reduce((count, finding) => count + finding.items.length, 0);
      const reason = target === undefined ? 'account-gone' : 'separate';
      carried.leftBehind.push({ account: account.number, name: account.name, reason, items });
    } else carried.reconciliations.push(toDraft(target, findings, from.period.id));
  }
  return carried;
}

function withOpenItems(finding: Finding): Finding[] {
  const items = finding.items.filter(({ amount }) => amount !== 0n);
  return items.length === 0 ? [] : [{ ...finding, items }];
}

/** Findings of committees that are one from now on are one finding: the worst category, all items and all steps. */
function mergeByCommittee(findings: readonly Finding[], rename: Renamer): Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const committee = rename(finding.committee);
    const known = merged.get(committee);
    if (!known) merged.set(committee, { ...finding, committee });
    else {
      const joined = (part: 'responsible' | 'theme' | 'problem') =>
        [...new Set([known[part], finding[part]])].filter((text) => text !== '').join(' / ');
      merged.set(committee, {
        committee,
        category: known.category === 3 ? 3 : finding.category,
        responsible: joined('responsible'),
        theme: joined('theme'),
        problem: joined('problem'),
        items: [...known.items, ...finding.items],
        steps: [...known.steps, ...finding.steps],
      });
    }
  }
  return [...merged.values()].sort((left, right) => (left.committee < right.committee ? -1 : 1));
}

/** A draft of nobody's; an import keeps it as it keeps what people logged. */
function toDraft(account: Account, findings: Finding[], from: string): Reconciliation {
  return {
    account: account.number,
    category: worstCategory(findings),
    documentedBalance: null,
    method: null,
    reconciledOn: null,
    initials: '',
    balance: account.balance,
    origin: 'screen',
    findings,
    workflow: drafted([], { kind: 'carried', from }),
  };
}

/** What closed keeps its code: who is to have it is for people to say, and the report's checks ask for it. */
function makeRenamers(
  from: MunicipalityState,
  to: MunicipalityState,
  successions: readonly Succession[],
): Record<SuccessionKind, Renamer> {
  const renamer = (kind: SuccessionKind): Renamer => {
    const successor = makeSuccessor(successions, kind, from.period.fiscalYear, to.period.fiscalYear);
    return (code) => successor(code) ?? code;
  };
  return {
    committee: renamer('committee'),
    administration: renamer('administration'),
    imFunction: renamer('imFunction'),
  };
}
