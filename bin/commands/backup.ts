import { COMMAND_LINE } from '#lib/auth/people.ts';
import { readEnvironment } from '#lib/config/environment.ts';
import { formatCount } from '#lib/format/amount.ts';
import { formatDateTime } from '#lib/format/date-time.ts';
import { translatorOf } from '#lib/format/translate.ts';
import type { Result } from '#lib/services/context.ts';
import { restoreBackup } from '#lib/services/restore-backup.ts';
import { backUp } from '#lib/services/write-backup.ts';
import { resolvePath, withContext } from '../environment.ts';
import { print, printError, printJson } from '../output.ts';
import { readCommandLine } from './arguments.ts';

const JSON_OPTION = { json: { type: 'boolean', default: false } } as const;

/** `afstemt backup FILE`. @returns the exit code: 0 written, 1 nothing is there */
export async function runBackup(args: string[]): Promise<number> {
  const { language } = readEnvironment();
  const t = translatorOf(language, 'cli');
  const { values, positionals } = readCommandLine(args, JSON_OPTION, t('backupUsage'), 1);
  const file = resolvePath(positionals[0] ?? '');
  const result = await withContext((context) => backUp(context, file));
  return tell(result, values.json, (manifest) => {
    const { members, head } = manifest;
    const bytes = members.reduce((sum, member) => sum + member.bytes, 0);
    if (values.json) printJson({ ok: true, file, head, members: members.length, bytes });
    else print(t('backedUp', { file, members: members.length, bytes: formatCount(bytes), head: head.id }));
  });
}

/** `afstemt restore FILE [--into FOLDER] [--overwrite]`. @returns the exit code: 0 in place, 1 nothing is changed */
export async function runRestore(args: string[]): Promise<number> {
  const { language, dataFolder } = readEnvironment();
  const t = translatorOf(language, 'cli');
  const options = { ...JSON_OPTION, into: { type: 'string' }, overwrite: { type: 'boolean', default: false } } as const;
  const { values, positionals } = readCommandLine(args, options, t('restoreUsage'), 1);
  const folder = values.into === undefined ? dataFolder : resolvePath(values.into);
  const result = await restoreBackup(COMMAND_LINE, {
    file: resolvePath(positionals[0] ?? ''),
    folder,
    overwrites: values.overwrite,
    projectRoot: process.env.AFSTEMT_ROOT ?? process.cwd(),
  });
  return tell(result, values.json, ({ manifest, movedTo }) => {
    if (values.json) return printJson({ ok: true, folder, movedTo, at: manifest.at, head: manifest.head });
    print(t('restored', { folder, time: formatDateTime(manifest.at), head: manifest.head.id }));
    if (movedTo !== null) print(t('movedAside', { folder: movedTo }));
  });
}

/** Says what was done, or why nothing was. */
function tell<T>(result: Result<T>, asJson: boolean, show: (value: T) => void): number {
  if (result.ok) {
    show(result.value);
    return 0;
  }
  const problems = translatorOf(readEnvironment().language, 'problems');
  for (const { code, params } of result.problems) {
    const message = problems(code, params);
    if (asJson) printJson({ ok: false, code, message });
    else printError(message);
  }
  return 1;
}
