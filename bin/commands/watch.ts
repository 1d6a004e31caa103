import { once } from 'node:events';
import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { readEnvironment } from '#lib/config/environment.ts';
import { parsePeriod } from '#lib/domain/period.ts';
import { translatorOf } from '#lib/format/translate.ts';
import type { DropResult } from '../drop/import-claim.ts';
import { DropDesk, watchDrops } from '../drop/watch-drops.ts';
import { resolvePath, withContext } from '../environment.ts';
import { print, printError, printJson } from '../output.ts';
import { UsageError } from '../usage.ts';
import { readCommandLine } from './arguments.ts';

/** Between the two looks of `--once`. */
const STEADY_MS = 1_000;

/**
 * `afstemt watch FOLDER [--period 2023-12] [--once]`: imports what is put there, until it is stopped or, with `--once`,
 * what lies there. @returns the exit code: 0 done, 1 something was refused
 */
export async function runWatch(args: string[]): Promise<number> {
  const { language } = readEnvironment();
  const t = translatorOf(language, 'cli');
  const options = {
    period: { type: 'string' },
    once: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = readCommandLine(args, options, t('watchUsage'), 1);
  const periodId = values.period ?? null;
  if (periodId !== null && !parsePeriod(periodId)) throw new UsageError(t('watchUsage'));
  const folder = resolvePath(positionals[0] ?? '');
  await expectFolder(folder, (reason) => new UsageError(t('dropNoFolder', { folder, reason })));
  let failed = 0;
  const onResult = (result: DropResult) => {
    if (!result.ok) failed += 1;
    tell(result, values.json);
  };
  const onError = (error: unknown) => printError(error instanceof Error ? error.message : String(error));
  await withContext(async (context) => {
    const watching = { folder, periodId, language, onResult, onError };
    if (values.once) {
      const desk = new DropDesk(context, watching);
      await desk.recover();
      while (await desk.look()) await wait(STEADY_MS);
      return;
    }
    if (!values.json) print(t('watching', { folder }));
    const watch = watchDrops(context, watching);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await watch.stop();
  });
  return failed === 0 ? 0 : 1;
}

function tell({ ok, folder, lines, report }: DropResult, asJson: boolean): void {
  if (asJson) {
    printJson({ folder, ...report });
    return;
  }
  const write = ok ? print : printError;
  write(folder);
  for (const line of lines) write(`  ${line}`);
}

async function expectFolder(folder: string, refuse: (reason: string) => Error): Promise<void> {
  try {
    if (!(await stat(folder)).isDirectory()) throw refuse('ENOTDIR');
    await access(folder, constants.R_OK | constants.W_OK);
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw refuse(String(error.code));
    throw error;
  }
}
