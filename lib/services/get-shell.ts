import { isDemo } from '#lib/db/demo.ts';
import { listPeriods, type PeriodSummary } from '#lib/db/periods.ts';
import { readInstallation } from '#lib/db/settings.ts';
import type { Actor } from '#lib/domain/actor.ts';
import type { Installation } from '#lib/domain/municipality.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import type { Context } from './context.ts';

/** What every page shows round its content. */
export interface Shell {
  installation: Installation;
  /** Newest first. */
  periods: PeriodSummary[];
  actor: Actor;
  /** Whether the demo loader made this database. */
  demo: boolean;
  /** Whether there are things that the actor may not see: counts and sums are then of what they may. */
  narrowed: boolean;
}

export async function getShell({ store, actor }: Context): Promise<Shell> {
  const [installation, periods, demo] = await Promise.all([
    readInstallation(store.read),
    listPeriods(store.read),
    isDemo(store.read),
  ]);
  return { installation, periods, actor, demo, narrowed: !may(actor, 'see', EVERYWHERE) };
}
