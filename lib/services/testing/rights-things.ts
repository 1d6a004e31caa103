import type { Actor } from '#lib/domain/actor.ts';
import type { Grant, Role } from '#lib/domain/permissions.ts';
import type { Register } from '#lib/domain/register.ts';
import { BUILT_IN_PROFILES } from '#lib/import/mapping/built-in.ts';
import type { AccountDraft, KeptContent } from '#lib/schemas/draft.ts';
import type { Result } from '../context.ts';
import { PERIOD } from './rights-names.ts';

function actorOf(personId: string, name: string, ...grants: Grant[]): Actor {
  return { personId, name, initials: 'DEM', grants, origin: { channel: 'screen', address: '127.0.0.1' } };
}

function unlimited(role: Role): Grant {
  return { role, unit: null, onBehalfOf: null };
}

export const PREPARER = actorOf('demo-forbereder', 'Demo Forbereder', unlimited('accountant'));
export const CHIEF = actorOf('demo-chef', 'Demo Chef', unlimited('administrator'));
export const OWNER = actorOf('demo-ejer', 'Demo Ejer', unlimited('systemOwner'));
export const LEAVER = actorOf('demo-fratraadt', 'Demo Fratrådt');
export const PROBER = actorOf('demo-proever', 'Demo Prøver');

/** The person whose rights are tried, with just these grants. Nothing but their own things is their work. */
export function proberWith(...grants: Grant[]): Actor {
  return { ...PROBER, grants };
}

const FILES: Record<string, string> = {
  'organisation.csv': `Udvalgskode;Udvalg;Forvaltningskode;Forvaltning
ALU;Udvalg A;ALF;Forvaltning A
BEU;Udvalg B;BEF;Forvaltning B`,
  'im-funktioner.csv': `IM-funktion;Navn
9.52.59;Mellemregningskonto
9.52.60;Småbeløb
9.52.62;Andre småbeløb
9.75.99;Egenkapital`,
  'saldobalance-2023-12.csv': `Konto;Kontonavn;IM-funktion;Saldo
95900001;ALFA-konto 1;9.52.59;3.000.000,00
95900002;ALFA-konto 2;9.52.59;2.000,00
95900003;ALFA-konto 3;9.52.59;3.000,00
95900004;ALFA-konto 4;9.52.59;4.000,00
95900005;ALFA-konto 5;9.52.60;1,00
95900006;ALFA-konto 6;9.52.62;1,00
95900011;BETA-konto 1;9.52.59;5.000,00
95900012;DELT-konto 2;9.52.59;6.000,00
97599001;Egenkapital;9.75.99;-3.020.002,00`,
  'kontoansvar-2023.csv': `Konto;Afstemmes af;Udvalg;Forvaltning;Afstemmes særskilt
95900001;SC;ALU;ALF;nej
95900002;SC;ALU;ALF;nej
95900003;SC;ALU;ALF;nej
95900004;SC;ALU;ALF;nej
95900005;ALF;ALU;ALF;nej
95900006;ALF;ALU;ALF;nej
95900011;BEF;BEU;BEF;nej
95900012;BEF;BEU;BEF;nej
97599001;;;;ja`,
};

/** What the import of the world's files takes. */
export const WORLD_IMPORT = {
  files: Object.entries(FILES).map(([name, text]) => ({
    name,
    bytes: Buffer.from(text.replaceAll('\n', '\r\n')),
    kind: 'auto' as const,
  })),
  periodId: PERIOD,
  options: { amounts: null, overwrite: false },
};

/** An import that brings a function, and nothing of anybody's. */
export const FUNCTION_IMPORT = {
  ...WORLD_IMPORT,
  files: [
    {
      name: 'im-funktioner.csv',
      bytes: Buffer.from(`${FILES['im-funktioner.csv']}\n9.52.61;Selvejende institutioner`),
      kind: 'auto' as const,
    },
  ],
};

/** A profile that begins as one that comes with the product. */
export const PROFILE = {
  name: 'Prøvekilde',
  headings: ['Nr', 'Sum'],
  content: BUILT_IN_PROFILES[0]?.content,
  replaces: false,
};

/** A key by which both committees have half. */
export function newKey(name: string) {
  const parts = ['ALU', 'BEU'].map((committee) => ({ committee, weight: 500_000n }));
  return { id: null, version: 0, name, kind: 'percent' as const, parts };
}

export function findingFor(committee: string, mark: string, amount = 150_000n) {
  return {
    committee,
    category: 2 as const,
    responsible: `${committee}/${mark}`,
    theme: '',
    problem: `${mark} problem`,
    items: [{ postingDate: '2023-06-30', text: `${mark} post`, amount }],
    steps: [{ activity: `${mark} aktivitet`, deadline: '2024-06-30', consequence: `${mark} konsekvens` }],
  };
}

/** A verdict as it is handed in. */
export function verdictOf(account: string, version: number, findings: object[], submit = false) {
  return {
    periodId: PERIOD,
    account,
    version,
    needsFollowUp: findings.length > 0,
    documentedBalance: null,
    method: 'specification' as const,
    reconciledOn: '2024-01-15',
    initials: 'DEM',
    submit,
    findings,
  };
}

/** A line of a register, each text of it with the mark. */
export function lineWith(register: Register, committee: string, mark: string): object {
  const plan = { responsible: mark, activity: mark, deadline: '2024-06-30', consequence: mark };
  return register === 'systemafstemninger'
    ? { committee, sourceSystem: mark, receiver: 'ERP', difference: 500_000n, ...plan }
    : {
        committee,
        account: '95900001',
        imFunction: '9.52.59',
        name: mark,
        text: mark,
        amount: 100_000n,
        explanation: mark,
        documentation: mark,
      };
}

export function expectDone<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

/** A document whose bytes bear the mark as its name does. */
export function documentOf(mark: string) {
  return { name: `${mark}.txt`, bytes: Buffer.from(`${mark}: indhold`) };
}

/** A form with that text in it, as it is kept while it is not saved. */
export function draftWith(text: string): KeptContent {
  const form: AccountDraft = {
    documentedBalance: text,
    method: '',
    reconciledOn: '',
    initials: 'DEM',
    verdict: null,
    findings: [],
  };
  return { draft: form, base: form, on: { browser: 'prøve', tab: 'prøve', name: 'Prøve' } };
}

/** A rule of low risk, of Alfa's administration, as it is handed in. */
export function ruleWith(name: string, code: string) {
  const kind = 'low-risk' as const;
  const settings = { amount: 200n, tolerance: 0n, functions: [code], unit: 'ALF' };
  return { periodId: PERIOD, ruleId: null, version: 0, kind, name, ...settings };
}
