import type { CommitteeRedaction, LeftOutAcross, LeftOutUnit, Redaction } from '#lib/domain/report-version.ts';
import type { Facts, FindingFact } from './aggregate.ts';
import { unitOf } from './tables/municipality-tables.ts';

/** Names shorter than this are words of any text. */
export const SHORTEST_NAME = 6;

interface Chosen {
  facts: Pick<Facts, 'findings'>;
  committee: string;
  /** What the committee itself leaves out. */
  own: readonly Redaction[];
  others: readonly CommitteeRedaction[];
}

/**
 * What a committee's open edition leaves out although no redaction of its own names it: units that other committees'
 * open editions leave out, units of nothing but findings that are left out, and accounts that others' do not name.
 * Undefined where there is nothing of the kind in its report.
 * @param say all that the report says
 */
export function findLeftOutAcross(chosen: Chosen, say: () => string): LeftOutAcross | undefined {
  const { facts, committee, own, others } = chosen;
  const all = [...own.map((each) => ({ ...each, committee })), ...others];
  if (all.length === 0) return undefined;
  const hasNone = own.some(({ kind, target }) => kind === 'column' && target === RESPONSIBLE);
  const units = hasNone ? [] : listUnits(facts.findings, all);
  const found = others.length === 0 ? { findings: [], accounts: [] } : listOthers(facts.findings, committee, all, say);
  return units.length + found.findings.length + found.accounts.length === 0 ? undefined : { units, ...found };
}

/** The ground on which a committee leaves a plan, or a column of its plans, out; undefined: it does not. */
function groundFor(
  all: readonly CommitteeRedaction[],
  committee: string,
  kind: Redaction['kind'],
  target: string,
): string | undefined {
  return all.find((each) => each.committee === committee && each.kind === kind && each.target === target)?.ground;
}

/** Only findings with a plan that is printed can be left out. */
function groundOf(all: readonly CommitteeRedaction[], { finding, account, overThreshold }: FindingFact) {
  return overThreshold ? groundFor(all, finding.committee, 'finding', account.number) : undefined;
}

/** The rows of the list of older amounts whose unit tells what some committee leaves out, once for each ground. Where the committee itself leaves out the responsible, its list has no units at all. */
function listUnits(findings: readonly FindingFact[], all: readonly CommitteeRedaction[]): LeftOutUnit[] {
  const older = findings.filter(({ netOlder }) => netOlder !== 0n);
  const rows = Map.groupBy(older, ({ account, finding }) => JSON.stringify([account.imFunction, unitOf(finding)]));
  const units = [...rows.values()].flatMap((row): LeftOutUnit[] => {
    const [first] = row;
    const byColumn = row.flatMap((fact) => groundFor(all, fact.finding.committee, 'column', RESPONSIBLE) ?? []);
    const byFinding = row.map((fact) => groundOf(all, fact));
    const grounds = byFinding.every((ground) => ground !== undefined) ? [...byColumn, ...byFinding] : byColumn;
    if (!first) return [];
    return [...new Set(grounds)].map((ground) => ({
      imFunction: first.account.imFunction,
      unit: unitOf(first.finding),
      ground,
    }));
  });
  return units.toSorted((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
}

const RESPONSIBLE = 'handleplaner.ansvarlig';

/** What other committees leave out that this report names all the same; not what it prints as a finding of its own. */
function listOthers(
  findings: readonly FindingFact[],
  committee: string,
  all: readonly CommitteeRedaction[],
  say: () => string,
): Pick<LeftOutAcross, 'findings' | 'accounts'> {
  const own = new Set(
    findings.flatMap(({ finding, account }) => (finding.committee === committee ? account.number : [])),
  );
  const plans = findings.filter(
    ({ finding, account, overThreshold }) =>
      overThreshold && finding.committee !== committee && !own.has(account.number),
  );
  const left = plans.filter((fact) => groundOf(all, fact) !== undefined);
  const unnamed = plans.filter(({ finding }) => groundFor(all, finding.committee, 'column', 'handleplaner.konto'));
  if (left.length + unnamed.length === 0) return { findings: [], accounts: [] };
  const said = say().toLowerCase();
  const accounts = [...new Set([...left, ...unnamed].map(({ account }) => account.number))];
  const named = new Map(left.map(({ account }) => [account.number, account.name.trim()]));
  return {
    accounts: accounts.filter((account) => said.includes(account.toLowerCase())).sort(),
    findings: [...named]
      .filter(([account, name]) => said.includes(account.toLowerCase()) || saysName(said, name))
      .map(([account, accountName]) => ({ account, accountName }))
      .sort((one, other) => (one.account < other.account ? -1 : 1)),
  };
}

function saysName(said: string, name: string): boolean {
  return name.length >= SHORTEST_NAME && said.includes(JSON.stringify(name).slice(1, -1).toLowerCase());
}
