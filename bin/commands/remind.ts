import { readEnvironment } from '#lib/config/environment.ts';
import { translatorOf } from '#lib/format/translate.ts';
import { withContext } from '../environment.ts';
import { print, printJson } from '../output.ts';
import { printProblems } from '../print-problems.ts';
import { remindNow } from '../remind-now.ts';
import { UsageError } from '../usage.ts';
import { readCommandLine } from './arguments.ts';

/** `afstemt remind [--dry-run] [--json]`. @returns the exit code: 0 all went, 1 some failed */
export async function runRemind(args: string[]): Promise<number> {
  const { language, mail } = readEnvironment();
  const t = translatorOf(language, 'cli');
  const options = {
    'dry-run': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  } as const;
  const { values } = readCommandLine(args, options, t('remindUsage'), 0);
  const isDry = values['dry-run'];
  if (mail === null && !isDry) throw new UsageError(t('noMailServer'));
  const result = await withContext((context) => remindNow(context, isDry ? null : mail));
  if (!result.ok) return printProblems(result.problems, values.json);
  const { reminded } = result.value;
  if (values.json) printJson({ ok: true, reminded });
  else {
    for (const { email, outcome, subject } of reminded) print(`${t(`reminded.${outcome}`)} ${email}: ${subject}`);
    print(t('remindedCount', { count: reminded.length }));
  }
  return reminded.some(({ outcome }) => outcome === 'failed') ? 1 : 0;
}
