import { readEnvironment } from '#lib/config/environment.ts';
import { translatorOf } from '#lib/format/translate.ts';
import type { Problem } from '#lib/services/context.ts';
import { printError, printJson } from './output.ts';

/** Says why something was refused. @returns the exit code of a refusal */
export function printProblems(problems: readonly Problem[], asJson: boolean): number {
  const texts = translatorOf(readEnvironment().language, 'problems');
  const issues = problems.map(({ code, params }) => ({ code, message: texts(code, params) }));
  for (const { message } of issues) printError(message);
  if (asJson) printJson({ ok: false, issues });
  return 1;
}
