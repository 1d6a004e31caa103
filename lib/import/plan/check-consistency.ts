import { isSeparate } from '#lib/domain/account.ts';
import { CONFIRMABLE_REGISTERS } from '#lib/domain/register.ts';
import { makeError } from '../issue.ts';
import type { ImportKind, Issue, ParsedFile } from '../types.ts';
import { type Draft, isLost, keyOf } from './draft.ts';

type FileOf = (kind: ImportKind) => ParsedFile | undefined;

/**
 * Makes the draft whole: an account that is gone takes its responsibility, its documentation and a verdict without follow-up with it, and
 * one reconciled separately has no verdict. What would be lost or left hanging by that is an error.
 */
export function settleVerdicts(draft: Draft, fileOf: FileOf): void {
  for (const number of draft.responsibilities.keys()) {
    if (!draft.accounts.has(number)) draft.responsibilities.delete(number);
  }
  for (const number of draft.documentation.keys()) {
    if (!draft.accounts.has(number)) draft.documentation.delete(number);
  }
  for (const [number, { findings }] of draft.reconciliations) {
    const account = draft.accounts.get(number);
    if (account && !isSeparate(account, draft.responsibilities.get(number))) continue;
    if (findings.length === 0) {
      draft.reconciliations.delete(number);
      continue;
    }
    const cause = account ? (fileOf('kontoansvar') ?? fileOf('saldobalance')) : fileOf('saldobalance');
    const code = account ? 'separate-with-findings' : 'account-gone-with-findings';
    const committees = findings.map(({ committee }) => committee).join(', ');
    if (cause && (account || !isLost(draft, 'saldobalance', keyOf(number))))
      draft.issues.push(makeError(cause.name, code, { value: number }, { findings: findings.length, committees }));
  }
}

/** How often each code is used. */
function countUses(codes: Iterable<string>): Map<string, number> {
  const uses = new Map<string, number>();
  for (const code of codes) uses.set(code, (uses.get(code) ?? 0) + 1);
  return uses;
}

/**
 * Committees, administrations and functions that are gone may not be in use. What another file of the call states was
 * already held against the new ones, row by row.
 */
export function findUsesOfGone(draft: Draft, fileOf: FileOf): Issue[] {
  const issues: Issue[] = [];
  const responsibilities = fileOf('kontoansvar') ? [] : [...draft.responsibilities.values()];
  const findings = fileOf('afstemninger') ? [] : [...draft.reconciliations.values()].flatMap((own) => own.findings);
  const lines = Object.entries(draft.before.registers).flatMap(([register, all]) =>
    all
      .filter(({ removed }) => !removed && !(register !== 'sammenligningstal' && isRestated(register, fileOf)))
      .map(({ content }) => content),
  );
  const organisation = fileOf('organisation');
  if (organisation && !draft.unread.has('organisation')) {
    const byAccount = countUses(responsibilities.map(({ committee }) => committee));
    const byFinding = countUses(findings.map(({ committee }) => committee));
    const byLine = countUses(lines.flatMap((content) => ('committee' in content ? [content.committee] : [])));
    for (const { code, name } of draft.before.committees) {
      if (draft.committees.has(code) || isLost(draft, 'organisation', code)) continue;
      const uses = {
        accounts: byAccount.get(code) ?? 0,
        findings: byFinding.get(code) ?? 0,
        lines: byLine.get(code) ?? 0,
      };
      if (uses.accounts + uses.findings + uses.lines === 0) continue;
      issues.push(makeError(organisation.name, 'committee-in-use', { value: code }, { name, ...uses }));
    }
    const byUnit = countUses(
      responsibilities.flatMap(({ administration, reconciledBy }) => [...new Set([administration, reconciledBy])]),
    );
    for (const { code, name } of draft.before.administrations) {
      const accounts =
        draft.administrations.has(code) || code === draft.serviceCentreCode || isLost(draft, 'organisation', code)
          ? 0
          : (byUnit.get(code) ?? 0);
      if (accounts > 0)
        issues.push(makeError(organisation.name, 'administration-in-use', { value: code }, { name, accounts }));
    }
  }
  const functions = fileOf('im-funktioner');
  if (functions && !draft.unread.has('im-funktioner')) {
    const byAccount = countUses(
      fileOf('saldobalance') ? [] : [...draft.accounts.values()].map(({ imFunction }) => imFunction),
    );
    const byLine = countUses(lines.flatMap((content) => ('imFunction' in content ? [content.imFunction] : [])));
    for (const { code, name } of draft.before.functions) {
      if (draft.functions.has(code) || isLost(draft, 'im-funktioner', code)) continue;
      const uses = { accounts: byAccount.get(code) ?? 0, lines: byLine.get(code) ?? 0 };
      if (uses.accounts + uses.lines === 0) continue;
      issues.push(makeError(functions.name, 'function-in-use', { value: code }, { name, ...uses }));
    }
  }
  return issues;
}

function isRestated(register: string, fileOf: FileOf): boolean {
  const kind = CONFIRMABLE_REGISTERS.find((known) => known === register);
  return kind !== undefined && fileOf(kind) !== undefined;
}
