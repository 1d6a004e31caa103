import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '#lib/config/environment.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { formatCount, formatOre } from '#lib/format/amount.ts';
import { type Translate, translatorOf } from '#lib/format/translate.ts';
import { LARGEST_FILE } from '#lib/import/read-files.ts';
import { IMPORT_KINDS, type ImportKind, type ImportPlan, type InputFile, type Issue } from '#lib/import/types.ts';
import type { Result } from '#lib/services/context.ts';
import { type ImportRequest, previewImport, storeImport } from '#lib/services/import-files.ts';
import { resolvePath, withContext } from '../environment.ts';
import { print, printError, printJson } from '../output.ts';
import { UsageError } from '../usage.ts';

const MOST_ISSUES_PRINTED = 100;

interface Arguments extends ImportRequest {
  isDryRun: boolean;
  asJson: boolean;
}

/** What happened, for people and machines alike. `importId` is null where nothing was stored. */
interface Outcome {
  plan: ImportPlan | null;
  importId: number | null;
  issues: Issue[];
}

/** `afstemt import <kind|auto> FILE… --period 2023-12`. @returns the exit code: 0 done, 1 refused, 2 called wrongly */
export async function runImport(args: string[]): Promise<number> {
  const t = translatorOf(readEnvironment().language, 'cli');
  const request = await readArguments(args, t);
  const outcome =
    request.files.length === 0 || !parsePeriod(request.periodId)
      ? { plan: null, importId: null, issues: [] }
      : await run(request);
  const issues = [...request.issues, ...outcome.issues];
  const errors = issues.filter((issue) => issue.severity === 'error');
  const ok = errors.length === 0;
  if (request.asJson) printJson(toJson(request, { ...outcome, issues }, ok));
  else printHuman(request, { ...outcome, issues }, ok, t);
  return ok ? 0 : 1;
}

async function run(request: Arguments & { issues: Issue[] }): Promise<Outcome> {
  // One unreadable file among others: what the others would do is still told, and nothing is stored.
  const isDryRun = request.isDryRun || request.issues.length > 0;
  return withContext(async (context) => {
    const result: Result<{ plan: ImportPlan; importId?: number | null }> = isDryRun
      ? await previewImport(context, request)
      : await storeImport(context, request, null);
    if (!result.ok) {
      // The period is closed or locked: said like what is wrong with a file, and nothing is stored.
      const issues = result.problems.map(({ code, params }) => issueOf('', code, params));
      return { plan: null, importId: null, issues };
    }
    return { plan: result.value.plan, importId: result.value.importId ?? null, issues: result.value.plan.issues };
  });
}

async function readArguments(args: string[], t: Translate): Promise<Arguments & { issues: Issue[] }> {
  const { values, positionals } = parse(args, t);
  const [kind, ...names] = positionals;
  if (kind === undefined || names.length === 0) throw new UsageError(t('importUsage'));
  if (kind !== 'auto' && !IMPORT_KINDS.includes(kind as ImportKind)) {
    throw new UsageError(t('unknownKind', { kind, kinds: ['auto', ...IMPORT_KINDS].join(', ') }));
  }
  if (values.amounts !== undefined && values.amounts !== 'da' && values.amounts !== 'en')
    throw new UsageError(t('unknownAmounts'));
  if (values.period === undefined) throw new UsageError(t('periodMissing'));
  const issues: Issue[] = [];
  if (!parsePeriod(values.period))
    issues.push({ ...issueOf('', 'bad-period', { value: values.period }), value: values.period });
  const files: InputFile[] = [];
  for (const name of names) {
    const file = await readInput(name, kind as ImportKind | 'auto');
    if ('code' in file) issues.push(file);
    else files.push(file);
  }
  return {
    files,
    issues,
    periodId: values.period,
    options: { amounts: values.amounts ?? null, overwrite: values.overwrite },
    isDryRun: values['dry-run'],
    asJson: values.json,
  };
}

function parse(args: string[], t: Translate) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        period: { type: 'string' },
        amounts: { type: 'string' },
        overwrite: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${t('importUsage')}`);
  }
}

async function readInput(name: string, kind: ImportKind | 'auto'): Promise<InputFile | Issue> {
  const file = resolvePath(name);
  try {
    const { size } = await stat(file);
    // A file over the limit is refused by its size alone; its bytes are not read into memory.
    const bytes = size > LARGEST_FILE ? new Uint8Array(LARGEST_FILE + 1) : await readFile(file);
    return { name: path.basename(name), bytes, kind };
  } catch (error) {
    return issueOf(path.basename(name), 'unreadable-file', {
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

function issueOf(file: string, code: string, params: Issue['params']): Issue {
  return { severity: 'error', file, row: null, column: null, value: null, code, params };
}

function toJson(request: Arguments, { plan, importId, issues }: Outcome, ok: boolean): object {
  const texts = translatorOf(readEnvironment().language, 'issues');
  const told = (severity: Issue['severity']) =>
    issues
      .filter((issue) => issue.severity === severity)
      .map(({ file, row, column, value, code, params }) => ({
        file,
        row,
        column,
        value,
        message: texts(code, params),
        code,
      }));
  return {
    ok,
    dryRun: request.isDryRun,
    stored: importId !== null,
    importId,
    period: request.periodId,
    files: (plan?.files ?? []).map((file) => ({
      file: file.name,
      kind: file.kind,
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

function printHuman(request: Arguments, { plan, importId, issues }: Outcome, ok: boolean, t: Translate): void {
  for (const file of ok ? (plan?.files ?? []) : []) {
    const counts = { added: file.added, changed: file.changed, removed: file.removed, unchanged: file.unchanged };
    print(t('fileLine', { name: file.name, kind: file.kind, ...counts }));
    if (file.sumAfter !== null) print(t('sumLine', { sum: formatOre(file.sumAfter) }));
    if (file.becomeCategory1 > 0) print(t('category1Line', { count: file.becomeCategory1 }));
    for (const kept of file.kept) print(t('keptLine', { id: kept.id, label: kept.label }));
  }
  if (ok && plan?.control)
    print(t('controlLine', { count: formatCount(plan.control.count), sum: formatOre(plan.control.sum) }));
  const texts = translatorOf(readEnvironment().language, 'issues');
  for (const issue of issues.slice(0, MOST_ISSUES_PRINTED)) {
    const place = [
      issue.file,
      issue.row === null ? '' : t('row', { row: String(issue.row) }),
      issue.column ?? '',
      issue.value === null ? '' : `”${issue.value}”`,
    ];
    printError(
      `${t(issue.severity)}: ${place.filter((part) => part !== '').join(', ')}: ${texts(issue.code, issue.params)}`,
    );
  }
  if (issues.length > MOST_ISSUES_PRINTED) printError(t('moreIssues', { count: issues.length - MOST_ISSUES_PRINTED }));
  if (!ok) printError(t('nothingStored'));
  else if (request.isDryRun) print(t('dryRun'));
  else print(t('stored', { period: request.periodId, importId: importId ?? 0 }));
}
