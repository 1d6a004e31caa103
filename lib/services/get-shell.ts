import { isDemo } from '#lib/db/demo.ts';
import { listPeriods, type PeriodSummary } from '#lib/db/periods.ts';
import { readPersonSetting } from '#lib/db/person-settings.ts';
import { readInstallation } from '#lib/db/settings.ts';
import type { Actor } from '#lib/domain/actor.ts';
import type { Installation } from '#lib/domain/municipality.ts';
import { EVERYWHERE, may } from '#lib/domain/permissions.ts';
import type { Context } from './context.ts';

/** Under which it is remembered that a person was offered the guided tour. */
export const TOUR_SETTING = 'tour';

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
  /** Whether the guided tour is still to be offered to the actor, which it is once. */
  offersTour: boolean;
}

export async function getShell({ store, actor }: Context): Promise<Shell> {
  const [installation, periods, demo, tour] = await Promise.all([
    readInstallation(store.read),
    listPeriods(store.read),
    isDemo(store.read),
    readPersonSetting(store.read, actor.personId, TOUR_SETTING),
  ]);
  return {
    installation,
    periods,
    actor,
    demo,
    narrowed: !may(actor, 'see', EVERYWHERE),
    offersTour: tour === null,
  };
}
