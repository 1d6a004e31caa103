import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { UsageError } from '../usage.ts';

/** The arguments of a command. @throws UsageError with `usage` where they do not fit */
export function readCommandLine<const Options extends ParseArgsOptionsConfig>(
  args: string[],
  options: Options,
  usage: string,
  positions: number,
) {
  try {
    const parsed = parseArgs({ args, options, allowPositionals: true });
    if (parsed.positionals.length !== positions) throw new Error(usage);
    return parsed;
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    throw new UsageError(text === usage ? usage : `${text}\n${usage}`);
  }
}
