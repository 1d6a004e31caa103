import { readdirSync, readFileSync } from 'node:fs';
import type { MunicipalityState } from '#lib/domain/municipality.ts';
import type { RegisterLine, RegisterLines } from '#lib/domain/register.ts';
import { emptyState } from '#lib/domain/testing/empty-state.ts';
import { planImport } from '../plan-import.ts';
import { readFiles } from '../read-files.ts';
import type { Change, ImportKind, ImportPlan, InputFile, Issue, PlanOptions } from '../types.ts';

export const OPTIONS: PlanOptions = { amounts: null, overwrite: false, serviceCentreCode: 'KS' };

/** The state after the plan, made the way a database would: change by change, each thing by its id. */
export function applyPlan(state: MunicipalityState, plan: ImportPlan): MunicipalityState {
  const next = structuredClone(state);
  const things = {
    committee: new Map(next.committees.map((thing, position) => [thing.code, { ...thing, position }])),
    administration: new Map(next.administrations.map((thing, position) => [thing.code, { ...thing, position }])),
    imFunction: new Map(next.functions.map((thing) => [thing.code, thing])),
    account: new Map(next.accounts.map((thing) => [thing.number, thing])),
    responsibility: next.responsibilities,
    reconciliation: next.reconciliations,
    documentation: next.documentation,
  };
  for (const change of plan.files.flatMap(({ changes }) => changes)) {
    if (change.subject === 'registerLine') applyToRegister(next.registers, change);
    else if (change.after === null) things[change.subject].delete(change.id);
    else (things[change.subject] as Map<string, object>).set(change.id, change.after);
  }
  const inOrder = <T extends { position: number }>(map: Map<string, T>) =>
    [...map.values()].sort((left, right) => left.position - right.position).map(({ position: _, ...thing }) => thing);
  return {
    ...next,
    committees: inOrder(things.committee),
    administrations: inOrder(things.administration),
    functions: [...things.imFunction.values()],
    accounts: [...things.account.values()],
    control: plan.control ?? next.control,
  };
}

function applyToRegister(registers: RegisterLines, change: Extract<Change, { subject: 'registerLine' }>): void {
  const lines = registers[change.register] as RegisterLine[];
  const at = lines.findIndex(({ id }) => id === change.lineId);
  if (change.after === null) lines.splice(at, 1);
  else {
    const id = change.lineId ?? Math.max(0, ...lines.map((line) => line.id)) + 1;
    const line = { id, content: change.after, imported: change.after, removed: false, version: 1 };
    if (at === -1) lines.push(line);
    else lines[at] = line;
  }
}

export async function planFiles(
  state: MunicipalityState,
  files: InputFile[],
  options: Partial<PlanOptions> = {},
): Promise<ImportPlan> {
  const all = { ...OPTIONS, ...options };
  return planImport(state, await readFiles(files, all, state.period), all);
}

/** A file of lines, as CSV with CRLF in UTF-8. Its kind is found by its header unless given. */
export function csv(name: string, lines: string[], kind: InputFile['kind'] = 'auto'): InputFile {
  return { name, bytes: new TextEncoder().encode(lines.map((line) => `${line}\r\n`).join('')), kind };
}

const DEMO = new URL('../../../prisma/demo/', import.meta.url);

/** The reference case's eight files. */
export function referenceFiles(): InputFile[] {
  return readdirSync(DEMO)
    .filter((name) => name.endsWith('.csv'))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, DEMO))), kind: 'auto' }));
}

/** Two committees, three functions and four accounts (one of equity), with their responsibilities; sums to 0. */
export const SMALL_FILES: Readonly<Partial<Record<ImportKind, InputFile>>> = {
  organisation: csv('organisation.csv', [
    'Udvalgskode;Udvalg;Forvaltningskode;Forvaltning',
    'BIU;Beskæftigelsesudvalget;BIF;Beskæftigelsesforvaltningen',
    'ØU;Økonomiudvalget;ØKF;Økonomiforvaltningen',
  ]),
  'im-funktioner': csv('im-funktioner.csv', [
    'IM-funktion;Navn',
    '9.28.14;Tilgodehavender i betalingskontrol',
    '9.52.59;Mellemregningskonto',
    '9.75.99;Egenkapital',
  ]),
  saldobalance: csv('saldobalance.csv', [
    'Konto;Kontonavn;IM-funktion;Saldo',
    '91400001;Krav;9.28.14;1.500,00',
    '95900001;Mellemregning A;9.52.59;-200,50',
    '95900002;Mellemregning B;9.52.59;700,50',
    '99900001;Egenkapital;9.75.99;2.000,00-',
  ]),
  kontoansvar: csv('kontoansvar.csv', [
    'Konto;Afstemmes af;Udvalg;Forvaltning;Afstemmes særskilt',
    '91400001;KS;BIU;BIF;nej',
    '95900001;BIF;BIU;BIF;nej',
    '95900002;KS;ØU;ØKF;nej',
    '99900001;KS;ØU;ØKF;ja',
  ]),
};

/** The state after the small files. */
export async function smallState(): Promise<MunicipalityState> {
  const plan = await planFiles(emptyState(), Object.values(SMALL_FILES));
  if (plan.issues.length > 0) throw new Error(JSON.stringify(plan.issues));
  return applyPlan(emptyState(), plan);
}

/** Where and what an issue is, in the order in which a user reads it. */
export function briefOf({ file, row, column, value, code }: Issue): (string | number | null)[] {
  return [file, row, column, value, code];
}
