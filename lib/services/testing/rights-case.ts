import type { Act, EVERYWHERE, Place } from '#lib/domain/permissions.ts';
import type { Context } from '../context.ts';
import type { Ids, Mark } from './rights-names.ts';

/**
 * One use case as the test of rights tries it: by everybody, on a thing that is there and on one that is not. The test
 * derives from permissions.ts who may, and holds all others to it.
 */
export interface RightsCase {
  /** The exported function; after a colon, what is tried of it. */
  use: string;
  does: 'read' | 'write';
  /**
   * By which act it is done; `own`: everyone with what is theirs; `anyone`: whoever is signed in, who gets to see of it
   * what they may.
   */
  by: Act | 'own' | 'anyone';
  /**
   * Where the thing is that it is done with; `somewhere`: it belongs to no unit, and whoever may do it anywhere may do
   * it. Not asked for `own` and `anyone`.
   */
  at?: Place | typeof EVERYWHERE | 'somewhere';
  /** Where the thing is for those who may see it, where that is more than `at`. */
  seenAt?: Place;
  /** What is handed in names nothing that could be missing. */
  namesNothing?: true;
  /** Has it done, and answers what the use case does: null, an empty list or a refusal where there is nothing. */
  call(context: Context, ids: Ids): unknown;
  /** The trail tells nothing of it: it leaves all but one's own inbox as it was. */
  isUntold?: true;
  /** It takes so long that one role, which all see as much by, stands for all. */
  isSlow?: true;
  /** Marks that the answer holds for everyone who may see them: what it is asked for. */
  shows?: readonly Mark[];
  /** Its answer tells of the whole municipality, to those who get one: reports are public. */
  isPublished?: true;
}

/** Exported functions that take a context and are no use cases but parts of them: what they are called from authorises. */
export const PARTS: ReadonlySet<string> = new Set([
  'actOnFinding',
  'actOnStep',
  'findKeptRule',
  'findPlanCommittee',
  'seesRule',
  'actingSomewhere',
  'actingAsSelf',
  'actingFor',
  'actingForBearer',
  'actingForRegister',
  'changeAccounts',
  'countAwaiting',
  'findStanding',
  'logListExport',
  'logReading',
  'logReportExport',
  'moveReconciliations',
  'readNotices',
  'readVisibleState',
  'maySeeClosed',
  'findKnownReport',
  'findKnownVersions',
  'listFormerCommittees',
  'reportableCommittees',
  'visibleStateOf',
  'workOnText',
  'workOnTexts',
  // Called by the preview, after it, with the plan that it answered.
  'describeImport',
  // Called by the server itself at its start, before there is anybody.
  'ensureAdministrator',
]);
