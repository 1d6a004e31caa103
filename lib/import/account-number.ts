/**
 * The forms of an account number, blanks and case aside: digits with a few letters before (`S1234567`) or after, also
 * in groups. No sentence (`Udskrevet 05.01.2024`), no formula and not what a spreadsheet makes of long numbers (`9,01E+07`).
 */
const ACCOUNT_NUMBER = /^(?!\d+\.\d+E\d)[A-ZÆØÅ]{0,4}\d+[A-ZÆØÅ]{0,2}(?:[./_-][A-ZÆØÅ\d]{1,8})*$/;

export function isAccountNumber(text: string): boolean {
  return ACCOUNT_NUMBER.test(text.replace(/\s/g, '').toUpperCase());
}
