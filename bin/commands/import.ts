import path from 'node:path';
import { parseArgs } from 'node:util';
import { readEnvironment } from '#lib/config/environment.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { formatCount } from '#lib/format/amount.ts';
import { type Translate, translatorOf } from '#lib/format/translate.ts';
import { IMPORT_KINDS, type ImportKind } from '#lib/import/types.ts';
import { resolvePath, withContext } from '../environment.ts';
import { issueOf, type LoadOutcome, type LoadRequest, loadFiles } from '../load-files.ts';
import { isGood, toJson, toLines } from '../load-report.ts';
import { print, printError, printJson } from '../output.ts';
import { UsageError } from '../usage.ts';

interface Arguments extends LoadRequest {
  asJson: boolean;
}

/** `afstemt import <kind|auto> FILE… --period 2023-12`. @returns the exit code: 0 done, 1 refused, 2 called wrongly */
export async function runImport(args: string[]): Promise<number> {
  const t = translatorOf(readEnvironment().language, 'cli');
  const request = readArguments(args, t);
  const outcome = await run(request, t);
  const told = { periodId: request.periodId, isDryRun: request.isDryRun, ok: isGood(outcome) };
  if (request.asJson) printJson(toJson(outcome, told));
  else {
    const { said, complaints } = toLines(outcome, told, t);
    // Where nothing was stored, why comes before that.
    for (const line of told.ok ? said.slice(0, -1) : said) print(line);
    for (const line of complaints) printError(line);
    const last = told.ok ? said.at(-1) : undefined;
    if (last !== undefined) print(last);
  }
  return told.ok ? 0 : 1;
}

async function run(request: Arguments, t: Translate): Promise<LoadOutcome> {
  const { periodId } = request;
  if (!parsePeriod(periodId)) {
    const issue = { ...issueOf('', 'bad-period', { value: periodId }), value: periodId };
    return { plan: null, importId: null, issues: [issue] };
  }
  // Only somebody who looks on wants to know how far it is.
  const isWatched = process.stderr.isTTY && !request.asJson;
  return withContext((context) =>
    loadFiles(context, request, (name, { rows, bytes, totalBytes }) => {
      if (!isWatched) return;
      const share = totalBytes === null ? '' : ` ${Math.floor((100 * bytes) / Math.max(1, totalBytes))} %`;
      process.stderr.write(`\r${t('reading', { name, rows: formatCount(rows) })}${share}  `);
      if (bytes === totalBytes) process.stderr.write('\n');
    }),
  );
}

function readArguments(args: string[], t: Translate): Arguments {
  const { values, positionals } = parse(args, t);
  const [kind, ...names] = positionals;
  if (kind === undefined || names.length === 0) throw new UsageError(t('importUsage'));
  if (kind !== 'auto' && !IMPORT_KINDS.includes(kind as ImportKind)) {
    throw new UsageError(t('unknownKind', { kind, kinds: ['auto', ...IMPORT_KINDS].join(', ') }));
  }
  if (values.amounts !== undefined && values.amounts !== 'da' && values.amounts !== 'en')
    throw new UsageError(t('unknownAmounts'));
  if (values.period === undefined) throw new UsageError(t('periodMissing'));
  return {
    files: names.map((name) => ({
      path: resolvePath(name),
      name: path.basename(name),
      kind: kind as ImportKind | 'auto',
      profile: values.profile ?? null,
    })),
    periodId: values.period,
    options: {
      amounts: values.amounts ?? null,
      overwrite: values.overwrite,
      balanceReason: values.unbalanced?.trim() ?? '',
    },
    isDryRun: values['dry-run'],
    sumLines: values.sum,
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
        profile: { type: 'string' },
        amounts: { type: 'string' },
        unbalanced: { type: 'string' },
        overwrite: { type: 'boolean', default: false },
        sum: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${t('importUsage')}`);
  }
}
