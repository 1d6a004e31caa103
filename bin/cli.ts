import { existsSync } from 'node:fs';
import path from 'node:path';
import { EnvironmentError, readEnvironment } from '#lib/config/environment.ts';
import { StoreError } from '#lib/db/migrate.ts';
import { translatorOf } from '#lib/format/translate.ts';
import { printError, printJson } from './output.ts';
import { UsageError } from './usage.ts';

/** `npx afstemt …`: the same services as the pages, for scheduled loads and batch reports. */
const COMMANDS: Record<string, (args: string[]) => Promise<number>> = {
  // Loaded when asked for: an import need not wait for the renderers.
  import: async (args) => (await import('./commands/import.ts')).runImport(args),
  watch: async (args) => (await import('./commands/watch.ts')).runWatch(args),
  report: async (args) => (await import('./commands/report.ts')).runReport(args),
  user: async (args) => (await import('./commands/user.ts')).runUser(args),
  remind: async (args) => (await import('./commands/remind.ts')).runRemind(args),
  verify: async (args) => (await import('./commands/verify.ts')).runVerify(args),
  'verify-report': async (args) => (await import('./commands/verify-report.ts')).runVerifyReport(args),
  head: async (args) => (await import('./commands/verify.ts')).runHead(args),
  backup: async (args) => (await import('./commands/backup.ts')).runBackup(args),
  restore: async (args) => (await import('./commands/backup.ts')).runRestore(args),
};

async function main(): Promise<number> {
  const root = process.env.AFSTEMT_ROOT ?? process.cwd();
  if (existsSync(path.join(root, '.env'))) process.loadEnvFile(path.join(root, '.env'));
  const t = translatorOf(readEnvironment().language, 'cli');
  const [name = '', ...args] = process.argv.slice(2);
  const command = COMMANDS[name];
  if (!command) {
    const asked = ['', 'help', '--help', '-h'].includes(name);
    (asked ? process.stdout : process.stderr).write(
      `${asked ? '' : `${t('unknownCommand', { name })}\n\n`}${t('usage')}\n`,
    );
    return asked && name !== '' ? 0 : 2;
  }
  return command(args);
}

try {
  process.exitCode = await main();
} catch (error) {
  const isExpected = error instanceof UsageError || error instanceof StoreError || error instanceof EnvironmentError;
  const text = error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error);
  printError(text);
  if (process.argv.includes('--json')) {
    printJson({ ok: false, issues: [{ file: null, row: null, column: null, value: null, message: text }] });
  }
  process.exitCode = 2;
}
