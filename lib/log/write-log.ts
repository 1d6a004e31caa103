import { LOG_LEVELS, type LogLevel } from '#lib/config/environment.ts';
import { redactText } from './redact.ts';

/** What an event is told by. Never a name, a cookie, a body or a query: they may hold what the log must not. */
export type LogFields = Record<string, string | number | boolean | null>;

/** Whether events of `level` are told where `least` is the least that is logged. */
function isLogged(level: LogLevel, least: LogLevel): boolean {
  return LOG_LEVELS.indexOf(level) >= LOG_LEVELS.indexOf(least);
}

/** One event as a line of JSON, at `time` in ISO UTC. */
function logLine(time: string, level: LogLevel, event: string, fields: LogFields): string {
  return `${JSON.stringify({ time, level, event, ...fields })}\n`;
}

const LONGEST_STACK = 8_000;

/** An error as the log holds it: its stack, shortened, without CPR numbers. */
export function describeError(error: unknown): LogFields {
  const text = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
  return { error: redactText(text).slice(0, LONGEST_STACK) };
}

/** Writes an event to standard output, if it is of a level that is logged. */
export function writeLog(least: LogLevel, level: LogLevel, event: string, fields: LogFields): void {
  if (isLogged(level, least)) process.stdout.write(logLine(new Date().toISOString(), level, event, fields));
}
