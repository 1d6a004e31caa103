import { readFile } from 'node:fs/promises';
import { readEnvironment } from '#lib/config/environment.ts';
import { formatCount } from '#lib/format/amount.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import { translatorOf } from '#lib/format/translate.ts';
import { checkReports } from '#lib/services/verify-reports.ts';
import { checkTrail, getTrailHead } from '#lib/services/verify-trail.ts';
import { resolvePath, withContext } from '../environment.ts';
import { print, printError, printJson } from '../output.ts';
import { UsageError } from '../usage.ts';
import { readCommandLine } from './arguments.ts';
import { expectAllowed } from './expect-allowed.ts';

/** `afstemt verify [--against FILE]`. @returns the exit code: 0 the trail and the files of the reports' versions are good, 1 they are not */
export async function runVerify(args: string[]): Promise<number> {
  const t = translatorOf(readEnvironment().language, 'cli');
  const options = { against: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
  const { values } = readCommandLine(args, options, t('verifyUsage'), 0);
  const kept = values.against === undefined ? null : await readHeadFile(values.against);
  const [result, reports] = await withContext(async (context) => [
    checkTrail(context, kept),
    expectAllowed(await checkReports(context)),
  ]);
  if (!result.ok && result.problems[0]?.code === 'no-head')
    throw new UsageError(t('noHead', { file: values.against ?? '' }));
  const { events, head, fault } = expectAllowed(result);
  const text =
    fault &&
    translatorOf(readEnvironment().language, 'trail')(`faults.${fault.code}`, { id: fault.id, name: fault.name });
  const isGood = fault === null && reports.faults.length === 0;
  if (values.json) {
    printJson({ ok: isGood, events, head, fault: fault && { ...fault, message: text }, reports });
    return isGood ? 0 : 1;
  }
  if (text !== null) printError(`${t('trailBroken')}\n${text}`);
  else print(t('trailGood', { events: formatCount(events), time: head.at === '' ? '–' : formatDateTime(head.at) }));
  for (const one of reports.faults) printError(t(`reportFile-${one.fault}`, { sha256: one.sha256 }));
  if (reports.faults.length === 0 && reports.files > 0)
    print(t('reportFilesGood', { files: formatCount(reports.files) }));
  return isGood ? 0 : 1;
}

/** `afstemt head`: the end of the trail as one JSON object. */
export async function runHead(args: string[]): Promise<number> {
  const t = translatorOf(readEnvironment().language, 'cli');
  readCommandLine(args, { json: { type: 'boolean', default: true } }, t('headUsage'), 0);
  printJson(expectAllowed(await withContext(async (context) => getTrailHead(context))));
  return 0;
}

async function readHeadFile(name: string): Promise<string> {
  try {
    return await readFile(resolvePath(name), 'utf8');
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
