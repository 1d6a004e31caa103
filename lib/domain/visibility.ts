import type { Assignment, Documentation, Reconciliation, Responsibility } from './account.ts';
import { worstCategory } from './category.ts';
import type { MunicipalityState } from './municipality.ts';
import { EVERYWHERE, type Grant, grantsFor, may, type Place } from './permissions.ts';
import { REGISTERS, type Register, type RegisterLine, type RegisterLines } from './register.ts';
import type { SharingKey } from './sharing.ts';

interface Granted {
  grants: readonly Grant[];
}

/** Where an account belongs: its committee, its administration, and who reconciles it. An account of nobody is everywhere's. */
export function placeOfAccount(responsibility: Responsibility | undefined): Place {
  if (!responsibility) return { committees: [], administrations: [] };
  return {
    committees: [responsibility.committee].filter((code) => code !== ''),
    administrations: [responsibility.administration, responsibility.reconciledBy].filter((code) => code !== ''),
  };
}

/** Where what belongs to a committee is: with it, and with the administrations that answer to it. */
export function placeOfCommittee(code: string, administrations: readonly { code: string; committee: string }[]): Place {
  return {
    committees: [code],
    administrations: administrations.filter(({ committee }) => committee === code).map((one) => one.code),
  };
}

/**
 * What a person may see of a period: accounts of their units whole, other accounts only with the findings of their
 * committees and the category of these, register lines of their committees. What is left out is as if it did not exist (product.md, rule 14).
 * The organisation and the functions are public. The control total is the whole municipality's.
 */
export function narrowState(state: MunicipalityState, person: Granted): MunicipalityState {
  if (may(person, 'see', EVERYWHERE)) return state;
  const visibleCommittees = new Set(
    state.committees
      .map(({ code }) => code)
      .filter((code) => may(person, 'see', placeOfCommittee(code, state.administrations))),
  );
  const ownCommittees = ownCommitteesOf(visibleCommittees, person);
  const responsibilities = new Map<string, Responsibility>();
  const reconciliations = new Map<string, Reconciliation>();
  const assignments = new Map<string, Assignment>();
  const sharing = new Map<string, SharingKey>();
  const documentation = new Map<string, Documentation>();
  const accounts = state.accounts.filter(({ number }) => {
    const responsibility = state.responsibilities.get(number);
    const reconciliation = state.reconciliations.get(number);
    const isOwn = may(person, 'see', placeOfAccount(responsibility));
    const findings = (reconciliation?.findings ?? []).filter(({ committee }) => isOwn || ownCommittees.has(committee));
    if (!isOwn && findings.length === 0) return false;
    const assignment = state.assignments.get(number);
    const documented = state.documentation.get(number);
    if (responsibility) responsibilities.set(number, responsibility);
    const key = state.sharing.get(number);
    if (key && isOwn) sharing.set(number, key);
    if (assignment && isOwn) assignments.set(number, assignment);
    if (documented && isOwn) documentation.set(number, documented);
    if (reconciliation)
      reconciliations.set(
        number,
        isOwn ? reconciliation : { ...reconciliation, findings, category: worstCategory(findings) },
      );
    return true;
  });
  return {
    ...state,
    accounts,
    responsibilities,
    reconciliations,
    assignments,
    sharing,
    documentation,
    registers: narrowRegisters(state.registers, visibleCommittees),
    confirmations: state.confirmations.filter(({ committee }) => visibleCommittees.has(committee)),
    control: null,
  };
}

function ownCommitteesOf(committees: Iterable<string>, person: Granted): Set<string | undefined> {
  const place = { committees: [...committees], administrations: [] };
  return new Set(grantsFor(person, 'see', place).map(({ unit }) => unit?.code));
}

/** Whether a person may see what was done to the finding of a committee on an account: as narrowState() has it. */
export function seesFinding(
  { responsibilities }: Pick<MunicipalityState, 'responsibilities'>,
  person: Granted,
  account: string,
  committee: string,
): boolean {
  return (
    may(person, 'see', EVERYWHERE) ||
    may(person, 'see', placeOfAccount(responsibilities.get(account))) ||
    ownCommitteesOf([committee], person).has(committee)
  );
}

function narrowRegisters(registers: RegisterLines, committees: ReadonlySet<string>): RegisterLines {
  const isVisible = ({ content }: RegisterLine) => !('committee' in content) || committees.has(content.committee);
  return Object.fromEntries(
    REGISTERS.map((register: Register) => [register, (registers[register] as RegisterLine[]).filter(isVisible)]),
  ) as unknown as RegisterLines;
}
