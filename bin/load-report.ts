import { readEnvironment } from '#lib/config/environment.ts';
import { formatCount, formatOre } from '#lib/format/amount.ts';
import { messagesOf } from '#lib/format/messages.ts';
import { type Translate, translatorOf } from '#lib/format/translate.ts';
import type { Issue } from '#lib/import/types.ts';
import type { LoadOutcome } from './load-files.ts';

const MOST_ISSUES_PRINTED = 100;

/** What was asked for, beside what happened. */
export interface LoadTold {
  periodId: string;
  isDryRun: boolean;
  ok: boolean;
}

/** Whether nothing kept the files out. */
export function isGood({ issues }: LoadOutcome): boolean {
  return !issues.some(({ severity }) => severity === 'error');
}

/** The text of an issue; those of a use case's refusal have theirs among the problems. */
function textOf(language: 'da' | 'en'): (issue: Issue) => string {
  const issues = translatorOf(language, 'issues');
  const problems = translatorOf(language, 'problems');
  const known = messagesOf(language).issues;
  return ({ code, params }) => (code in known ? issues : problems)(code, params);
}

/** An import as one JSON object; amounts in øre are bigint. */
export function toJson({ plan, importId, issues }: LoadOutcome, { periodId, isDryRun, ok }: LoadTold): object {
  const text = textOf(readEnvironment().language);
  const told = (severity: Issue['severity']) =>
    issues
      .filter((issue) => issue.severity === severity)
      .map((issue) => {
        const { file, row, column, value, code } = issue;
        return { file, row, column, value, message: text(issue), code };
      });
  return {
    ok,
    dryRun: isDryRun,
    stored: importId !== null,
    importId,
    period: periodId,
    files: (plan?.files ?? []).map((file) => ({
      file: file.name,
      kind: file.kind,
      profile: file.reading?.profile ?? null,
      passedOver: file.reading?.ignored ?? [],
      sha256: file.sha256,
      rows: file.rows,
      new: file.added,
      changed: file.changed,
      gone: file.removed,
      unchanged: file.unchanged,
      kept: file.kept.map(({ id, label }) => ({ id, label })),
      becomeCategory1: file.becomeCategory1,
      sumBefore: file.sumBefore,
      sumAfter: file.sumAfter,
    })),
    control: plan?.control ?? null,
    issues: told('error'),
    warnings: told('warning'),
  };
}

/** An import for people: what it did, and what is wrong, in lines. */
export function toLines(
  { plan, importId, issues }: LoadOutcome,
  { periodId, isDryRun, ok }: LoadTold,
  t: Translate,
): { said: string[]; complaints: string[] } {
  const said: string[] = [];
  const complaints: string[] = [];
  for (const file of ok ? (plan?.files ?? []) : []) {
    const counts = { added: file.added, changed: file.changed, removed: file.removed, unchanged: file.unchanged };
    said.push(t('fileLine', { name: file.name, kind: file.kind, ...counts }));
    if (file.reading)
      said.push(
        t('profileLine', { profile: file.reading.profile, lines: file.reading.lines, taken: file.reading.taken }),
      );
    if (file.sumAfter !== null) said.push(t('sumLine', { sum: formatOre(file.sumAfter) }));
    if (file.becomeCategory1 > 0) said.push(t('category1Line', { count: file.becomeCategory1 }));
    for (const kept of file.kept) said.push(t('keptLine', { id: kept.id, label: kept.label }));
  }
  if (ok && plan?.control)
    said.push(t('controlLine', { count: formatCount(plan.control.count), sum: formatOre(plan.control.sum) }));
  const text = textOf(readEnvironment().language);
  for (const issue of issues.slice(0, MOST_ISSUES_PRINTED)) {
    const { severity, file, row, column, value } = issue;
    const place = [
      file,
      row === null ? '' : t('row', { row: String(row) }),
      column ?? '',
      value === null ? '' : `”${value}”`,
    ].filter((part) => part !== '');
    complaints.push(`${t(severity)}: ${[...(place.length === 0 ? [] : [place.join(', ')]), text(issue)].join(': ')}`);
  }
  const more = issues.length - MOST_ISSUES_PRINTED;
  if (more > 0) complaints.push(t('moreIssues', { count: more }));
  if (!ok) complaints.push(t('nothingStored'));
  else if (isDryRun) said.push(t('dryRun'));
  else said.push(t('stored', { period: periodId, importId: importId ?? 0 }));
  return { said, complaints };
}
