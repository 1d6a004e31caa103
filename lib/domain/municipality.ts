import type { Account, Assignment, Documentation, Reconciliation, Responsibility } from './account.ts';
import type { ImFunction } from './im-function.ts';
import type { Ore } from './money.ts';
import type { Period, PeriodStatus } from './period.ts';
import type { NoneConfirmation, RegisterLines } from './register.ts';
import type { SharingKey } from './sharing.ts';

export interface Committee {
  code: string;
  name: string;
}

/** A unit of the municipality (*forvaltning*); it answers to one committee. */
export interface Administration {
  code: string;
  name: string;
  committee: string;
}

/** Units and functions as they are named in a fiscal year. */
export interface Organisation {
  committees: Committee[];
  administrations: Administration[];
  functions: ImFunction[];
}

/** What a municipality calls itself and its systems. */
export interface Installation {
  municipality: string;
  /** Code under which the service centre stands in *kontoansvar*, such as `KS`. */
  serviceCentreCode: string;
  serviceCentreName: string;
  erpSystem: string;
  debtorSystem: string;
}

/** Everything of one period: what an import is held against and what a report is built from. Order carries no meaning, but for the organisation's. */
export interface MunicipalityState {
  period: Period;
  periodStatus: PeriodStatus;
  /** The strictest of the year's periods 12–16: what holds for organisation, functions and registers of the year. */
  yearStatus: PeriodStatus;
  committees: Committee[];
  administrations: Administration[];
  functions: ImFunction[];
  accounts: Account[];
  responsibilities: Map<string, Responsibility>;
  reconciliations: Map<string, Reconciliation>;
  assignments: Map<string, Assignment>;
  /** The key by which an account is shared between committees, by account. */
  sharing: Map<string, SharingKey>;
  documentation: Map<string, Documentation>;
  registers: RegisterLines;
  confirmations: NoneConfirmation[];
  /** Count and sum in øre of the balance file last imported; null before the first. */
  control: { count: number; sum: Ore } | null;
}
