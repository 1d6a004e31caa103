import { readFile } from 'node:fs/promises';
import { readEnvironment } from '#lib/config/environment.ts';
import { formatCount } from '#lib/format/amount.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import { translatorOf } from '#lib/format/translate.ts';
import { checkTrail, getTrailHead } from '#lib/services/verify-trail.ts';
import { resolvePath, withContext } from '../environment.ts';
import { print, printError, printJson } from '../output.ts';
import { UsageError } from '../usage.ts';
import { readCommandLine } from './arguments.ts';
import { expectAllowed } from './expect-allowed.ts';

/** `afstemt verify [--against FILE]`. @returns the exit code: 0 the trail is good, 1 it is not */
export async function runVerify(args: string[]): Promise<number> {
  const t = translatorOf(readEnvironment().language, 'cli');
  const options = { against: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
  const { values } = readCommandLine(args, options, t('verifyUsage'), 0);
  const kept = values.against === undefined ? null : await readHeadFile(values.against);
  const result = await withContext(async (context) => checkTrail(context, kept));
  if (!result.ok && result.problems[0]?.code === 'no-head')
    throw new UsageError(t('noHead', { file: values.against ?? '' }));
  const { events, head, fault } = expectAllowed(result);
  const text =
    fault &&
    translatorOf(readEnvironment().language, 'trail')(`faults.${fault.code}`, { id: fault.id, name: fault.name });
  if (values.json) printJson({ ok: fault === null, events, head, fault: fault && { ...fault, message: text } });
  else if (text !== null) printError(`${t('trailBroken')}\n${text}`);
  else print(t('trailGood', { events: formatCount(events), time: head.at === '' ? '–' : formatDateTime(head.at) }));
  return fault === null ? 0 : 1;
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
