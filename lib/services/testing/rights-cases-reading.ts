import { exportAccounts } from '../export-accounts.ts';
import { exportBridge } from '../export-bridge.ts';
import { exportFindings } from '../export-findings.ts';
import { exportRegister } from '../export-register.ts';
import { exportReport } from '../export-report.ts';
import { getAccount } from '../get-account.ts';
import { getApproval } from '../get-approval.ts';
import { getAttachment } from '../get-attachment.ts';
import { getBridge, parseBridgeAddress } from '../get-bridge.ts';
import { getFollowUp } from '../get-follow-up.ts';
import { getNeighbours } from '../get-neighbours.ts';
import { getOverview } from '../get-overview.ts';
import { getReport, listReportCommittees } from '../get-report.ts';
import { getReportPage } from '../get-report-page.ts';
import { getShell } from '../get-shell.ts';
import { listAccounts } from '../list-accounts.ts';
import { listApprovals } from '../list-approvals.ts';
import { listAttachments, listLineAttachments } from '../list-attachments.ts';
import { listComments } from '../list-comments.ts';
import { listDuties } from '../list-duties.ts';
import { listFindings } from '../list-findings.ts';
import { listRegister } from '../list-register.ts';
import type { RightsCase } from './rights-case.ts';
import { ALFA, ALFA_REGISTER, BETA, PERIOD, SHARED } from './rights-names.ts';

const whole = () => new URLSearchParams();
const list = { does: 'read', by: 'anyone' } as const;
const thing = { does: 'read', by: 'see' } as const;
const report = { does: 'read', by: 'seeReport', at: ALFA_REGISTER, isPublished: true } as const;

const ACCOUNTS = ['ALFA-konto', 'BETA-konto', 'DELT-konto'] as const;
const FINDINGS = ['ALFA-konto', 'BETA-konto', 'DELT-alfas-forhold', 'DELT-betas-forhold'] as const;

/** What is read: lists, which hold what one may see of them, single things, reports, and all of these as files. */
export const READING_CASES: readonly RightsCase[] = [
  { does: 'read', by: 'anyone', use: 'listDuties', namesNothing: true, call: (context) => listDuties(context) },
  { ...list, use: 'getShell', namesNothing: true, call: (context) => getShell(context) },
  {
    ...list,
    use: 'listAccounts',
    shows: ACCOUNTS,
    call: (context, ids) => listAccounts(context, ids.period),
  },
  {
    ...list,
    use: 'listFindings',
    shows: FINDINGS,
    call: (context, ids) => listFindings(context, ids.period),
  },
  {
    ...list,
    use: 'exportAccounts',
    shows: ACCOUNTS,
    call: (context, ids) =>
      exportAccounts(context, { periodId: ids.period, format: 'csv', address: whole(), language: 'da' }),
  },
  {
    ...list,
    use: 'exportAccounts: as a workbook',
    isSlow: true,
    shows: ACCOUNTS,
    call: (context, ids) =>
      exportAccounts(context, { periodId: ids.period, format: 'xlsx', address: whole(), language: 'da' }),
  },
  {
    ...list,
    use: 'exportFindings',
    shows: FINDINGS,
    call: (context, ids) =>
      exportFindings(context, { periodId: ids.period, format: 'csv', address: whole(), language: 'da' }),
  },
  {
    ...list,
    use: 'exportFindings: as a workbook',
    isSlow: true,
    shows: FINDINGS,
    call: (context, ids) =>
      exportFindings(context, { periodId: ids.period, format: 'xlsx', address: whole(), language: 'da' }),
  },
  {
    ...list,
    use: 'listRegister',
    shows: ['ALFA-register', 'BETA-register'],
    call: (context, ids) => listRegister(context, ids.period, 'egenkapital'),
  },
  {
    ...list,
    use: 'listRegister: transfer controls',
    shows: ['ALFA-kontrol', 'BETA-kontrol'],
    call: (context, ids) => listRegister(context, ids.period, 'systemafstemninger'),
  },
  {
    ...list,
    use: 'exportRegister',
    shows: ['ALFA-register', 'BETA-register'],
    call: (context, ids) =>
      exportRegister(context, {
        periodId: ids.period,
        register: 'egenkapital',
        format: 'csv',
        address: whole(),
        language: 'da',
      }),
  },
  {
    ...list,
    use: 'exportRegister: as a workbook',
    isSlow: true,
    shows: ['ALFA-kontrol', 'BETA-kontrol'],
    call: (context, ids) =>
      exportRegister(context, {
        periodId: ids.period,
        register: 'systemafstemninger',
        format: 'xlsx',
        address: whole(),
        language: 'da',
      }),
  },
  {
    ...list,
    use: 'listLineAttachments',
    call: (context, ids) => listLineAttachments(context, ids.period, 'systemafstemninger'),
  },
  {
    ...list,
    use: "listLineAttachments: of another register's lines",
    call: (context, ids) => listLineAttachments(context, ids.period, 'egenkapital'),
  },
  {
    ...list,
    use: 'getBridge',
    shows: ACCOUNTS,
    call: (context, ids) =>
      getBridge(context, ids.period, parseBridgeAddress(new URLSearchParams('fra=2023-10&gruppe=konto'))),
  },
  {
    ...list,
    use: 'exportBridge',
    shows: ACCOUNTS,
    call: (context, ids) =>
      exportBridge(context, {
        periodId: ids.period,
        format: 'csv',
        address: new URLSearchParams('fra=2023-10&gruppe=konto'),
        language: 'da',
      }),
  },
  {
    does: 'read',
    by: 'approve',
    at: ALFA,
    use: 'listApprovals',
    call: async (context, ids) => {
      const listed = await listApprovals(context, PERIOD);
      return listed?.rows.filter(({ account }) => account === ids.account);
    },
  },
  {
    ...list,
    use: 'listApprovals: all that waits',
    call: (context, ids) => listApprovals(context, ids.period),
  },
  {
    does: 'read',
    by: 'approve',
    at: ALFA,
    use: 'getApproval',
    shows: ['ALFA-konto', 'ALFA-kommentar'],
    call: (context, ids) => getApproval(context, PERIOD, ids.account),
  },
  {
    does: 'read',
    by: 'approve',
    at: BETA,
    seenAt: SHARED,
    use: 'getApproval: of others, with a finding of one’s own',
    shows: ['DELT-konto', 'DELT-betas-kommentar'],
    call: (context, ids) => getApproval(context, PERIOD, ids.sharedAccount),
  },
  {
    ...thing,
    use: 'listComments',
    at: ALFA,
    shows: ['ALFA-kommentar'],
    call: (context, ids) => listComments(context, PERIOD, ids.account),
  },
  {
    ...thing,
    use: 'listComments: of others, with a finding of one’s own',
    at: SHARED,
    shows: ['DELT-betas-kommentar'],
    call: (context, ids) => listComments(context, PERIOD, ids.sharedAccount),
  },
  {
    ...thing,
    use: 'getFollowUp',
    at: ALFA,
    shows: ['ALFA-konto'],
    call: (context, ids) => getFollowUp(context, PERIOD, ids.account),
  },
  {
    ...thing,
    use: 'getFollowUp: of others, with a finding of one’s own',
    at: SHARED,
    shows: ['DELT-alfas-forhold', 'DELT-betas-udligning'],
    call: (context, ids) => getFollowUp(context, PERIOD, ids.sharedAccount),
  },
  {
    ...list,
    use: 'getOverview',
    // How far a report is hangs on the whole municipality's balance (product.md, rule 10): tried as getReportPage.
    call: async (context, ids) => {
      const overview = await getOverview(context, ids.period, '2024-07-01');
      return overview && { ...overview, reports: null };
    },
  },
  {
    ...thing,
    use: 'getAccount',
    at: ALFA,
    shows: ['ALFA-konto'],
    call: (context, ids) => getAccount(context, PERIOD, ids.account),
  },
  {
    ...thing,
    use: 'getAccount: of others, with a finding of one’s own',
    at: SHARED,
    shows: ['DELT-konto', 'DELT-alfas-forhold', 'DELT-betas-forhold'],
    call: (context, ids) => getAccount(context, PERIOD, ids.sharedAccount),
  },
  {
    ...thing,
    use: 'getNeighbours',
    at: ALFA,
    call: async (context, ids) => {
      const neighbours = await getNeighbours(context, PERIOD, ids.account, whole());
      return { ok: neighbours.position !== null, ...neighbours };
    },
  },
  {
    ...thing,
    use: 'listAttachments',
    at: ALFA,
    shows: ['ALFA-bilag'],
    call: (context, ids) => listAttachments(context, PERIOD, ids.account),
  },
  {
    ...thing,
    use: 'listAttachments: of others, with a finding of one’s own',
    at: SHARED,
    shows: ['DELT-betas-bilag'],
    call: (context, ids) => listAttachments(context, PERIOD, ids.sharedAccount),
  },
  {
    ...thing,
    use: 'getAttachment',
    at: ALFA,
    shows: ['ALFA-bilag'],
    call: (context, ids) => getAttachment(context, ids.attachment, 'take'),
  },
  { ...report, use: 'getReport', call: (context, ids) => getReport(context, ids.year, ids.committee) },
  {
    ...report,
    use: 'exportReport',
    call: (context, ids) => exportReport(context, ids.year, ids.committee, 'json'),
  },
  {
    ...report,
    use: 'exportReport: as a workbook',
    isSlow: true,
    call: (context, ids) => exportReport(context, ids.year, ids.committee, 'xlsx'),
  },
  {
    ...report,
    use: 'getReportPage',
    call: async (context, ids) => {
      const page = await getReportPage(context, PERIOD, ids.committee);
      return page?.kind === 'reports' ? page.report : null;
    },
  },
  {
    ...list,
    use: 'getReportPage: which reports there are',
    isPublished: true,
    call: (context, ids) => getReportPage(context, ids.period, null),
  },
  { ...list, use: 'listReportCommittees', call: (context, ids) => listReportCommittees(context, ids.year) },
];
