/** Why a line was passed over: it is blank, the headings over again, of another period, or a rule of the profile says so. */
export type IgnoreReason =
  | 'blank'
  | 'headings'
  | 'other-period'
  | 'rule'
  | 'total'
  | 'no-account'
  | 'not-an-account'
  | 'digits'
  | 'main-account';
