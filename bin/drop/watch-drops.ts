import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '#lib/services/context.ts';
import { claimFiles, findClaims } from './claim.ts';
import { type DroppedFile, findDrops } from './find-drops.ts';
import { type DropResult, importClaim } from './import-claim.ts';

/** Between two looks: a file that is the same in both has come to its end. */
const POLL_MS = 2_000;
const LONGER_AFTER_ERROR = 15;

export interface WatchOptions {
  folder: string;
  /** For files whose names do not tell; null: those are refused. */
  periodId: string | null;
  language: 'da' | 'en';
  onResult: (result: DropResult) => void;
  onError: (error: unknown) => void;
  pollMs?: number;
}

export interface DropWatch {
  /** What is under way comes to its end first. */
  stop(): Promise<void>;
}

/** Looks once: imports what has not changed since the look before, all files of a period together. */
export class DropDesk {
  readonly #context: Context;
  readonly #options: WatchOptions;
  #seen = new Map<string, string>();

  constructor(context: Context, options: WatchOptions) {
    this.#context = context;
    this.#options = options;
  }

  /** What an interruption left behind; to be called before a look. */
  async recover(): Promise<void> {
    for (const claim of await findClaims(this.#options.folder)) await this.#import(claim, true);
  }

  /** @returns whether something lies there that is still being written */
  async look(): Promise<boolean> {
    const { folder, periodId } = this.#options;
    const files = await findDrops(folder, periodId);
    const isSteady = ({ place, stamp }: DroppedFile) => this.#seen.get(place) === stamp;
    const loads = [...Map.groupBy(files, (file) => file.periodId)];
    const ready = loads.filter(([, own]) => own.every(isSteady));
    this.#seen = new Map(files.map(({ place, stamp }) => [place, stamp]));
    for (const [period, own] of ready) await this.#import(await claimFiles(folder, period, own), false);
    return ready.length < loads.length;
  }

  async #import(claim: Parameters<typeof importClaim>[1], isRecovered: boolean): Promise<void> {
    const { folder: drop, language, onResult } = this.#options;
    onResult(await importClaim(this.#context, claim, { drop, language, isRecovered }));
  }
}

/** Looks at the folder again and again until it is stopped. What goes wrong with a look is told, and the next one tried. */
export function watchDrops(context: Context, options: WatchOptions): DropWatch {
  const desk = new DropDesk(context, options);
  const wake = Promise.withResolvers<void>();
  let isStopped = false;
  const run = async () => {
    while (!isStopped) {
      let pause = options.pollMs ?? POLL_MS;
      try {
        // Also what a look of our own could not finish, such as for a full disk.
        await desk.recover();
        await desk.look();
      } catch (error) {
        options.onError(error);
        pause *= LONGER_AFTER_ERROR;
      }
      await Promise.race([wake.promise, wait(pause, undefined, { ref: false })]);
    }
  };
  const running = run();
  return {
    stop: async () => {
      isStopped = true;
      wake.resolve();
      await running;
    },
  };
}
