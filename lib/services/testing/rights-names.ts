import type { Place } from '#lib/domain/permissions.ts';
import type { TextPlace } from '#lib/domain/report-text.ts';

/**
 * A municipality of two committees that have nothing to do with each other, but for one account of Beta on which Alfa
 * has a finding too. Every text of a thing bears the mark of whose it is, so that one that turns up where it should not
 * is found in whatever was answered.
 */
export const ALFA: Place = { committees: ['ALU'], administrations: ['ALF', 'SC'] };
/** Registers are the committee's, and the service centre has no part in them. */
export const ALFA_REGISTER: Place = { committees: ['ALU'], administrations: ['ALF'] };
export const BETA: Place = { committees: ['BEU'], administrations: ['BEF'] };
/** An account of Beta with a finding of Alfa is seen by Beta whole, and by Alfa's committee as far as its finding. */
export const SHARED: Place = { committees: ['BEU', 'ALU'], administrations: ['BEF'] };

/** Marks, and where what bears them is. No mark is a part of another. */
export const MARKS = {
  'ALFA-konto': ALFA,
  'ALFA-register': ALFA_REGISTER,
  'ALFA-kontrol': ALFA_REGISTER,
  'ALFA-regel': ALFA_REGISTER,
  'ALFA-tekst': ALFA_REGISTER,
  'ALFA-bilag': ALFA,
  'ALFA-kommentar': ALFA,
  'BETA-konto': BETA,
  'BETA-register': BETA,
  'BETA-kontrol': BETA,
  'BETA-tekst': BETA,
  'BETA-bilag': BETA,
  'BETA-kommentar': BETA,
  'DELT-konto': SHARED,
  'DELT-alfas-forhold': SHARED,
  'DELT-betas-forhold': BETA,
  'DELT-betas-bilag': BETA,
  'DELT-betas-kommentar': BETA,
  'DELT-betas-udligning': BETA,
} as const satisfies Record<string, Place>;
export type Mark = keyof typeof MARKS;

export const PERIOD = '2023-12';
/** An earlier period, which is closed. */
export const EARLIER = '2023-10';

/** The ids of one thing of each kind. */
export interface Ids {
  period: string;
  nextPeriod: string;
  closedPeriod: string;
  year: number;
  committee: string;
  otherCommittee: string;
  /** Submitted by somebody else than the prober. */
  account: string;
  accountVersion: number;
  itemKey: string;
  stepKey: string;
  /** The SHA-256 of the closed edition of a version of Alfa's report, as a web page. */
  reportFile: string;
  /** Never logged. */
  newAccount: string;
  /** Of Beta, with findings of both. */
  sharedAccount: string;
  sharedVersion: number;
  /** Submitted by the prober. */
  ownAccount: string;
  ownVersion: number;
  /** Of that account. */
  doneStepKey: string;
  settlement: number;
  /** Not yet submitted. */
  draftAccount: string;
  draftVersion: number;
  registerLine: number;
  controlLine: number;
  attachment: number;
  person: string;
  disabledPerson: string;
  email: string;
  role: number;
  /** What an imFunction's code of the year before stands for. */
  successionFrom: string;
  disposal: number;
  substitution: number;
  ownSubstitution: number;
  /** In the prober's inbox. */
  notice: number;
  session: string;
  /** Of a list, saved by the prober. */
  view: number;
  importId: number;
  /** The prober’s, of an account. */
  changeSet: number;
  mappingProfile: number;
  /** Of Alfa: one that is off, one that is on, one that has logged, and what it logged in one go. */
  rule: number;
  enabledRule: number;
  loggingRule: number;
  ruleRun: number;
  textTemplate: number;
  /** On which nothing stands. */
  latestImportId: number;
  /** That shares nothing. */
  sharingKey: number;
  /** On which the prober has typed something and not saved it. */
  typedAccount: string;
  /** Where in the texts of Alfa's report. */
  typedText: TextPlace;
}

/** Ids of the same shape under which there is nothing. */
export const MISSING: Ids = {
  period: '2031-12',
  nextPeriod: '2031-13',
  closedPeriod: '2031-11',
  year: 2031,
  committee: 'XXU',
  otherCommittee: 'XYU',
  account: '95909999',
  accountVersion: 1,
  itemKey: 'f'.repeat(24),
  stepKey: 'e'.repeat(24),
  newAccount: '95909996',
  reportFile: 'f'.repeat(64),
  sharedAccount: '95909995',
  sharedVersion: 1,
  ownAccount: '95909998',
  ownVersion: 1,
  draftAccount: '95909997',
  draftVersion: 1,
  doneStepKey: 'd'.repeat(24),
  settlement: 999_991,
  registerLine: 999_999,
  controlLine: 999_998,
  attachment: 999_997,
  person: 'demo-ingen',
  disabledPerson: 'demo-ingen-anden',
  email: 'ingen@afstemt.example',
  role: 999_996,
  successionFrom: '9.99.99',
  disposal: 999_992,
  substitution: 999_995,
  ownSubstitution: 999_994,
  notice: 999_990,
  session: 'session-ingen',
  importId: 999_993,
  changeSet: 999_989,
  mappingProfile: 999_979,
  rule: 999_981,
  enabledRule: 999_982,
  loggingRule: 999_983,
  ruleRun: 999_984,
  textTemplate: 999_988,
  latestImportId: 999_989,
  sharingKey: 999_988,
  view: 999_987,
  typedAccount: '95909994',
  typedText: 'egenkapital',
};
