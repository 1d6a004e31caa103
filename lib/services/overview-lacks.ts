import type { MunicipalityState } from '#lib/domain/municipality.ts';
import { CONFIRMABLE_REGISTERS, type ConfirmableRegister } from '#lib/domain/register.ts';
import type { ReportStatus } from '#lib/domain/report-version.ts';
import { isConfirmedNone } from '#lib/report/checks/register-checks.ts';
import { listBlocking } from '#lib/report/model.ts';
import { statusValue, UNDERWAY } from './account-list.ts';
import type { AccountRow, FindingRow } from './account-rows.ts';
import type { CheckedReport } from './read-current-report.ts';

/** What a committee's report still lacks. */
export interface CommitteeLacks {
  code: string;
  name: string;
  status: ReportStatus;
  /** Accounts of the committee that nobody has logged. */
  notLogged: number;
  /** Those that are logged and not approved. */
  notApproved: number;
  /** Findings of the committee that lack what they must have. */
  incomplete: number;
  /** Registers without a line in which nobody has confirmed that there are none. */
  unconfirmed: ConfirmableRegister[];
  /** Blocking checks of the report that fail, those of the whole municipality among them. */
  failing: number;
}

/** Rows of the lists that the reader sees, so that each number is the one of the list that it leads to. */
interface Seen {
  accounts: readonly AccountRow[];
  findings: readonly FindingRow[];
}

/** What each committee's report lacks (product.md, rule 10). A report is built from the whole state, what is listed is the reader's own. */
export function listLacks(
  whole: MunicipalityState,
  committees: readonly { code: string; name: string; report: CheckedReport }[],
  { accounts, findings }: Seen,
): CommitteeLacks[] {
  return committees.map(({ code, name, report }) => {
    const own = accounts.filter(({ committee }) => committee === code).map(statusValue);
    return {
      code,
      name,
      status: report.status,
      notLogged: own.filter((value) => value === 'ikke-paabegyndt').length,
      notApproved: own.filter((value) => value !== null && UNDERWAY.includes(value)).length,
      incomplete: findings.filter(({ committee, missing }) => committee === code && missing.length > 0).length,
      unconfirmed: CONFIRMABLE_REGISTERS.filter((register) => !hasWord(whole, code, register)),
      failing: listBlocking(report).length,
    };
  });
}

function hasWord(state: MunicipalityState, committee: string, register: ConfirmableRegister): boolean {
  const lines: readonly { removed: boolean; content: { committee: string } }[] = state.registers[register];
  return (
    isConfirmedNone(state, committee, register) ||
    lines.some(({ removed, content }) => !removed && content.committee === committee)
  );
}
