import { CATEGORIES, type Category } from '#lib/domain/category.ts';
import type { Period } from '#lib/domain/period.ts';
import { type AccountMovement, WRITE_OFF_KINDS } from '#lib/domain/register.ts';
import { formatDate } from '#lib/format/date.ts';
import { isAccountNumber } from './account-number.ts';
import type { RawRow } from './scan-csv.ts';
import type { SheetReader } from './sheet-reader.ts';
import type {
  BalanceRow,
  DocumentationRow,
  FunctionRow,
  ImportKind,
  OrganisationRow,
  ParsedRows,
  ReconciliationRow,
  RegisterRow,
  ResponsibilityRow,
} from './types.ts';
import { readYesOrNo } from './yes-or-no.ts';

type RowReader<T> = (sheet: SheetReader, row: RawRow, period: Period) => T;

function readOrganisationRow(sheet: SheetReader, row: RawRow): OrganisationRow {
  const administrationCode = sheet.text(row, 'administrationCode');
  const administrationName = sheet.text(row, 'administrationName');
  if (administrationCode === '' && administrationName !== '') sheet.fail(row, 'administrationCode', 'value-missing');
  if (administrationCode !== '' && administrationName === '') sheet.fail(row, 'administrationName', 'value-missing');
  return {
    row: row.row,
    committeeCode: sheet.required(row, 'committeeCode'),
    committeeName: sheet.required(row, 'committeeName'),
    administrationCode,
    administrationName,
  };
}

function readFunctionRow(sheet: SheetReader, row: RawRow): FunctionRow {
  const code = sheet.imFunction(row, 'imFunction');
  if (code === '') sheet.fail(row, 'imFunction', 'value-missing');
  return { row: row.row, code: code ?? '', name: sheet.required(row, 'name') };
}

/** An account number; '' where it is blank or none. */
function readAccount(sheet: SheetReader, row: RawRow): string {
  const account = sheet.required(row, 'account');
  if (account === '' || isAccountNumber(account)) return account;
  sheet.fail(row, 'account', 'not-an-account');
  return '';
}

function readBalanceRow(sheet: SheetReader, row: RawRow): BalanceRow {
  return {
    row: row.row,
    account: readAccount(sheet, row),
    name: sheet.text(row, 'name'),
    imFunction: sheet.imFunction(row, 'imFunction'),
    balance: sheet.requiredAmount(row),
  };
}

function readResponsibilityRow(sheet: SheetReader, row: RawRow): ResponsibilityRow {
  const separately = readYesOrNo(sheet.text(row, 'separately'));
  if (separately === 'unknown') sheet.fail(row, 'separately', 'not-yes-or-no');
  return {
    row: row.row,
    account: readAccount(sheet, row),
    reconciledBy: sheet.text(row, 'reconciledBy'),
    committee: sheet.text(row, 'committee'),
    administration: sheet.text(row, 'administration'),
    separately: separately === 'unknown' ? null : separately,
  };
}

function readCategory(sheet: SheetReader, row: RawRow): Category | null {
  const text = sheet.text(row, 'category');
  const category = CATEGORIES.find((candidate) => String(candidate) === text) ?? null;
  if (category === null) sheet.fail(row, 'category', 'category-outside');
  return category;
}

function readItem(sheet: SheetReader, row: RawRow, period: Period): ReconciliationRow['item'] {
  const postingDate = sheet.date(row, 'postingDate');
  const amount = sheet.amount(row);
  const text = sheet.text(row, 'text');
  if (postingDate === null && amount === null && text === '') return null;
  if (postingDate === null) sheet.fail(row, 'postingDate', 'item-without-date');
  if (amount === null) sheet.fail(row, sheet.has('amount') ? 'amount' : 'debit', 'item-without-amount');
  if (postingDate === null || postingDate === 'faulty') return 'faulty';
  if (postingDate > period.balanceDate) {
    sheet.fail(row, 'postingDate', 'posted-after-balance-date', { balanceDate: formatDate(period.balanceDate) });
    return 'faulty';
  }
  return typeof amount === 'bigint' ? { postingDate, text, amount } : 'faulty';
}

function readStep(sheet: SheetReader, row: RawRow): ReconciliationRow['step'] {
  const activity = sheet.text(row, 'activity');
  const consequence = sheet.text(row, 'consequence');
  const deadline = sheet.date(row, 'deadline');
  if (deadline === 'faulty') return 'faulty';
  return activity === '' && consequence === '' && deadline === null ? null : { activity, deadline, consequence };
}

function readReconciliationRow(sheet: SheetReader, row: RawRow, period: Period): ReconciliationRow {
  const account = readAccount(sheet, row);
  const committee = sheet.text(row, 'committee');
  const responsible = sheet.text(row, 'responsible');
  const theme = sheet.text(row, 'theme');
  const problem = sheet.text(row, 'problem');
  const item = readItem(sheet, row, period);
  const step = readStep(sheet, row);
  const verdict = sheet.text(row, 'category');
  const bare =
    item === null && step === null && [committee, responsible, theme, problem, verdict].every((x) => x === '');
  const category = bare && account !== '' ? 'none' : readCategory(sheet, row);
  if (category === 2 || category === 3) sheet.required(row, 'committee');
  return { row: row.row, account, category, committee, responsible, theme, problem, item, step };
}

function readDocumentationRow(sheet: SheetReader, row: RawRow): DocumentationRow {
  const account = readAccount(sheet, row);
  const balance = sheet.requiredAmount(row);
  const source = sheet.required(row, 'source');
  const date = sheet.date(row, 'date');
  if (date === null) sheet.fail(row, 'date', 'value-missing');
  return { row: row.row, account, balance, source, date: date === 'faulty' ? null : date };
}

function readComparisonRow(sheet: SheetReader, row: RawRow): ParsedRows['sammenligningstal'] {
  const category = readCategory(sheet, row);
  const accounts = sheet.count(row, 'accounts');
  const net = sheet.requiredAmount(row);
  const complete = category !== null && accounts !== null && net !== null;
  return { row: row.row, content: complete ? { category, accounts, net } : null };
}

function readTransferRow(sheet: SheetReader, row: RawRow): ParsedRows['systemafstemninger'] {
  const committee = sheet.required(row, 'committee');
  const sourceSystem = sheet.required(row, 'sourceSystem');
  const receiver = sheet.required(row, 'receiver');
  const difference = sheet.requiredAmount(row);
  // `Afsluttet` and other words are deadlines too, but not what would be a date.
  const deadlineText = sheet.text(row, 'deadline');
  const deadline = /^\d[\d./-]*$/.test(deadlineText) ? sheet.date(row, 'deadline') : deadlineText;
  const readable = committee !== '' && sourceSystem !== '' && receiver !== '';
  if (!readable || difference === null || deadline === null || deadline === 'faulty') {
    return { row: row.row, content: null };
  }
  return {
    row: row.row,
    content: {
      committee,
      sourceSystem,
      receiver,
      difference,
      responsible: sheet.text(row, 'responsible'),
      activity: sheet.text(row, 'activity'),
      deadline,
      consequence: sheet.text(row, 'consequence'),
    },
  };
}

function readWriteOffRow(sheet: SheetReader, row: RawRow): ParsedRows['afskrivninger'] {
  const committee = sheet.required(row, 'committee');
  const kindText = sheet.text(row, 'kind').toLowerCase();
  const kind = WRITE_OFF_KINDS.find((candidate) => candidate === kindText);
  if (kind === undefined) sheet.fail(row, 'kind', 'write-off-kind');
  const functions = (['writtenOffFunction', 'counterFunction'] as const).map((field) => {
    const code = sheet.imFunction(row, field);
    if (code === '') sheet.fail(row, field, 'value-missing');
    return code === '' ? null : code;
  });
  const [writtenOffFunction = null, counterFunction = null] = functions;
  const amount = sheet.requiredAmount(row);
  const complete = committee !== '' && kind !== undefined && writtenOffFunction !== null && counterFunction !== null;
  if (!complete || amount === null) return { row: row.row, content: null };
  const counterName = sheet.text(row, 'counterName');
  const appropriation = sheet.text(row, 'appropriation');
  return {
    row: row.row,
    content: { committee, kind, writtenOffFunction, counterFunction, counterName, appropriation, amount },
  };
}

function readMovementRow(sheet: SheetReader, row: RawRow): RegisterRow<AccountMovement> {
  const committee = sheet.required(row, 'committee');
  const account = sheet.required(row, 'account');
  const imFunction = sheet.imFunction(row, 'imFunction');
  const amount = sheet.requiredAmount(row);
  if (amount === 0n) sheet.fail(row, sheet.has('amount') ? 'amount' : 'debit', 'amount-zero');
  if (committee === '' || account === '' || imFunction === null || !amount) return { row: row.row, content: null };
  const [name, text, explanation, documentation] = ['name', 'text', 'explanation', 'documentation'].map((field) =>
    sheet.text(row, field),
  );
  return {
    row: row.row,
    content: {
      committee,
      account,
      imFunction,
      name: name ?? '',
      text: text ?? '',
      amount,
      explanation: explanation ?? '',
      documentation: documentation ?? '',
    },
  };
}

/** One reader a kind: a row of cells in, a typed row out, what cannot be read as issues of the sheet. */
export const ROW_READERS: { readonly [K in ImportKind]: RowReader<ParsedRows[K]> } = {
  organisation: readOrganisationRow,
  'im-funktioner': readFunctionRow,
  saldobalance: readBalanceRow,
  kontoansvar: readResponsibilityRow,
  afstemninger: readReconciliationRow,
  dokumentation: readDocumentationRow,
  sammenligningstal: readComparisonRow,
  systemafstemninger: readTransferRow,
  afskrivninger: readWriteOffRow,
  'periodiserede-poster': readMovementRow,
  egenkapital: readMovementRow,
};
