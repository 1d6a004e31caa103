import { query } from './database.ts';
import type { Right } from './rights-line.ts';

/** An action as the test of rights calls it. */
export interface ActionLine extends Right {
  /** The file below app/ that holds it, and its name there. */
  file: string;
  name: string;
  /** What it is handed, of what is stored in the folder. */
  given: (folder: string) => unknown[];
  /** The same of a thing that is not there: whoever may not see the thing gets the same answer. */
  missing?: (folder: string) => unknown[];
  /** Everyone may call it, for what is theirs: it answers a refusal to whoever names what is not. */
  isOwn?: true;
  /** It changes nothing: it reads. */
  isReading?: true;
  /** It cannot be done to what the line names, whoever asks: the code that says why. */
  refusal?: string;
}

/** An account of whose kind there is none. */
export const NO_ACCOUNT = '12345678';

/** The version of an account's reconciliation; 0: it has none. */
export function versionOf(folder: string, account: string): number {
  const [row] = query<{ version: number }>(
    folder,
    `SELECT version FROM Reconciliation WHERE periodId = '2023-12' AND accountNumber = ?`,
    account,
  );
  return row?.version ?? 0;
}

/** The number that a query finds; 0: none. */
export function numberOf(folder: string, sql: string, ...given: unknown[]): number {
  const [row] = query<{ found: number | null }>(folder, sql, ...given);
  return row?.found ?? 0;
}

/** A verdict as the account's page hands it in. */
export function verdictOf(account: string, version: number, more: object = {}): Record<string, unknown> {
  return {
    periodId: '2023-12',
    account,
    version,
    needsFollowUp: false,
    documentedBalance: null,
    method: null,
    reconciledOn: null,
    initials: 'XYZ',
    submit: false,
    findings: [],
    ...more,
  };
}
