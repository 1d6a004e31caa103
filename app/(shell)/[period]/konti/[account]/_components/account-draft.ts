import { readDate, readMoney } from '#components/ui/formatted-field.tsx';
import type { Reconciliation } from '#lib/domain/account.ts';
import { type Finding, followUp, missingParts, olderPart } from '#lib/domain/finding.ts';
import { type Ore, sum } from '#lib/domain/money.ts';
import { formatOre } from '#lib/format/amount.ts';
import { formatDate } from '#lib/format/date.ts';
import type { AccountDraft, FindingDraft, ItemDraft, RowDraft, StepDraft } from '#lib/schemas/draft.ts';
import type { LogReconciliationInput } from '#lib/schemas/reconciliation.ts';

export type { AccountDraft, FindingDraft, ItemDraft, StepDraft };

/** Something in the draft that keeps it from being saved, as a service says it: by path and code. */
export interface DraftProblem {
  path: string;
  code: string;
}

/** What is proposed for an account that nobody has logged. Dates are ISO text. */
export interface DraftDefaults {
  initials: string;
  today: string;
}

export function newItem(key: string): ItemDraft {
  return { key, stored: '', postingDate: '', text: '', amount: '' };
}

export function newStep(key: string): StepDraft {
  return { key, stored: '', activity: '', deadline: '', consequence: '' };
}

export function newFinding(key: string, committee: string): FindingDraft {
  return {
    key,
    committee,
    category: 2,
    theme: '',
    problem: '',
    responsible: '',
    items: [newItem(`${key}.0`)],
    steps: [newStep(`${key}.0`)],
  };
}

/** The form of a reconciliation as it is stored, or a proposal where there is none. */
export function toDraft(reconciliation: Reconciliation | null, defaults: DraftDefaults): AccountDraft {
  if (!reconciliation) {
    return {
      documentedBalance: '',
      method: '',
      reconciledOn: formatDate(defaults.today),
      initials: defaults.initials,
      verdict: null,
      findings: [],
    };
  }
  return {
    documentedBalance: reconciliation.documentedBalance === null ? '' : formatOre(reconciliation.documentedBalance),
    method: reconciliation.method ?? '',
    reconciledOn: reconciliation.reconciledOn ? formatDate(reconciliation.reconciledOn) : '',
    initials: reconciliation.initials,
    verdict: reconciliation.findings.length === 0 ? 'category-1' : 'follow-up',
    findings: reconciliation.findings.map((finding, index) => toFindingDraft(finding, String(index))),
  };
}

/** A finding as the form has it. */
export function toFindingDraft(finding: Finding, key: string): FindingDraft {
  const items = finding.items.map(({ postingDate, text, amount, key: stored = '' }, index) => ({
    key: `${key}.${index}`,
    stored,
    postingDate: formatDate(postingDate),
    text,
    amount: formatOre(amount),
  }));
  const steps = finding.steps.map(({ activity, deadline, consequence, key: stored = '' }, index) => ({
    key: `${key}.${index}`,
    stored,
    activity,
    deadline: deadline ? formatDate(deadline) : '',
    consequence,
  }));
  const { committee, category, theme, problem, responsible } = finding;
  return {
    key,
    committee,
    category,
    theme,
    problem,
    responsible,
    items: items.length > 0 ? items : [newItem(`${key}.0`)],
    steps: steps.length > 0 ? steps : [newStep(`${key}.0`)],
  };
}

const isBlank = (...texts: string[]) => texts.every((text) => text.trim() === '');

/** The items that say something. A row left blank is no item. */
export function filledItems(finding: FindingDraft): ItemDraft[] {
  return finding.items.filter((item) => !isBlankItem(item));
}

export function isBlankItem({ postingDate, text, amount }: ItemDraft): boolean {
  return isBlank(postingDate, text, amount);
}

export function filledSteps(finding: FindingDraft): StepDraft[] {
  return finding.steps.filter((step) => !isBlank(step.activity, step.deadline, step.consequence));
}

/** What an amount or a date lacks, by what was read of it: null where it is empty, undefined where it says nothing. */
function problemOf(read: unknown, path: string, code: string, required: boolean): DraftProblem[] {
  if (read === undefined) return [{ path, code }];
  return read === null && required ? [{ path, code: 'required' }] : [];
}

/** A finding as far as it can be read (rows without a date or an amount left out), and what cannot. */
export function readFinding(draft: FindingDraft, path = ''): { finding: Finding; problems: DraftProblem[] } {
  const problems: DraftProblem[] = [];
  const items = filledItems(draft).flatMap((item, index) => {
    const postingDate = readDate(item.postingDate);
    const amount = readMoney(item.amount);
    problems.push(...problemOf(postingDate, `${path}items.${index}.postingDate`, 'impossible-date', true));
    problems.push(...problemOf(amount, `${path}items.${index}.amount`, 'not-an-amount', true));
    return postingDate && typeof amount === 'bigint'
      ? [{ postingDate, text: item.text, amount, key: item.stored }]
      : [];
  });
  const steps = filledSteps(draft).map((step, index) => {
    const deadline = readDate(step.deadline);
    problems.push(...problemOf(deadline, `${path}steps.${index}.deadline`, 'impossible-date', false));
    return {
      activity: step.activity.trim(),
      deadline: deadline ?? null,
      consequence: step.consequence.trim(),
      key: step.stored,
    };
  });
  const { committee, category, theme, problem, responsible } = draft;
  return { finding: { committee, category, theme, problem, responsible: responsible.trim(), items, steps }, problems };
}

/**
 * The keys under which the new rows of a draft have been stored, by the rows' own keys. `stored` is the form of what
 * the draft became: a row that is not as it was typed has not been stored from it.
 */
export function findStoredKeys(draft: AccountDraft, stored: AccountDraft): Map<string, string> {
  const keys = new Map<string, string>();
  function pair(rows: readonly RowDraft[], kept: readonly RowDraft[]) {
    for (const [index, { key, stored: known, ...typed }] of rows.entries()) {
      const { key: _, stored: found, ...same } = kept[index] ?? { key: '', stored: '' };
      if (known === '' && found !== '' && JSON.stringify(typed) === JSON.stringify(same)) keys.set(key, found);
    }
  }
  for (const finding of draft.findings) {
    const own = stored.findings.find(({ committee }) => committee === finding.committee);
    if (!own) continue;
    pair(filledItems(finding), own.items);
    pair(filledSteps(finding), own.steps);
  }
  return keys;
}

/** The draft with rows that have been stored since. */
export function withStoredKeys(draft: AccountDraft, keys: ReadonlyMap<string, string>): AccountDraft {
  const note = <Row extends RowDraft>(rows: Row[]) =>
    rows.map((one) => ({ ...one, stored: one.stored || (keys.get(one.key) ?? '') }));
  const findings = draft.findings.map((one) => ({ ...one, items: note(one.items), steps: note(one.steps) }));
  return { ...draft, findings };
}

/** Whether nothing is said of what the balance was held against: neither an amount nor how. */
export function isDocumentationMissing({ documentedBalance, method }: AccountDraft): boolean {
  return isBlank(documentedBalance, method);
}

type DraftInput = Omit<LogReconciliationInput, 'periodId' | 'account' | 'version' | 'submit'>;

/** What a save would send, and what in the draft cannot be read; then nothing may be sent, since it would be lost. */
export function readDraft(draft: AccountDraft): { input: DraftInput; problems: DraftProblem[] } {
  const documentedBalance = readMoney(draft.documentedBalance);
  const reconciledOn = readDate(draft.reconciledOn);
  const problems = [
    ...problemOf(documentedBalance, 'documentedBalance', 'not-an-amount', false),
    ...problemOf(reconciledOn, 'reconciledOn', 'impossible-date', false),
    ...problemOf(draft.verdict, 'verdict', 'required', true),
  ];
  const needsFollowUp = draft.verdict === 'follow-up';
  const findings = (needsFollowUp ? draft.findings : []).map((one, index) => {
    const read = readFinding(one, `findings.${index}.`);
    problems.push(...read.problems);
    return read.finding;
  });
  return {
    problems,
    input: {
      needsFollowUp,
      documentedBalance: documentedBalance ?? null,
      method: draft.method === '' ? null : draft.method,
      reconciledOn: reconciledOn ?? null,
      initials: draft.initials,
      findings,
    },
  };
}

/** What a finding still lacks by the threshold (domain.md), as far as what was typed can be read. */
export function requiredParts(draft: FindingDraft): Set<string> {
  const { finding } = readFinding({ ...draft, responsible: '', steps: [newStep('')] });
  return new Set(missingParts(finding));
}

/** The account's figures as the draft has them, in øre (domain.md, arithmetic of the report). */
export interface DraftFigures {
  category2: Ore;
  category3: Ore;
  followUp: Ore;
  older: Ore;
  /** Balance less follow-up. */
  category1: Ore;
  /** Balance less what it was held against; null where that is not known. */
  difference: Ore | null;
}

/** @param olderLimit posting dates at or before this are older than one year */
export function calculateDraft(draft: AccountDraft, balance: Ore, olderLimit: string): DraftFigures {
  const findings = draft.verdict === 'follow-up' ? draft.findings.map((one) => readFinding(one).finding) : [];
  const ofCategory = (category: number) => sum(findings.filter((one) => one.category === category).map(followUp));
  const [category2, category3] = [ofCategory(2), ofCategory(3)];
  const documented = readMoney(draft.documentedBalance);
  return {
    category2,
    category3,
    followUp: category2 + category3,
    older: sum(findings.map((one) => olderPart(one, olderLimit))),
    category1: balance - category2 - category3,
    difference: typeof documented === 'bigint' ? balance - documented : null,
  };
}
