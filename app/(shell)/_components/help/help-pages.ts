import { parsePeriod } from '#lib/domain/period.ts';
import type { Messages } from '#lib/format/messages.ts';
import { placeOf } from '../places.ts';
import type { KeyGroupId } from './keys.ts';

export type TermId = keyof Messages['glossary']['terms'];
export type HelpPageId = keyof Messages['guidance']['pages'];

interface HelpPage {
  /** The page of the guide that says more. */
  guide: string;
  /** What its keys are, beside those of every page. */
  keys: readonly KeyGroupId[];
  /** The words that one meets there. */
  terms: readonly TermId[];
}

/** What the help beside each page holds, apart from its texts (`guidance.pages`). */
export const HELP_PAGES: Record<HelpPageId, HelpPage> = {
  overview: { guide: 'kom-i-gang', keys: [], terms: ['reconciliation', 'category', 'followUp', 'older', 'deadline'] },
  tasks: { guide: 'godkendelse', keys: [], terms: ['approval', 'approver', 'deadline', 'responsible'] },
  accounts: {
    guide: 'afstemning',
    keys: ['cells', 'list', 'account'],
    terms: ['account', 'balance', 'category', 'status', 'followUp', 'older', 'documentedBalance', 'imFunction'],
  },
  account: {
    guide: 'afstemning',
    keys: ['account'],
    terms: ['documentedBalance', 'category', 'finding', 'item', 'actionPlan', 'consequence', 'older'],
  },
  findings: {
    guide: 'opfoelgning',
    keys: ['cells', 'list'],
    terms: ['finding', 'followUp', 'older', 'actionPlan', 'deadline', 'limitation'],
  },
  approval: {
    guide: 'godkendelse',
    keys: ['approval', 'list'],
    terms: ['approval', 'approver', 'status', 'difference'],
  },
  bridge: { guide: 'perioder', keys: ['list'], terms: ['bridge', 'period', 'item', 'older', 'writeOff'] },
  registers: {
    guide: 'registre',
    keys: ['list'],
    terms: ['transferControl', 'sourceSystem', 'writeOff', 'accrual', 'equityMovement'],
  },
  rules: { guide: 'afstemning', keys: [], terms: ['rule', 'category', 'approver', 'documentedBalance'] },
  sharing: { guide: 'fordeling', keys: [], terms: ['sharingKey', 'committee', 'balance'] },
  report: {
    guide: 'rapport',
    keys: ['text'],
    terms: ['annualReport', 'committee', 'draftReport', 'category', 'imFunction'],
  },
  import: { guide: 'import', keys: [], terms: ['controlTotal', 'balance', 'period', 'imFunction'] },
  trail: { guide: 'revisionsspor', keys: [], terms: ['auditor', 'reconciliation', 'approval'] },
  administration: { guide: 'perioder', keys: [], terms: ['period', 'committee', 'administration', 'approver'] },
  settings: { guide: 'kom-i-gang', keys: [], terms: ['serviceCentre', 'sourceSystem', 'limitation', 'approver'] },
  me: { guide: 'log-ind', keys: [], terms: ['approver', 'deadline'] },
  help: { guide: 'kom-i-gang', keys: [], terms: [] },
};

/** Places of a period, and others, that the navigation leads to by way of another. */
const WITHIN: Record<string, HelpPageId> = {
  regler: 'rules',
  fordeling: 'sharing',
  'min-konto': 'me',
  rapportkontrol: 'report',
};

/** Whose help belongs to an address; how to find help, where there is none of its own. */
export function helpPageOf(path: string): HelpPageId {
  const [first = '', second, third] = path.split('/').slice(1);
  const inPeriod = parsePeriod(first) !== null;
  if (inPeriod && second === 'konti' && third !== undefined) return 'account';
  return WITHIN[(inPeriod ? second : first) ?? ''] ?? placeOf(path) ?? 'help';
}
