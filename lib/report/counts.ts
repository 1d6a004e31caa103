import type { Material } from './material.ts';
import type { ReportCounts } from './model.ts';
import { countOlder } from './tables/committee-tables.ts';

/** What the sentences of the report count and no table holds. */
export function countMaterial({ facts, reconciledBy, installation, overview, registers }: Material): ReportCounts {
  const others = reconciledBy.filter((unit) => unit.code !== installation.serviceCentreCode);
  const notApproved = facts.notApproved.length;
  return {
    separate: facts.total.separate,
    withoutVerdict: facts.withoutVerdict.length,
    notApproved,
    approved: overview.total.accounts - notApproved,
    byAdministrations: others.reduce((sum, unit) => sum + unit.accounts, 0),
    findings: facts.findings.length,
    olderFindings: countOlder(facts.findings),
    controls: registers.controls.length,
  };
}
