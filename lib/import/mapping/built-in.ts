import type { IgnoreRules } from '#lib/schemas/mapping.ts';
import type { KnownProfile } from '../types.ts';
import { fingerprintOf } from './columns.ts';

const IGNORED: IgnoreRules = {
  noAccount: true,
  notAnAccount: false,
  totals: true,
  outsideMain9: false,
  otherThanDigits: null,
  lines: [],
};

const OPUS = ['Statuskonto', 'Kontotekst', 'Funktion', 'Debet', 'Kredit'];
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const S4 = [
  ...['Company Code', 'G/L Account', 'G/L Account Long Text', 'Profit Center', 'Balance Carried Forward'],
  ...MONTHS.map((month) => `Period ${String(month).padStart(2, '0')}`),
];
const PRISME = ['Regnskabsår', 'Periode', 'Konto', 'Forvaltning', 'Beløb', 'D/K'];

const columnOf = (headings: readonly string[]) => (heading: string) => ({ heading, at: headings.indexOf(heading) });
const opus = columnOf(OPUS);
const s4 = columnOf(S4);
const prisme = columnOf(PRISME);
const whole = { prefix: '', suffix: '', cut: null, leadingZeros: 'keep' } as const;

/**
 * Profiles to start from, one for each form in which domain.md (files that users really have) knows balances: unsigned
 * debet and kredit (KMD Opus), a trial balance by periods with numbers filled up to ten digits (SAP S/4HANA), lines
 * marked D or K with number and name in one column (Prisme).
 */
export const BUILT_IN_PROFILES: readonly KnownProfile[] = [
  {
    name: 'KMD Opus',
    fingerprint: fingerprintOf(OPUS),
    content: {
      kind: 'saldobalance',
      account: { column: opus('Statuskonto'), ...whole },
      name: { from: 'column', column: opus('Kontotekst') },
      imFunction: { from: 'column', column: opus('Funktion') },
      amount: { from: 'sides', debit: opus('Debet'), credit: opus('Kredit'), creditIs: 'unsigned' },
      sign: 'as-is',
      form: null,
      blankIsZero: true,
      selection: null,
      ignore: IGNORED,
      sumPerAccount: false,
    },
  },
  {
    name: 'SAP S/4HANA',
    fingerprint: fingerprintOf(S4),
    content: {
      kind: 'saldobalance',
      account: { column: s4('G/L Account'), ...whole, leadingZeros: 'strip' },
      name: { from: 'column', column: s4('G/L Account Long Text') },
      imFunction: { from: 'nothing' },
      amount: {
        from: 'periods',
        take: 'movements',
        opening: s4('Balance Carried Forward'),
        months: MONTHS.map((month) => ({ month, column: s4(`Period ${String(month).padStart(2, '0')}`) })),
      },
      sign: 'as-is',
      form: null,
      blankIsZero: true,
      selection: null,
      ignore: { ...IGNORED, outsideMain9: true },
      sumPerAccount: true,
    },
  },
  {
    name: 'Prisme',
    fingerprint: fingerprintOf(PRISME),
    content: {
      kind: 'saldobalance',
      account: { column: prisme('Konto'), ...whole, cut: { keep: 'before', separator: ' ' } },
      name: { from: 'account' },
      imFunction: { from: 'nothing' },
      amount: { from: 'marked', column: prisme('Beløb'), mark: prisme('D/K') },
      sign: 'as-is',
      form: null,
      blankIsZero: false,
      selection: { year: prisme('Regnskabsår'), period: prisme('Periode'), take: 'only' },
      ignore: IGNORED,
      sumPerAccount: true,
    },
  },
];
