import { COMMAND_LINE } from '#lib/auth/people.ts';
import { getStore } from '#lib/db/store.ts';
import { describeError, type LogFields } from '#lib/log/write-log.ts';
import { remindNow } from './remind-now.ts';

const EVERY_MS = 5 * 60_000;

/** Sends the reminders that are due, every few minutes for as long as the server runs. @returns what ends it, once a run that is underway is done */
export function startReminders(
  mail: { url: string; from: string },
  log: (level: 'info' | 'warn' | 'error', event: string, fields?: LogFields) => void,
): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(async () => {
      try {
        const result = await remindNow({ store: getStore(), actor: COMMAND_LINE }, mail);
        if (!result.ok) return;
        const count = (outcome: string) => result.value.reminded.filter((one) => one.outcome === outcome).length;
        const [sent, failed] = [count('sent'), count('failed')];
        if (sent + failed > 0) log(failed > 0 ? 'warn' : 'info', 'reminded', { sent, failed });
      } catch (error) {
        log('error', 'remind', describeError(error));
      }
    });
  }, EVERY_MS);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
