import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { readEnvironment } from '#lib/config/environment.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import { type Translate, translatorOf } from '#lib/format/translate.ts';
import {
  type FileVerdict,
  LARGEST_VERIFIED,
  type ToldVersion,
  verifyReportFile,
} from '#lib/services/verify-report-file.ts';
import { resolvePath, withContext } from '../environment.ts';
import { print, printError, printJson } from '../output.ts';
import { UsageError } from '../usage.ts';
import { readCommandLine } from './arguments.ts';

/** `afstemt verify-report FILE`. @returns the exit code: 0 the file is a version of a report, unaltered; 1 it is not */
export async function runVerifyReport(args: string[]): Promise<number> {
  const t = translatorOf(readEnvironment().language, 'reportCheck');
  const usage = translatorOf(readEnvironment().language, 'cli')('verifyReportUsage');
  const options = { json: { type: 'boolean', default: false } } as const;
  const { values, positionals } = readCommandLine(args, options, usage, 1);
  const [name] = positionals;
  if (name === undefined) throw new UsageError(usage);
  const bytes = await readWhole(resolvePath(name), t);
  const verdict = await withContext((context) => verifyReportFile(context, bytes));
  const isOurs = verdict.kind === 'ours';
  if (values.json) printJson({ ok: isOurs, file: name, verdict });
  else for (const line of tell(path.basename(name), verdict, t)) (isOurs ? print : printError)(line);
  return isOurs ? 0 : 1;
}

async function readWhole(file: string, t: Translate): Promise<Uint8Array> {
  try {
    if ((await stat(file)).size > LARGEST_VERIFIED) throw new UsageError(t('tooLarge'));
    return await readFile(file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function tell(name: string, verdict: FileVerdict, t: Translate): string[] {
  if (verdict.kind === 'unknown') return [`${name}: ${t('unknown')}`, t('unknownText'), `SHA-256 ${verdict.sha256}`];
  const { number, committeeName, year } = verdict.version;
  const head = `${name}: ${t(verdict.kind, { number, committee: committeeName, year: String(year) })}`;
  const what =
    verdict.kind === 'altered'
      ? t('alteredText', { number })
      : t('oursText', {
          edition: t(`editions.${verdict.editions.length > 1 ? 'both' : (verdict.editions[0] ?? 'open')}`),
          format: verdict.format.toUpperCase(),
        });
  return [head, what, tellHistory(verdict.version, t), `SHA-256 ${verdict.sha256}`];
}

function tellHistory({ madeAt, madeByName, publishedAt, newer }: ToldVersion, t: Translate): string {
  return [
    t('made', { at: formatDateTime(madeAt), name: madeByName }),
    publishedAt === null ? t('notPublished') : t('published', { at: formatDateTime(publishedAt) }),
    newer === null ? t('newest') : t(newer.isPublished ? 'superseded' : 'newer', { number: newer.number }),
  ].join(' ');
}
